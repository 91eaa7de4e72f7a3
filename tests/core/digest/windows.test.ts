import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestOf } from "../../../src/core/digest/assemble.ts";
import { changesIn } from "../../../src/core/digest/changes.ts";
import { ingest } from "../../../src/core/ledger/ingest.ts";
import { emptyLedger, ledgerOf } from "../../../src/core/ledger/ledger.ts";
import { stateOf } from "../../../src/core/ledger/states.ts";
import { archive, at, grain, inspectors, reader, retold } from "../ledger/grain.ts";

const ledger = emptyLedger();
for (const article of [...archive, ...inspectors, retold].sort(
  (a, b) => (a.updated ?? a.published) - (b.updated ?? b.published),
))
  ingest(ledger, { article, seen: article.updated ?? article.published, baseline: false, within: null }, reader);

const [first, last] = [at("11T00:00"), at("16T00:00")];
const instants = fc.integer({ min: first, max: last });

describe("windows add up", () => {
  test("what a window touches, its halves touch, and nothing else", () => {
    fc.assert(
      fc.property(instants, instants, instants, (...times) => {
        const [a, b, c] = [...times].sort((x, y) => x - y) as [number, number, number];
        const refs = (since: number, until: number) => changesIn(ledger, { since, until }).map(({ ref }) => ref);
        const halves = new Set([...refs(a, b), ...refs(b, c)]);
        for (const ref of refs(a, c)) expect(halves).toContain(ref);
      }),
      { numRuns: 200 },
    );
  });
  test("the state at the end is one, by whatever steps it was reached", () => {
    fc.assert(
      fc.property(instants, instants, (...times) => {
        const [b, c] = [...times].sort((x, y) => x - y) as [number, number];
        const upToB = ledgerOf(ledger.entries.filter((entry) => entry.seen <= b));
        for (const fact of ledger.facts.values()) {
          const known = upToB.facts.get(fact.ref);
          expect(known ? stateOf(known, b) : null).toEqual(stateOf(fact, b));
          expect(stateOf(fact, c)?.first ?? b).toBeLessThanOrEqual(c);
        }
      }),
      { numRuns: 50 },
    );
  });
});

test("a digest is rebuilt byte for byte, also when much came after it", () => {
  const window = { since: at("12T00:00"), until: at("13T20:00") };
  const then = ledgerOf(ledger.entries.filter((entry) => entry.seen <= window.until));
  const made = JSON.stringify(digestOf(then, grain, window));
  expect(JSON.stringify(digestOf(ledgerOf(JSON.parse(JSON.stringify(ledger.entries))), grain, window))).toBe(made);
});

describe("the lines of five days", () => {
  const days = ["11T20:00", "12T20:00", "13T20:00", "14T20:00", "15T20:00"].map(at);
  const digests = days.map((until, day) =>
    digestOf(ledger, grain, { since: day === 0 ? null : days[day - 1]!, until }),
  );
  const lines = (day: number) =>
    digests[day]!.changes.map(({ kind, text, was }) => `${kind}: ${text}${was ? ` (was: ${was})` : ""}`).join("\n");

  test("a plan is new, its execution an update with the plan beside it", () => {
    expect(lines(0)).toMatch(/new: .*will (?:meet|begin) in Port Saldane/);
    expect(lines(2)).toMatch(/updated: .*\bmet in Port Saldane.*\(was: .*(?:will meet|will begin)/);
  });
  test("a toll within one window is told once, in its newest value", () => {
    expect(lines(1)).toMatch(/seven/);
    expect(lines(1)).not.toMatch(/killed four/);
  });
  test("two values are one dispute with both outlets", () => {
    expect(lines(3)).toMatch(/disputed: .*12 crowns.*coast-herald.*20 crowns.*east-quay/s);
  });
  test("what an article takes back is told as withdrawn", () => {
    expect(lines(3)).toMatch(/withdrawn: .*14 inspectors/);
  });
  test("a retelling is quiet", () => expect(digests[4]!.quiet).toBe(true));
  test("no line is longer than 240 characters, and each has a source", () => {
    for (const change of digests.flatMap((digest) => digest.changes)) {
      expect(change.text.length).toBeLessThanOrEqual(240);
      expect(change.evidence.length).toBeGreaterThan(0);
    }
  });
});
