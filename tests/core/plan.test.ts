/** What there is to do now, where something waits at a place. The rest of the plan is in schedule/plan-decade.test.ts. */
import { expect, test } from "vitest";
import { backlogMsMax, plan } from "../../src/core/plan.ts";
import { type Destination, plainDestination } from "../../src/core/schedule/destination.ts";

const begun = Date.UTC(2031, 4, 5, 6);
const now = Date.UTC(2031, 4, 5, 12, 1);
const destination: Destination = {
  ...{ place: "memory:", story: "s", schedule: { kind: "every", hours: 1 }, zone: "UTC" },
  ...plainDestination,
};

test.each([
  ["nothing", null, 1],
  ["a digest that was decided a moment ago", now - 60_000, 1],
  ["a digest for as long as may be", now - backlogMsMax, 1],
  ["a digest for longer", now - backlogMsMax - 1, 0],
])("where %s waits, so many digests are decided", (_, waitingSince, count) => {
  const standing = { destination, lastUntil: null, begun, told: [], waitingSince };
  expect(plan({ sources: [], feeds: [], destinations: [standing] }, now)).toHaveLength(count);
});

test("once it is out, one digest covers everything since", () => {
  const lastUntil = begun + 3_600_000;
  const standing = { destination, lastUntil, begun, told: [], waitingSince: null };
  expect(plan({ sources: [], feeds: [], destinations: [standing] }, now)).toEqual([
    { kind: "digest", destination, window: { since: lastUntil, until: now - 60_000 }, onlyUrgent: false },
  ]);
});
