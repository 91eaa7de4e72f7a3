/** Asking within limits: once for each question, never beyond a cap, never for long, and not at all what keeps failing. */
import { beforeEach, describe, expect, test } from "vitest";
import type { ModelOutcome } from "../../../src/core/model/outcome.ts";
import { requestOf, roles, tokensOf } from "../../../src/core/model/request.ts";
import { readWritten } from "../../../src/core/model/roles/writer.ts";
import { list, object, text } from "../../../src/core/model/schema.ts";
import { type Asking, openAsking, questionsAtOnce } from "../../../src/pipeline/model/asking.ts";
import type { Caps } from "../../../src/pipeline/model/budget.ts";
import { patienceOf } from "../../../src/pipeline/model/patience.ts";
import { clockAt, type FakeClock } from "../../fakes/clock.ts";
import { logInMemory } from "../../fakes/log.ts";
import { type FakeModel, modelInMemory } from "../../fakes/model.ts";
import { type FakeStore, storeInMemory } from "../../fakes/store.ts";

let [model, store, clock]: [FakeModel, FakeStore, FakeClock] = [] as never;
const wide: Caps = { tokensPerDay: 1_000_000, moneyPerDay: null, priceIn: 1, priceOut: 10 };
const open = (caps: Caps = wide): Asking =>
  openAsking({
    model,
    store,
    clock,
    caps,
    roles,
    thinkingTokens: 0,
    log: logInMemory(),
    chance: () => 0,
    tryMs: 10_000,
    pauseMs: 1,
  });
const question = (line: string, account = "slack:T1") => ({
  request: requestOf({
    role: "writer",
    version: "t",
    schema: object({ lines: list(object({ id: text, text })) }),
    tokensMax: 100,
    task: "Do.",
    matter: { line },
  }),
  read: readWritten,
  account,
});
const soon = () => patienceOf(20_000);

beforeEach(async () => {
  [model, store, clock] = [modelInMemory(), await storeInMemory(), clockAt("2031-05-05T08:00:00Z")];
});

describe("what was asked before", () => {
  test("is not asked again, also by another start", async () => {
    expect(await open().ask(question("a"), soon())).toEqual({ kind: "read", value: [], cached: false });
    expect(await open().ask(question("a"), soon())).toEqual({ kind: "read", value: [], cached: true });
    await open().ask(question("b"), soon());
    expect(model.asked).toHaveLength(2);
  });
  test("is asked once where two ask at one time", async () => {
    const asking = open();
    await Promise.all([1, 2, 3].map(() => asking.ask(question("a"), soon())));
    expect(model.asked).toHaveLength(1);
  });
  test("is asked again when the reply was of no use", async () => {
    model.says("writer", () => "no JSON");
    const asking = open();
    expect((await asking.ask(question("a"), soon())).kind).toBe("none");
    model.says("writer", () => ({ lines: [] }));
    expect((await asking.ask(question("a"), soon())).kind).toBe("read");
  });
});

describe("a try that ends", () => {
  test.each<[ModelOutcome, number]>([
    [{ kind: "refused" }, 1],
    [{ kind: "cut" }, 1],
    [{ kind: "denied", reason: "the key is not taken (401)" }, 1],
    [{ kind: "malformed", reason: "x" }, 2],
    [{ kind: "failing", status: 503 }, 2],
    [{ kind: "unreachable" }, 2],
    [{ kind: "limited", waitMs: 100 }, 2],
    [{ kind: "limited", waitMs: 600_000 }, 1],
  ])("as %o is made again only where that may help", async (outcome, tries) => {
    model.ends(outcome);
    const reply = await open().ask(question("a"), soon());
    expect(reply.kind).toBe("none");
    expect(model.asked).toHaveLength(tries);
  });
  test("in silence ends in time, also where nobody hears the signal", async () => {
    for (const deaf of [false, true]) {
      model.goesSilent(deaf);
      expect(await open().ask(question("a"), patienceOf(60))).toEqual({
        kind: "none",
        why: "it did not answer in time",
      });
    }
  });
  test("and works the second time gives its reply", async () => {
    model.ends({ kind: "failing", status: 500 }, 1);
    expect((await open().ask(question("a"), soon())).kind).toBe("read");
  });
});

test("an endpoint that keeps failing is left alone, longer each time, and asked again", async () => {
  const asking = open();
  model.ends({ kind: "unreachable" });
  for (let n = 0; n < 6; n++) await asking.ask(question(`a${n}`), soon());
  const tried = model.asked.length;
  expect(tried).toBe(6);
  expect(asking.trouble()).toBe("it could not be reached");
  expect(await asking.ask(question("z"), soon())).toMatchObject({
    kind: "none",
    why: "it is left alone for a while: it could not be reached",
  });
  clock.advance(5.1);
  await asking.ask(question("y"), soon());
  expect(model.asked.length).toBeGreaterThan(tried);
  clock.advance(5.1);
  const before = model.asked.length;
  await asking.ask(question("x"), soon());
  expect(model.asked.length).toBe(before);
  clock.advance(10.1);
  model.works();
  expect((await asking.ask(question("w"), soon())).kind).toBe("read");
  expect(asking.trouble()).toBeNull();
});

test("what the server asks to wait is waited", async () => {
  const asking = open();
  model.ends({ kind: "limited", waitMs: 3_600_000 }, 1);
  await asking.ask(question("a"), soon());
  await asking.ask(question("b"), soon());
  expect(model.asked).toHaveLength(1);
  clock.advance(60.1);
  expect((await asking.ask(question("b"), soon())).kind).toBe("read");
});

describe("a cap", () => {
  test("of tokens is never passed, however many ask at one time", async () => {
    const caps = { ...wide, tokensPerDay: 1_500 };
    const asking = open(caps);
    const replies = await Promise.all(Array.from({ length: 20 }, (_, n) => asking.ask(question(`a${n}`), soon())));
    const spent = await asking.spent("slack:T1");
    expect(spent.tokens).toBeLessThanOrEqual(caps.tokensPerDay);
    expect(spent.calls).toBe(model.asked.length);
    expect(replies.filter(({ kind }) => kind === "none").length).toBeGreaterThan(0);
    expect(replies.at(-1)).toEqual({ kind: "none", why: "the day's budget for it is used up" });
  });
  test("of money neither", async () => {
    const asking = open({ ...wide, moneyPerDay: 0.004 });
    for (let n = 0; n < 20; n++) await asking.ask(question(`a${n}`), soon());
    const spent = await asking.spent("slack:T1");
    expect(spent.micros).toBeLessThanOrEqual(4_000);
    expect(spent.micros).toBe(spent.calls * (100 * 1 + 20 * 10));
  });
  test("of nothing asks nothing", async () => {
    await open({ ...wide, tokensPerDay: 0 }).ask(question("a"), soon());
    expect(model.asked).toEqual([]);
  });
  test("counts each workspace and each day by itself, and outlasts a restart", async () => {
    // Room for the most that one may cost, and not for what it did cost besides.
    const caps = { ...wide, tokensPerDay: Math.ceil(1.5 * tokensOf(question("a").request)) };
    await open(caps).ask(question("a"), soon());
    expect((await open(caps).ask(question("b"), soon())).kind).toBe("none");
    expect((await open(caps).ask(question("b", "discord:9"), soon())).kind).toBe("read");
    clock.advance(24 * 60);
    expect((await open(caps).ask(question("c"), soon())).kind).toBe("read");
  });
  test("counts what a useless reply cost, and nothing for what never was one", async () => {
    const asking = open();
    model.says("writer", () => "no JSON");
    await asking.ask(question("a"), soon());
    expect((await asking.spent("slack:T1")).tokens).toBe(240);
    model.ends({ kind: "unreachable" });
    await asking.ask(question("b"), soon());
    expect((await asking.spent("slack:T1")).tokens).toBe(240);
  });
});

test("no more than a few questions are open at once", async () => {
  const asking = open();
  await Promise.all(Array.from({ length: 12 }, (_, n) => asking.ask(question(`a${n}`), soon())));
  expect(model.mostAtOnce()).toBeLessThanOrEqual(questionsAtOnce);
});

test("who waits in the row leaves it in time", async () => {
  const asking = open();
  model.goesSilent();
  const replies = await Promise.all(Array.from({ length: 6 }, (_, n) => asking.ask(question(`a${n}`), patienceOf(50))));
  expect(replies.every(({ kind }) => kind === "none")).toBe(true);
});

test("a store that fails costs a reply, never the caller", async () => {
  store.failsOn("modelReply");
  expect(await open().ask(question("a"), soon())).toMatchObject({ kind: "none" });
});
