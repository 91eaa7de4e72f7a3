/** People ask in every way that Discord has, and are answered where they ask; what is for one person stays private. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { heading, paragraph, text } from "../../../src/core/post/post.ts";
import type { Answer, Platform, Request } from "../../../src/ports.ts";
import { heldTo } from "../patience.ts";
import { openAdapter } from "./adapter.ts";
import { pingOff } from "./dispatch.ts";
import type { Body } from "./prose.ts";
import { bot, channel, guild, openStage, place, reader, type Stage, until, wordsOf } from "./stage.ts";

const callbacks = "/interactions/{interaction_id}/{interaction_token}/callback";
const ephemeral = 1 << 6;

let stage: Stage;
let platform: Platform;
let root: string;
const heard: Request[] = [];
/** What the next answers wait for, and who may see them. */
let work: Promise<void> = Promise.resolve();
let audience: Answer["audience"] = "room";
let next: Answer | null | "usual" = "usual";

const answerTo = ({ input }: Request): string =>
  input.kind === "line" ? input.text : `${input.action} ${Object.values(input.values).join(" ")}`;

beforeAll(async () => {
  stage = await openStage();
  const adapter = await openAdapter(stage);
  platform = adapter.platform;
  void platform.listen({
    answer: async (request) => {
      heard.push(request);
      await work;
      if (next !== "usual") return next;
      return { post: { root: [paragraph(text(`About ${answerTo(request)}.`))], thread: [] }, audience };
    },
    suggest: async ({ option, typed }) => [{ label: `${option} like ${typed}`, value: "varga" }],
  });
  await until(() => adapter.logged.some((line) => line.includes("commands are written")), "the connection");
  const posted = await platform.post({
    key: "k1",
    place,
    document: [
      heading("Harbour talks"),
      paragraph(text("One change.")),
      {
        kind: "buttons",
        items: [
          { label: "Sources", action: "sources", values: {} },
          { label: "Ask", action: "ask", values: {} },
        ],
      },
    ],
    title: "Harbour talks",
    inThreadOf: null,
    again: false,
  });
  root = posted.kind === "sent" ? posted.remoteId : "";
});
afterAll(async () => {
  console.info({ acknowledged: acknowledgedMs.length, slowestMs: Math.max(...acknowledgedMs) });
  await platform.close();
  await stage.close();
});

const user = (id = channel) => stage.twin.channel(id).user(reader);
const replies = async (id: string) =>
  (await stage.twin.channel(id).getMessages())
    .filter(({ author, id: one }) => author.id === bot && one !== root)
    .map(wordsOf);
const latest = () => heard.at(-1)!;
const acknowledgedMs: number[] = [];
/** The first answer to an interaction, and how long it took. */
const acknowledged = async (id: string) => {
  const began = Date.now();
  const asked = await until(
    () => stage.rest.asked.find(({ route, path }) => route === callbacks && path.includes(id)) ?? null,
    "the acknowledgement",
  );
  const tookMs = Date.now() - began;
  acknowledgedMs.push(tookMs);
  return { body: asked.body as Body & { readonly type: number }, tookMs };
};
const sent = (route: string, token: string) =>
  stage.rest.asked.filter((one) => one.route === route && one.path.includes(token));
const original = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";
const following = "/webhooks/{webhook_id}/{webhook_token}";

async function slash(
  name: string,
  options: readonly { name: string; type: number; value: string | number }[] = [],
  id = channel,
) {
  return user(id).runSlashCommand({ name: "talks", options: [{ name, type: 1, options: [...options] }] });
}

describe("a command", () => {
  test("is acknowledged in a second however long the answer takes, in public when all may see it", async () => {
    const answered = Promise.withResolvers<void>();
    work = answered.promise;
    const { id, token } = await slash("latest", [{ name: "limit", type: 4, value: 2 }]);
    const { body, tookMs } = await acknowledged(id);
    expect(tookMs).toBeLessThan(heldTo(1_000));
    expect(sent(original, token)).toEqual([]);
    answered.resolve();
    expect(body).toMatchObject({ type: 5, data: { flags: 0 } });
    await until(() => sent(original, token).length > 0, "the answer");
    expect(latest()).toMatchObject({
      id: `discord:${id}`,
      place,
      person: reader,
      addressed: "directly",
      thread: null,
      input: { kind: "action", command: "talks", action: "latest", values: { limit: "2" } },
    });
    expect(await latest().manages()).toBe(true);
  });

  test("whose answer is for one person is acknowledged in private", async () => {
    const { id } = await slash("sources");
    expect((await acknowledged(id)).body).toMatchObject({ type: 5, data: { flags: ephemeral } });
  });

  test("for all whose answer turns out to be for one: the public notice goes, the answer is whispered", async () => {
    audience = "person";
    const { id, token } = await slash("latest");
    await until(() => sent(following, token).some(({ method }) => method === "POST"), "the whisper");
    audience = "room";
    expect((await acknowledged(id)).body).toMatchObject({ data: { flags: 0 } });
    expect(sent(original, token).map(({ method }) => method)).toEqual(["DELETE"]);
    const [whisper] = sent(following, token).filter(({ method }) => method === "POST");
    expect(((whisper?.body as Body | undefined)?.flags ?? 0) & ephemeral).toBe(ephemeral);
  });

  test("that was heard before leaves nothing behind", async () => {
    next = null;
    const { token } = await slash("latest");
    await until(() => sent(original, token).some(({ method }) => method === "DELETE"), "the withdrawal");
    next = "usual";
  });

  test("with a long answer goes on in further messages, and says what it leaves out", async () => {
    const long = Array.from({ length: 20 }, (_, i) => [heading(`Part ${i}`), paragraph(text("word ".repeat(500)))]);
    next = { post: { root: long[0]!, thread: long.slice(1) }, audience: "room" };
    const { token } = await slash("latest");
    await until(() => sent(following, token).length === 5, "the last message");
    next = "usual";
    const bodies = [...sent(original, token), ...sent(following, token)].map(({ body }) => body as Body);
    expect(JSON.stringify(bodies.at(-1))).toContain("15 more messages are left out");
  });

  test("that is being typed is offered choices", async () => {
    const { id } = await stage.twin.simulateInteraction({
      type: 4,
      channelId: channel,
      userId: reader,
      data: {
        id: "1",
        name: "talks",
        type: 1,
        options: [{ name: "actor", type: 1, options: [{ name: "name", type: 3, value: "va", focused: true }] }],
      },
    });
    const { body } = await acknowledged(id);
    expect(body).toMatchObject({ type: 8, data: { choices: [{ name: "name like va", value: "varga" }] } });
  });
});

describe("on a digest", () => {
  test("a button runs its action about that digest, in private", async () => {
    const [{ custom_id }] = buttonsOf(await stage.twin.channel(channel).getMessages());
    const { id } = await user().clickButton({ messageId: root, customId: custom_id });
    expect((await acknowledged(id)).body).toMatchObject({ type: 5, data: { flags: ephemeral } });
    await until(() => latest().id === `discord:${id}`, "the request");
    expect(latest()).toMatchObject({ thread: root, input: { action: "sources", values: {} } });
  });

  test("Ask opens a form; its answer stands in the digest's thread, and the person is told where", async () => {
    const [, { custom_id }] = buttonsOf(await stage.twin.channel(channel).getMessages());
    const { id } = await user().clickButton({ messageId: root, customId: custom_id });
    const form = (await acknowledged(id)).body as Body & {
      readonly type: number;
      readonly data: { readonly custom_id: string };
    };
    expect(form.type).toBe(9);
    const { id: filled, token } = await user().submitModal({
      customId: form.data.custom_id,
      fields: [{ customId: "question", value: "Who pays?" }],
    });
    expect((await acknowledged(filled)).body).toMatchObject({ type: 5, data: { flags: ephemeral } });
    await until(() => sent(original, token).length > 0, "the pointer");
    expect(latest()).toMatchObject({ thread: root, input: { action: "ask", values: { question: "Who pays?" } } });
    expect(await replies(root)).toEqual(["About ask Who pays?."]);
    expect((sent(original, token)[0]?.body as Body | undefined)?.content).toBe(`Answered in the thread: <#${root}>`);
  });

  test("“Ask about this” opens the same form", async () => {
    const { id } = await stage.twin.simulateInteraction({
      type: 2,
      channelId: channel,
      userId: reader,
      data: {
        id: "2",
        type: 3,
        name: "Ask about this",
        target_id: root,
        resolved: { messages: { [root]: { id: root, author: { id: bot } } } },
      },
    });
    expect((await acknowledged(id)).body).toMatchObject({ type: 9, data: { custom_id: `0:ask?root=${root}` } });
  });

  test("a reply in the thread with a mention is answered there", async () => {
    await user(root).sendMessage({ content: `<@${bot}> what about Varga?` });
    await until(async () => (await replies(root)).includes("About what about Varga?."), "the answer");
    expect(latest()).toMatchObject({
      place,
      thread: root,
      addressed: "directly",
      input: { text: "what about Varga?" },
    });
  });

  test("a reply with the ping to the digest is about that digest", async () => {
    await user().sendMessage({ content: "who pays?", messageReference: { message_id: root, channel_id: channel } });
    await until(async () => (await replies(channel)).includes("About who pays?."), "the answer");
    expect(latest()).toMatchObject({ place, thread: root });
  });
});

type Press = { readonly custom_id: string };
function buttonsOf(
  messages: readonly { readonly id: string; readonly components?: unknown }[],
): readonly [Press, Press] {
  const rows = messages.find(({ id }) => id === root)?.components as readonly [
    { readonly components: readonly [Press, Press] },
  ];
  return rows[0].components;
}

describe("without the right to read everything", () => {
  test("a reply without the ping, and talk in the thread, is not read and not answered", async () => {
    const before = heard.length;
    await user().sendMessage({
      content: `${pingOff}who pays?`,
      messageReference: { message_id: root, channel_id: channel },
    });
    await user(root).sendMessage({ content: "I think Westmark pays?" });
    await user(root).sendMessage({ content: `<@${bot}> and now?` });
    await until(() => heard.length > before, "the mention");
    expect(heard.slice(before).map(answerTo)).toEqual(["and now?"]);
  });

  test("a direct message is read and answered there", async () => {
    const direct = "500000000000000001";
    await stage.twin.prisma.channel.create({ data: { id: direct, type: 1, guildId: null } });
    await user(direct).sendMessage({ content: "who pays?" });
    await until(async () => (await replies(direct)).includes("About who pays?."), "the answer");
    expect(latest()).toMatchObject({ place: `discord:@me/${direct}`, addressed: "directly" });
    expect(await latest().manages()).toBe(true);
  });

  test("what is for one person goes to that person, not to the room", async () => {
    audience = "person";
    await user().sendMessage({ content: `<@${bot}> status` });
    const direct = String(BigInt(reader) + 1n);
    await until(async () => (await replies(direct)).length === 1, "the direct message");
    audience = "room";
    expect(await replies(channel)).not.toContain("About status.");
  });

  test("who may manage is asked of the server", async () => {
    await user().sendMessage({ content: `<@${bot}> settings` });
    await until(() => answerTo(latest()) === "settings", "the request");
    expect(await latest().manages()).toBe(false);
    await stage.twin.prisma.role.update({
      where: { id: guild },
      data: { permissions: String((1n << 4n) | (1n << 10n)) },
    });
  });
});

test("no request was one that Discord would refuse, and the program asked for no privileged intent", () => {
  expect(stage.rest.violations().map(({ route, faults }) => [route, faults])).toEqual([]);
  expect(stage.rest.asked.filter(({ status }) => status === 401 || status === 403 || status === 429)).toEqual([]);
});
