/** Commands, questions and buttons over Socket Mode with the real client, while the connection does what connections do. */
import { afterEach, describe, expect, test } from "vitest";
import { type Block, type Document, heading, link, paragraph, strong, text } from "../../../src/core/post/post.ts";
import { intoMessages } from "../../../src/platforms/slack/fit.ts";
import type { Answer, Ears, Request } from "../../../src/ports.ts";
import { hostileTexts } from "../../fakes/hostile.ts";
import { heldTo } from "../patience.ts";
import { adapterOn } from "./adapter.ts";
import { appToken, botToken, type Front, startFront } from "./front.ts";
import { botUser, channel, type People, peopleIn, place } from "./people.ts";

type Desk = {
  readonly front: Front;
  readonly people: People;
  readonly platform: Awaited<ReturnType<typeof adapterOn>>["platform"];
  readonly log: Awaited<ReturnType<typeof adapterOn>>["log"];
  readonly asked: Request[];
  readonly listening: Promise<void>;
};

const open: Desk[] = [];
afterEach(async () => {
  for (const { front, platform, listening, log } of open.splice(0)) {
    await platform.close();
    await listening;
    expect(front.violations).toEqual([]);
    for (const secret of [botToken, appToken]) expect(log.said.join("\n")).not.toContain(secret);
    await front.close();
  }
});

async function openDesk(answer: Ears["answer"] = async () => null, paced = true): Promise<Desk> {
  const front = await startFront({ paced });
  const { platform, log } = await adapterOn(front);
  const asked: Request[] = [];
  const hear: Ears["answer"] = async (request) => {
    asked.push(request);
    return answer(request);
  };
  const listening = platform.listen({ answer: hear, suggest: async () => [] });
  const desk = { front, people: peopleIn(front), platform, log, asked, listening };
  open.push(desk);
  await isOpen(desk);
  return desk;
}

const isOpen = ({ front }: Desk) => expect.poll(() => front.socket.open).toBe(1);
const say = (audience: Answer["audience"], line: string): Answer => ({
  post: { root: [paragraph(text(line))], thread: [] },
  audience,
});
const callsOf = ({ front }: Desk, method: string) => front.calls.filter((one) => one.method === method);

describe("what people do", () => {
  test("is acknowledged within a second however long the work takes, and answered then", async () => {
    const work = Promise.withResolvers<Answer>();
    const desk = await openDesk(() => work.promise);
    const all = await Promise.all([
      desk.people.command("latest"),
      desk.people.press({ action: "why", values: {} }, { ts: "1.1" }),
      ...(await desk.people.write({ text: `<@${botUser}> who came?` })),
    ]);
    for (const { ms } of all) expect(ms).toBeLessThan(heldTo(1_000));
    console.info({ acknowledged: all.length, slowestMs: Math.max(...all.map(({ ms }) => Math.round(ms))) });
    // Nothing is ready yet, and whoever waits is told so.
    await expect.poll(() => String(desk.front.responses[0]?.["text"])).toContain("moment");
    work.resolve(say("person", "Three came."));
    const answered = () => desk.front.responses.filter((one) => one["text"] === "Three came.").length;
    await expect.poll(answered).toBe(2);
  });

  test("comes again under the same id when Slack delivers it again", async () => {
    const desk = await openDesk();
    const event = {
      type: "app_mention",
      user: desk.front.users["ann"],
      text: `<@${botUser}> who came?`,
      ts: "9.1",
      channel,
    };
    for (const id of ["Ev1", "Ev1", "Ev2"]) await desk.people.event(event, id, "envelope-1");
    for (let n = 0; n < 2; n += 1) await desk.people.command("latest", { trigger_id: "7.7" });
    await expect.poll(() => desk.asked.length).toBe(5);
    expect(new Set(desk.asked.map(({ id }) => id)).size).toBe(2);
  });

  test("an admin manages, another person does not", async () => {
    const desk = await openDesk();
    for (const user of ["ann", "bob"]) await desk.people.command("settings", { user_id: desk.front.users[user]! });
    await expect.poll(() => desk.asked.length).toBe(2);
    expect(await Promise.all(desk.asked.map((one) => one.manages()))).toEqual([true, false]);
  });

  test("the form of a question opens, and its answer lands in the thread of the button's message", async () => {
    const desk = await openDesk(async () => say("room", "Three came."));
    const root = await desk.front.ask("chat.postMessage", { channel, text: "A digest." });
    const ts = String(root["ts"]);
    await desk.people.press({ action: "ask", values: {} }, { ts });
    await expect.poll(() => desk.front.views.length).toBe(1);
    const { private_metadata, callback_id } = desk.front.views[0] as { private_metadata: string; callback_id: string };
    const state = { values: { question: { question: { type: "plain_text_input", value: "who came?" } } } };
    await desk.people.submit({ id: "V1", type: "modal", callback_id, private_metadata, state });
    await expect.poll(() => callsOf(desk, "chat.postMessage").length).toBe(1);
    expect(callsOf(desk, "chat.postMessage")[0]?.args).toMatchObject({ thread_ts: ts, text: "Three came." });
  });
});

describe("a connection", () => {
  test.each(["disconnect", "kill"] as const)(
    "that Slack ends by %s is back within two seconds, and hears again",
    async (how) => {
      const desk = await openDesk();
      const began = performance.now();
      desk.front.socket[how]();
      await expect.poll(() => desk.front.socket.opened).toBe(2);
      await isOpen(desk);
      expect(performance.now() - began).toBeLessThan(heldTo(2_000));
      await desk.people.command("latest");
      await expect.poll(() => desk.asked.length).toBe(1);
    },
  );

  test("that went dead without a word is noticed and replaced", async () => {
    const desk = await openDesk();
    desk.front.socket.freeze();
    await expect.poll(() => desk.front.socket.opened).toBe(2);
    await desk.people.command("latest");
    await expect.poll(() => desk.asked.length).toBe(1);
  });

  test("that cannot be opened is tried again, and nothing ends the process", async () => {
    const desk = await openDesk();
    const method = "apps.connections.open";
    desk.front.faults.next({ method, does: { kind: "cut" } });
    desk.front.faults.next({ method, does: { kind: "status", status: 503 } });
    desk.front.socket.kill();
    await expect.poll(() => desk.front.socket.opened).toBe(2);
    expect(callsOf(desk, method)).toHaveLength(4);
    expect(desk.log.said.filter((line) => line.includes("tried again")).length).toBeGreaterThan(0);
  });
});

test("five posts to one channel keep Slack's pace and never run into it", async () => {
  const desk = await openDesk();
  const message = (n: number) => ({
    key: `k${n}`,
    place,
    document: [paragraph(text(`Line ${n}.`))],
    title: "",
    inThreadOf: null,
    again: false,
  });
  for (let n = 0; n < 5; n += 1) expect((await desk.platform.post(message(n))).kind).toBe("sent");
  expect(callsOf(desk, "chat.postMessage").filter(({ ended }) => ended !== "done")).toEqual([]);
});

test("once Slack asks to wait, nothing is sent before the time is over", async () => {
  const desk = await openDesk();
  const message = { key: "k", place, document: [paragraph(text("Line."))], title: "", inThreadOf: null, again: false };
  desk.front.faults.next({ method: "chat.postMessage", does: { kind: "status", status: 429, retryAfter: 2 } });
  expect(await desk.platform.post(message)).toMatchObject({ kind: "later", waitMs: 2_000 });
  // Within its patience it waits for the time that was named; a call before that is a violation.
  expect((await desk.platform.post(message)).kind).toBe("sent");
  desk.front.faults.next({ method: "chat.postMessage", does: { kind: "status", status: 429, retryAfter: 60 } });
  await desk.platform.post({ ...message, key: "l" });
  expect(await desk.platform.post({ ...message, key: "m" })).toMatchObject({ kind: "later" });
  expect(callsOf(desk, "chat.postMessage")).toHaveLength(3);
});

test(`${hostileTexts.length} hostile texts in every field, through the real client: nothing that Slack would refuse or act on`, async () => {
  const front = await startFront({ paced: false });
  const everywhere = (value: string): Document => {
    const page = "https://north.example/a";
    const blocks: readonly Block[] = [
      heading(value),
      paragraph(text(value), strong(value), link(value, page), link("North", value)),
      { kind: "change", ref: "c1", label: "NEW", inlines: [text(value)], sources: [1] },
      { kind: "quote", text: value, by: [link(value, page)] },
      { kind: "sources", items: [{ n: 1, label: value, url: value }] },
      { kind: "buttons", items: [{ label: value, action: "why", values: { ref: value } }] },
    ];
    return blocks;
  };
  const { clientOptions, openClient } = await import("../../../src/platforms/slack/client.ts");
  const { contentOf, unfurled, unparsed, metadataType } = await import("../../../src/platforms/slack/calls.ts");
  const client = openClient(botToken, clientOptions(front.api, { info() {}, warn() {}, error() {} }));
  let posted = 0;
  for (const value of hostileTexts)
    for (const document of intoMessages(everywhere(value)).slice(0, 4)) {
      const metadata = { event_type: metadataType, event_payload: { outbox_id: value.slice(0, 50), part: "" } };
      const content = contentOf({ channel, document, seed: `s${posted}` });
      await client.chat.postMessage({ channel, ...content, ...unparsed, ...unfurled, metadata });
      posted += 1;
    }
  expect(front.violations).toEqual([]);
  expect(posted).toBeGreaterThanOrEqual(hostileTexts.length);
  await front.close();
});
