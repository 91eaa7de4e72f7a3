import { expect, test } from "vitest";
import type { Change, ChangeKind } from "../../../src/core/digest/digest.ts";
import { withoutEchoes } from "../../../src/core/digest/echoes.ts";
import { emptyLedger } from "../../../src/core/ledger/ledger.ts";

const change = (ref: string, kind: ChangeKind, text: string): Change => ({
  ref,
  kind,
  text,
  was: null,
  actors: [],
  issue: null,
  modality: "done",
  independentOrigins: 1,
  salience: 1,
  borrowed: [],
  evidence: [],
});

const kept = (...changes: Change[]) =>
  withoutEchoes(changes, emptyLedger(), { since: null, until: 0 }).map(({ ref }) => ref);

const left = "The judge left the court on Friday after two hours of hearings.";

test("the same words are told once", () => {
  expect(kept(change("c1", "new", left), change("c2", "new", left))).toEqual(["c1"]);
});

test("what moved an earlier fact stands, also behind the same words as something new", () => {
  expect(kept(change("c1", "new", left), change("c2", "updated", left))).toEqual(["c2"]);
});

test("another number is told", () => {
  expect(kept(change("c1", "new", left), change("c2", "new", left.replace("two", "3")))).toEqual(["c1", "c2"]);
});
