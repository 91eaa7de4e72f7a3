/** Whatever Discord refuses, it is asked little: an address with 10,000 refused requests in ten minutes is shut out. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPosting } from "../../../src/pipeline/posting.ts";
import type { Platform } from "../../../src/ports.ts";
import { timeFrom } from "../../fakes/alarm.ts";
import { followedAt } from "../../fakes/following.ts";
import { logInMemory } from "../../fakes/log.ts";
import { storeInMemory } from "../../fakes/store.ts";
import { openAdapter } from "./adapter.ts";
import type { Fault } from "./faults.ts";
import { documentsOf, shelve, story } from "./shelf.ts";
import { guild, openStage, type Stage } from "./stage.ts";

const places = 150;
const digestsEach = 3;
const invalidMax = 100;
const windowMinutes = 10;
const minuteMs = 60_000;

let stage: Stage;
let platform: Platform;
let time: ReturnType<typeof timeFrom>;
beforeEach(async () => {
  stage = await openStage({ limit: 500 });
  time = timeFrom(Date.now());
  ({ platform } = await openAdapter(stage, { clock: time }));
});
afterEach(async () => {
  await platform.close();
  await stage.close();
});

const common = { method: "", route: "", times: 0 };
const faults: readonly (readonly [string, Fault])[] = [
  ["no right anywhere (403)", { ...common, kind: "error", status: 403, code: 50013 }],
  ["a dead token (401)", { ...common, kind: "error", status: 401, code: 0 }],
  ["a limit of its own for each (429)", { ...common, kind: "limit", retryAfter: 0.01, scope: "user" }],
  ["a global limit (429)", { ...common, kind: "limit", retryAfter: 0.01, scope: "global" }],
  ["channels that are gone (404)", { ...common, kind: "error", status: 404, code: 10003 }],
];

test.each(faults)(
  `%s at ${places} places for 25 minutes: in ten of them at most ${invalidMax} refused requests`,
  async (_, fault) => {
    const store = await storeInMemory();
    const all = Array.from({ length: places }, (_, n) => `discord:${guild}/7000000000000${10_000 + n}`);
    const destinations = all.map((at) => followedAt(at, story));
    const posting = openPosting(
      { store, platforms: [platform], destinations, clock: time, log: logInMemory(), alerts: null, alarm: time.alarm },
      (_what, work) => work(),
    );
    for (const at of all) for (let n = 0; n < digestsEach; n += 1) await shelve(store, at, n, documentsOf(n, 2));
    stage.rest.chance = () => fault;
    const refused = () => stage.rest.asked.filter(({ status }) => [401, 403, 429].includes(status)).length;
    const counts = [0];
    for (let minute = 0; minute < 2 * windowMinutes + 5; minute += 1) {
      await posting.due();
      await posting.idle();
      await time.passTo(time.now() + minuteMs - 1);
      await posting.idle();
      counts.push(refused());
      await time.passTo(time.now() + 1);
      await posting.idle();
    }
    const windows = counts.slice(0, -windowMinutes).map((before, minute) => counts[minute + windowMinutes]! - before);
    const most = Math.max(...windows);
    console.info({ fault: fault.kind, asked: stage.rest.asked.length, refused: refused(), most });
    expect(most).toBeLessThanOrEqual(invalidMax);
    expect(stage.rest.asked.length).toBeGreaterThan(0);
  },
  120_000,
);
