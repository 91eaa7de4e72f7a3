/** A message of which nobody can tell whether it arrived: it is posted again, and says so. */
import { expect, test } from "vitest";
import { paragraph, text } from "../../../src/core/post/post.ts";
import { openFinding } from "../../../src/platforms/discord/finding.ts";
import { openForumPosts } from "../../../src/platforms/discord/forum-posts.ts";
import { openPosting } from "../../../src/platforms/discord/posting.ts";
import type { Wire } from "../../../src/platforms/discord/wire.ts";

const place = "discord:9/1";
const document = [paragraph(text("A line."))];

/** A channel in which others wrote so many messages since. */
function channelWith(chatter: number) {
  const posted: string[] = [];
  const get = async (_: string, { query }: { readonly query: URLSearchParams }) => {
    const from = Number(query.get("before") ?? chatter);
    const length = Math.min(from, Number(query.get("limit")));
    return Array.from({ length }, (_none, n) => ({ id: String(from - n - 1), author: { id: "other" } }));
  };
  const post = async (_: string, { body }: { readonly body: unknown }) => {
    posted.push(JSON.stringify(body));
    return { id: "77" };
  };
  const signal = AbortSignal.timeout(60_000);
  const wire = { rest: { get, post }, me: async () => "me", shut: () => null, deadline: () => signal };
  const channels = async () => ({ kind: "messages", guild: "9", parent: null, tag: null }) as const;
  const posts = openForumPosts(wire as unknown as Wire);
  const parts = { wire: wire as unknown as Wire, channels, posts, lacks: () => null, threads: async () => null };
  const find = openFinding(parts);
  const posting = openPosting(parts);
  return {
    posted,
    find: (since = 0) => find({ place, key: "k1", inThreadOf: null, since }),
    post: (again: boolean) => posting.post({ key: "k1", place, document, title: "T", inThreadOf: null, again }),
  };
}

test("behind more than can be read nobody can tell", async () => {
  expect((await channelWith(600).find()).kind).toBe("unreadable");
});

test("a message that may be there already says so, and others do not", async () => {
  const channel = channelWith(0);
  for (const again of [true, false]) await channel.post(again);
  expect(channel.posted.map((body) => body.includes("Posted again"))).toEqual([true, false]);
});

test("behind much that was written before the attempt, there is no doubt either", async () => {
  const channel = channelWith(600);
  expect(await channel.find(Date.UTC(2031, 2, 14))).toEqual({ kind: "absent" });
});

test("a channel that was read to its end leaves no doubt", async () => {
  const channel = channelWith(420);
  expect(await channel.find()).toEqual({ kind: "absent" });
});
