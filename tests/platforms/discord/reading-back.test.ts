/** Looking for a message where Discord shows nothing, and in forums with many posts. */
import { expect, test } from "vitest";
import { openFinding } from "../../../src/platforms/discord/finding.ts";
import { openForumPosts } from "../../../src/platforms/discord/forum-posts.ts";
import { markOf } from "../../../src/platforms/discord/mark.ts";
import { permissions } from "../../../src/platforms/discord/rights.ts";
import type { Wire } from "../../../src/platforms/discord/wire.ts";

const now = Date.UTC(2031, 2, 14);
const idAt = (at: number, n: number) => String((BigInt(at - 1_420_070_400_000) << 22n) + BigInt(n));
const hourMs = 3_600_000;

type Shelf = Readonly<Record<string, (query: URLSearchParams) => unknown>>;

/** Nothing is known of rights from the gateway: it is not connected. */
function finding(kind: "messages" | "forum", shelf: Shelf) {
  const asked: string[] = [];
  const get = async (route: string, { query = new URLSearchParams() }: { readonly query?: URLSearchParams }) => {
    asked.push(route);
    const told = shelf[route];
    if (!told) throw new Error(`Nobody answers ${route}.`);
    return told(query);
  };
  const signal = AbortSignal.timeout(60_000);
  const wire = { rest: { get }, me: async () => "7", shut: () => null, deadline: () => signal } as unknown as Wire;
  const channels = async () => ({ kind, guild: "9", parent: null, tag: null }) as const;
  const posts = openForumPosts(wire);
  const find = openFinding({ wire, channels, posts, lacks: () => null });
  return {
    asked,
    made: posts.made,
    find: (inThreadOf: string | null = null) => find({ place: "discord:9/1", key: "k", inThreadOf, since: now }),
  };
}

const server = (rights: bigint): Shelf => ({
  "/channels/1": () => ({ type: 0, guild_id: "9" }),
  "/guilds/9": () => ({ id: "9", owner_id: "1", roles: [{ id: "9", permissions: String(rights) }] }),
  "/guilds/9/members/7": () => ({ roles: [] }),
});

test.each([null, "5"])(
  "an empty channel proves something only to who may read its history (thread %s)",
  async (thread) => {
    const empty = { [`/channels/${thread ?? 1}/messages`]: () => [] };
    expect(await finding("messages", { ...server(permissions), ...empty }).find(thread)).toEqual({ kind: "absent" });
    const blind = await finding("messages", { ...server(permissions & ~(1n << 16n)), ...empty }).find(thread);
    expect(blind).toEqual({ kind: "halted", reason: expect.stringContaining("Read Message History") });
  },
);

test("where something can be read, no right is asked about", async () => {
  const { asked, find } = finding("messages", { "/channels/1/messages": () => [{ id: "3", author: { id: "8" } }] });
  expect(await find()).toEqual({ kind: "absent" });
  expect(asked).toEqual(["/channels/1/messages"]);
});

type Post = { readonly id: string; readonly at: number; readonly mark: string };
const posts = (count: number, from: number, wanted = -1): readonly Post[] =>
  Array.from({ length: count }, (_, n) => ({
    id: idAt(from + n, n),
    at: from + n,
    mark: n === wanted ? markOf("k") : "ref other",
  }));
const threadOf = ({ id, at }: Post) => ({
  ...{ id, parent_id: "1", owner_id: "7" },
  thread_metadata: { archive_timestamp: new Date(at).toISOString() },
});
const embedsOf = ({ mark }: Post) => [{ footer: { text: mark } }];

/**
 * A forum with active and with archived posts of ours; archived ones come a page at a time, newest first. So many first
 * messages are read until the line breaks for once.
 */
function forum(active: readonly Post[], archived: readonly Post[], untilBreak = Number.POSITIVE_INFINITY) {
  let left = untilBreak;
  const first = Object.fromEntries(
    [...active, ...archived].map((post) => [
      `/channels/${post.id}/messages/${post.id}`,
      () => {
        left -= 1;
        if (left === -1) throw new Error("cut");
        return { id: post.id, author: { id: "7" }, embeds: embedsOf(post) };
      },
    ]),
  );
  return finding("forum", {
    ...first,
    "/channels/1/threads/archived/public": (query) => {
      const before = Date.parse(query.get("before") ?? "2100-01-01");
      const left = archived.filter(({ at }) => at < before).toSorted((a, b) => b.at - a.at);
      return { threads: left.slice(0, 100).map(threadOf), has_more: left.length > 100 };
    },
    "/guilds/9/threads/active": () => ({ threads: active.map(threadOf) }),
  });
}

test("a post in a forum is found behind more than a page of newer ones, and among those that were archived since", async () => {
  expect((await forum(posts(60, now, 0), []).find()).kind).toBe("found");
  expect((await forum([], posts(90, now, 3)).find()).kind).toBe("found");
});

test("posts from before the attempt are not looked at", async () => {
  const { asked, find } = forum(posts(80, now - 5 * hourMs), posts(250, now - 9 * hourMs));
  expect(await find()).toEqual({ kind: "absent" });
  expect(asked).toHaveLength(2);
});

const readsIn = (asked: readonly string[]) => asked.filter((route) => /^\/channels\/\d+\/messages\/\d+$/.test(route));

test("a look that breaks off goes on where it was, and reads no post twice", async () => {
  const { asked, find } = forum(posts(40, now, 0), [], 25);
  expect((await find()).kind).toBe("later");
  expect((await find()).kind).toBe("found");
  // The one at which the line broke is asked for again.
  expect(readsIn(asked)).toHaveLength(41);
  expect(new Set(readsIn(asked)).size).toBe(40);
});

test("more posts than one look reads are read in several", async () => {
  const { asked, find } = forum(posts(250, now), []);
  const outcomes = [await find(), await find(), await find()].map(({ kind }) => kind);
  expect(outcomes).toEqual(["later", "later", "absent"]);
  expect(readsIn(asked)).toHaveLength(250);
});

test("a post that was just made is known without being read", async () => {
  const { asked, find, made } = forum(posts(3, now), []);
  for (const { id } of posts(3, now)) made(id, "ref other");
  expect(await find()).toEqual({ kind: "absent" });
  expect(readsIn(asked)).toEqual([]);
});

test("behind more archived threads than are listed nobody can tell", async () => {
  expect((await forum([], posts(500, now, 499)).find()).kind).toBe("found");
  const { find } = forum([], posts(501, now));
  const outcomes: string[] = [];
  for (let look = 0; look < 5; look += 1) outcomes.push((await find()).kind);
  expect(outcomes).toEqual(["later", "later", "later", "later", "unreadable"]);
});
