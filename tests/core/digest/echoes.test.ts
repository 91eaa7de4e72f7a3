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

const among = (text: string, modality: Change["modality"]): Change => ({ ...change("c2", "new", text), modality });

test.each([
  ["a denial", "The judge did not leave the court on Friday after two hours of hearings.", "denied"],
  ["another figure", "The judge left the court on Friday after 3 hours of hearings.", "done"],
] as const)("%s is told", (_, text, modality) => {
  expect(kept(change("c1", "new", left), among(text, modality))).toEqual(["c1", "c2"]);
});

test("a firmer statement is told, a weaker one is not", () => {
  const may = { ...change("c1", "new", left.replace("left", "may leave")), modality: "may" as const };
  expect(kept(may, among(left, "done"))).toEqual(["c1", "c2"]);
  expect(kept(change("c1", "new", left), { ...may, ref: "c2" })).toEqual(["c1"]);
});

test("exchanged sides are told", () => {
  const sued = "The city council sued the port authority in the regional court on Friday.";
  const back = "The port authority sued the city council in the regional court on Friday.";
  expect(kept(change("c1", "new", sued), change("c2", "new", back))).toEqual(["c1", "c2"]);
});

test("a part of a sentence is not told beside the whole of it", () => {
  const at = (ref: string, text: string, start: number, end: number): Change => {
    const one = {
      articleId: "a",
      url: "",
      outlet: "o",
      origin: "o",
      published: 0,
      quote: text,
      start,
      end,
      lang: "en",
    };
    return { ...change(ref, "new", text), evidence: [one] };
  };
  const part = at("c1", "The judge left the court on Friday.", 10, 45);
  expect(kept(part, at("c2", "The judge left the court on Friday and will return on Monday.", 10, 71))).toEqual(["c2"]);
});
