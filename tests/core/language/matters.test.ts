import { describe, expect, test } from "vitest";
import { developmentKind, kinds, kindsOf } from "../../../src/core/language/matters.ts";

const wordsOf = (words: readonly string[]) => kindsOf(words).flatMap((kind) => kinds[kind]!.words);

describe("what words of a story are about", () => {
  test.each([
    ["captors", ["hostages", "ransom"]],
    ["landfall", ["storm", "flood"]],
    ["verdict", ["trial", "jury"]],
    ["picket", ["strike", "pay"]],
    ["lenders", ["creditors", "bankruptcy"]],
  ])("also %s", (other, words) => expect(wordsOf(words)).toContain(other));
  test("one word alone says nothing yet", () => expect(kindsOf(["loan"])).toEqual([]));
  test("nor do words of no kind", () => expect(kindsOf(["lamp", "spoon"])).toEqual([]));
  test("what happens in every story is no kind of its own", () =>
    expect(kindsOf(["reject", "deny", "warn"])).not.toContain(developmentKind));
});
