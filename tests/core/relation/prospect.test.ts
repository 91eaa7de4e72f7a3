import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mayRelate, mayRepeat } from "../../../src/core/relation/prospect.ts";
import { relateByRules, relateInStream } from "../../../src/core/relation/relate.ts";
import { statement } from "../ledger/statements.ts";

type Pair = { readonly before: { readonly text: string }; readonly after: { readonly text: string } };
const pairs = JSON.parse(readFileSync("tests/quality/pairs-open.json", "utf8")) as readonly Pair[];
const some = pairs.filter((_, at) => at % 3 === 0).slice(0, 60);
const [befores, afters] = [
  some.map((pair) => statement(pair.before.text, "before")),
  some.map((pair) => statement(pair.after.text, "after")),
];
const all = befores.flatMap((before) => afters.map((after) => ({ before, after })));

test("what is not compared in full has no relation, says every rule", () => {
  const passed = all.filter(({ before, after }) => !mayRelate(before, after));
  expect(passed.length).toBeGreaterThan(all.length / 2);
  expect(passed.filter(({ before, after }) => relateByRules(before, after).relation !== "different")).toEqual([]);
});

test("every repeat that is found was expected", () => {
  const repeats = all.filter(({ before, after }) => relateInStream(before, after).relation === "same");
  expect(repeats.length).toBeGreaterThan(5);
  expect(repeats.filter(({ before, after }) => !mayRepeat(before, after))).toEqual([]);
});
