/** Digests with a model beside the engine: its words where they pass, the engine's where not, on time whatever it does. */
import { expect, test } from "vitest";
import { plainWaits } from "../../../src/pipeline/bot.ts";
import { openLibrary } from "../../../src/pipeline/library.ts";
import type { AskingParts } from "../../../src/pipeline/model/asking.ts";
import { logInMemory } from "../../fakes/log.ts";
import { type FakeModel, modelInMemory } from "../../fakes/model.ts";
import { dockStory, type Newsroom, openNewsroom } from "../../fakes/newsroom.ts";

const signed = {
  title: "Dock talks: agreement",
  text: "The Port of Aldwick and the dockers signed an agreement on night shifts on Monday after eleven hours of talks in the harbour office, Orla Fenwick said.",
};
const shorter = "The Port of Aldwick and the dockers signed an agreement on night shifts on Monday, Orla Fenwick said.";

/** Time enough for whatever answers at all, also on a busy machine. */
const patient = { waits: { reading: 20_000, writing: 20_000 }, tryMs: 10_000 };
/** Little, for a model that never answers. */
const brisk = { waits: { reading: 60, writing: 60 }, tryMs: 30 };

async function roomWith(model: FakeModel, parts: Partial<AskingParts> = {}, time = patient): Promise<Newsroom> {
  const { waits, tryMs } = time;
  const room = await openNewsroom({ model: { model, tryMs, pauseMs: 1, ...parts }, waits });
  await room.bot.tick();
  return room;
}

const told = async (room: Newsroom) => (await room.digests()).flatMap(({ digest }) => digest.changes);
const engines = async (room: Newsroom) => (await room.digests()).flatMap(({ digest }) => digest.engine ?? []);

test("a line that passes is told in the model's words, and the digest says whose words they are", async () => {
  const model = modelInMemory();
  model.says("writer", ({ lines }) => ({ lines: lines.map(({ id }) => ({ id, text: shorter })) }));
  const room = await roomWith(model);
  room.feeds.publishes("quay", "a", signed);
  await room.runs(12 * 60);
  const [change] = await told(room);
  expect(change).toMatchObject({ text: shorter, wordedBy: "model" });
  for (const { quote, start, end } of change!.evidence) expect(quote).toBe(signed.text.slice(start, end));
  expect(await engines(room)).toContainEqual({ model: "toy-model", lines: 1, why: null });
  const shown = room.shown().join("\n").replace(/\s+/g, " ");
  expect(shown).toContain("after eleven hours of talks");
  expect(shown).toContain("1 of 1 line in the words of the language model toy-model, each checked against its source");
});

test.each([
  ["another number", shorter.replace("Monday", "Monday after nine hours of talks")],
  ["exchanged sides", "The dockers signed an agreement of the Port of Aldwick on Monday, Orla Fenwick said."],
  ["nobody who says it", "The Port of Aldwick and the dockers signed an agreement on night shifts on Monday."],
  ["a link", `${shorter} See https://offers.example.`],
  ["a mention", `@everyone ${shorter}`],
  ["a denial", shorter.replace("signed", "did not sign")],
])("a lie (%s) is replaced by the engine's own line", async (_, lie) => {
  const model = modelInMemory();
  model.says("writer", ({ lines }) => ({ lines: lines.map(({ id }) => ({ id, text: lie })) }));
  const room = await roomWith(model);
  room.feeds.publishes("quay", "a", signed);
  await room.runs(12 * 60);
  expect((await told(room)).map(({ text }) => text)).toEqual([signed.text]);
  expect(await engines(room)).toContainEqual({ model: "toy-model", lines: 0, why: null });
});

test("of two lines only the one that fails is replaced; ids of nothing are nobody's", async () => {
  const model = modelInMemory();
  const fund =
    "The Port of Aldwick offered the dockers a fund of 300 crates of spare parts on Monday to keep the cranes of the old quay in service, Casper Thule said.";
  model.says("writer", ({ lines }) => ({
    lines: [
      ...lines.map(({ id, line }) => ({ id, text: line.includes("fund") ? line.replace("300", "900") : shorter })),
      { id: "c99", text: "The Port of Aldwick was sold." },
    ],
  }));
  const room = await roomWith(model);
  room.feeds.publishes("quay", "a", signed);
  room.feeds.publishes("quay", "b", { title: "Dock talks: a fund", text: fund });
  await room.runs(12 * 60);
  expect((await told(room)).map(({ text }) => text).sort()).toEqual([fund, shorter].sort());
});

test.each<[string, (model: FakeModel) => void, boolean?]>([
  ["dead", (model) => model.ends({ kind: "unreachable" })],
  ["silent", (model) => model.goesSilent(), true],
  ["deaf", (model) => model.goesSilent(true), true],
  ["out of order", (model) => model.ends({ kind: "failing", status: 500 })],
  ["closed to us", (model) => model.ends({ kind: "denied", reason: "the key is not taken (401)" })],
  ["babbling", (model) => model.says("writer", () => "Sure! Here are your lines:")],
  ["declining", (model) => model.ends({ kind: "refused" })],
])("with a model that is %s a digest is on time, complete and says so", async (_, breaks, silent) => {
  const [model, none] = [modelInMemory(), await openNewsroom()];
  breaks(model);
  const room = await roomWith(model, {}, silent ? brisk : patient);
  await none.bot.tick();
  for (const one of [room, none]) {
    one.feeds.publishes("quay", "a", signed);
    await one.runs(12 * 60);
  }
  const [mine, theirs] = [await room.digests(), await none.digests()];
  const bare = ({ digest: { engine: _engine, ...digest }, decided }: (typeof mine)[number]) => ({ digest, decided });
  expect(mine.map(bare)).toEqual(theirs.map(bare));
  expect((await engines(room))[0]?.why).toEqual(expect.stringMatching(/./));
  expect(room.shown().join(" ").replace(/\s+/g, " ")).toContain("In Parley's own words, without the model toy-model:");
});

test("what a digest waits for a model, for reading and for words, is less than a minute and a half", () => {
  expect(plainWaits.reading + plainWaits.writing).toBeLessThanOrEqual(90_000);
});

test("beyond its budget the engine writes, and says so", async () => {
  const model = modelInMemory();
  const caps = { tokensPerDay: 50, moneyPerDay: null, priceIn: 0, priceOut: 0 };
  const room = await roomWith(model, { caps });
  room.feeds.publishes("quay", "a", signed);
  await room.runs(12 * 60);
  expect(model.asked).toEqual([]);
  expect((await engines(room))[0]?.why).toBe("the day's budget for it is used up");
  const status = (await room.asks("talks status"))!.join(" ").replace(/\s+/g, " ");
  expect(status).toContain(
    "Language model: toy-model; today here 0 tokens and for reading 0 tokens, of 50 tokens each.",
  );
});

test("a first poll asks nothing, and what was asked is not asked again by another start", async () => {
  const model = modelInMemory();
  model.says("writer", ({ lines }) => ({ lines: lines.map(({ id }) => ({ id, text: shorter })) }));
  const first = await openNewsroom({ model: { model } });
  for (let n = 0; n < 10; n++) first.feeds.publishes("quay", `old-${n}`, signed);
  await first.bot.tick();
  expect(model.asked).toEqual([]);
  first.feeds.publishes("harbour", "a", { ...signed, text: signed.text.replace("Monday", "Tuesday") });
  await first.runs(12 * 60);
  const asked = model.asked.length;
  await first.restart();
  await first.runs(24 * 60);
  expect(model.asked.length).toBe(asked);
});

test("a ledger is built again without asking, to the letter", async () => {
  const model = modelInMemory();
  model.says("extractor", ({ claims }) => ({ claims: claims.map(({ id }) => ({ id, text: null, news: true })) }));
  const room = await roomWith(model);
  room.feeds.publishes("quay", "a", signed);
  room.feeds.publishes("harbour", "b", {
    title: "Dock talks",
    text: "Casper Thule was at the harbour office on Monday with the dockers.",
  });
  await room.runs(12 * 60);
  const asked = model.asked.length;
  const [one, two] = [
    await openLibrary(room.store, [dockStory], logInMemory()),
    await openLibrary(room.store, [dockStory], logInMemory()),
  ];
  expect(one.ledger(dockStory).entries).toEqual(two.ledger(dockStory).entries);
  expect(one.ledger(dockStory).entries).toEqual(await room.store.entries(dockStory.id));
  expect(model.asked.length).toBe(asked);
});

test("an answer is worded where it passes, and stays as it is where it does not", async () => {
  const model = modelInMemory();
  const room = await roomWith(model);
  room.feeds.publishes("quay", "a", signed);
  await room.runs(12 * 60);
  const question = "Did the port and the dockers sign an agreement?";
  const ask = async () => (await room.asks(question))!.join(" ").replace(/\s+/g, " ");
  model.says("answerer", ({ claims }) => ({ sentences: claims.map(({ id }) => ({ claim: id, text: shorter })) }));
  expect(await ask()).toContain(shorter);
  model.says("answerer", ({ claims }) => ({
    sentences: claims.map(({ id }) => ({ claim: id, text: "No, the agreement failed." })),
  }));
  const other = (await room.asks(`${question} Tell me.`))!.join(" ").replace(/\s+/g, " ");
  expect(other).toContain("after eleven hours of talks");
  expect(other).not.toContain("failed");
  const before = model.asked.length;
  expect((await room.asks("Who won the chess match in Rome?"))!.join(" ")).toMatch(/Nothing/);
  expect(model.asked.length).toBe(before);
});

test("a place with a language of its own has its lines in it, and all of them in English in the thread", async () => {
  const model = modelInMemory();
  const german =
    "Der Port of Aldwick und die Hafenarbeiter unterzeichneten am Montag ein Abkommen, sagte Orla Fenwick.";
  const english = "The Port of Aldwick and the dockers signed an agreement on Monday, Orla Fenwick said.";
  model.says("writer", ({ lines }, { version }) => ({
    lines: version === "writer-2" ? [] : lines.map(({ id }) => ({ id, text: version === "back-1" ? english : german })),
  }));
  const room = await openNewsroom({ model: { model }, destination: { language: "de" } });
  await room.bot.tick();
  room.feeds.publishes("quay", "a", { title: "Dock talks", text: english });
  await room.runs(12 * 60);
  const [change] = await told(room);
  expect(change).toMatchObject({ text: english, translation: { language: "de", text: german } });
  const shown = room.shown().map((one) => one.replace(/\s+/g, " "));
  expect(shown.find((one) => one.includes(german))).toContain("[maschinell übersetzt]");
  expect(shown.filter((one) => one.includes(english)).length).toBeGreaterThan(0);
});

test("a translation that lies is not told: the line stays in English", async () => {
  const model = modelInMemory();
  const english = "The Port of Aldwick and the dockers signed an agreement on Monday, Orla Fenwick said.";
  model.says("writer", ({ lines }, { version }) => ({
    lines:
      version === "writer-2"
        ? []
        : lines.map(({ id }) => ({
            id,
            text: version === "back-1" ? english : "Der Streik wurde abgesagt, sagte Orla Fenwick.",
          })),
  }));
  const room = await openNewsroom({ model: { model }, destination: { language: "de" } });
  await room.bot.tick();
  room.feeds.publishes("quay", "a", { title: "Dock talks", text: english });
  await room.runs(12 * 60);
  expect((await told(room)).map(({ text, translation }) => [text, translation])).toEqual([[english, undefined]]);
  expect(room.shown().join(" ")).not.toContain("Streik");
});
