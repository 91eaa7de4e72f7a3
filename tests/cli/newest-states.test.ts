import { expect, test } from "vitest";
import { openStates } from "../../src/cli/newest-states.ts";
import { append, emptyLedger } from "../../src/core/ledger/ledger.ts";
import { factStates } from "../../src/core/ledger/states.ts";
import * as sample from "../store/samples.ts";

test("states are kept until another entry comes, and the past is always asked anew", () => {
  const statesOf = openStates();
  const ledger = emptyLedger();
  append(ledger, sample.claimEntry(1));
  append(ledger, sample.claimEntry(2));
  const now = sample.noon + 10;
  const first = statesOf(ledger, now);
  expect(first).toEqual(factStates(ledger, now));
  expect(statesOf(ledger, now + 5)).toBe(first);
  expect(statesOf(ledger, sample.noon + 1)).toHaveLength(1);
  expect(statesOf(ledger, now)).toBe(first);
  append(ledger, sample.claimEntry(3));
  expect(statesOf(ledger, now)).toHaveLength(3);
  append(ledger, sample.claimEntry(100));
  // What the newest entry is ahead of is not kept.
  expect(statesOf(ledger, now)).toHaveLength(3);
  expect(statesOf(ledger, now + 200)).toHaveLength(4);
  const rebuilt = emptyLedger();
  append(rebuilt, sample.claimEntry(1));
  expect(statesOf(rebuilt, now)).toHaveLength(1);
});
