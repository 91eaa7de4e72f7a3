/** What asking costs over a whole sample story, and that what was said once can be had again without an endpoint. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { roles } from "../../../src/core/model/request.ts";
import { openAsking } from "../../../src/pipeline/model/asking.ts";
import { readingAccount } from "../../../src/pipeline/model/reading.ts";
import type { Model } from "../../../src/ports.ts";
import { type PlayedWith, playWith } from "../../bench/model/play.ts";
import { recording, replaying } from "../../bench/model/recording.ts";
import { standIn } from "../../bench/model/stand-in.ts";
import { samples } from "../../bench/samples.ts";
import { clockAt } from "../../fakes/clock.ts";
import { logInMemory } from "../../fakes/log.ts";
import { storeInMemory } from "../../fakes/store.ts";

const [sample] = samples();
const folder = mkdtempSync(join(tmpdir(), "parley-recorded-"));
const file = join(folder, "recorded.jsonl");
const log = logInMemory();
const caps = { tokensPerDay: 10_000_000, moneyPerDay: null, priceIn: 0, priceOut: 0 };
const askingOf = async (model: Model) =>
  openAsking({
    model,
    store: await storeInMemory(),
    caps,
    roles,
    thinkingTokens: 0,
    log,
    clock: clockAt("2031-05-05T08:00:00Z"),
    chance: () => 0,
  });

let [first, second, calls, tokens]: [PlayedWith, PlayedWith, number, number] = [] as never;
beforeAll(async () => {
  const kept = recording(standIn);
  const asking = await askingOf(kept.model);
  first = await playWith(sample!, asking, log);
  const spent = await Promise.all([asking.spent("bench:"), asking.spent(readingAccount)]);
  [calls, tokens] = [spent[0].calls + spent[1].calls, spent[0].tokens + spent[1].tokens];
  second = await playWith(sample!, asking, log);
  const after = await Promise.all([asking.spent("bench:"), asking.spent(readingAccount)]);
  expect(after).toEqual(spent);
  kept.save(file);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("it follows what is new: at most four hundred tokens a change told", () => {
  const changes = first.digests.reduce((sum, one) => sum + one.changes.length, 0);
  expect(changes).toBeGreaterThan(10);
  expect(calls).toBeGreaterThan(5);
  expect(tokens / changes).toBeLessThanOrEqual(400);
});

test("no sure repeat is sent", () => {
  expect(first.repeats).toBeGreaterThan(20);
  expect(first.repeatsSent / first.repeats).toBeLessThanOrEqual(0.05);
});

test("a second run says the same and costs nothing", () => expect(second.digests).toEqual(first.digests));

test("what was recorded gives the same digests without an endpoint", async () => {
  const again = await playWith(sample!, await askingOf(replaying(file)), log);
  const bare = ({ digests }: PlayedWith) => digests.map(({ engine: _engine, ...digest }) => digest);
  expect(bare(again)).toEqual(bare(first));
  expect(again.digests.flatMap(({ engine }) => engine?.why ?? [])).toEqual([]);
});
