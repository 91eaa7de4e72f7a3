import { describe, expect, test } from "vitest";
import {
  isAccepted,
  isStrict,
  judged,
  type StreamGuess,
  type StreamItem,
  silenceChoice,
  tellChoice,
} from "./stream.ts";

const item = (label: StreamItem["label"], got: StreamGuess, rest: Partial<StreamItem> = {}): StreamItem => ({
  id: "k",
  label,
  got,
  accept: [],
  news: 1,
  ...rest,
});

describe("labels", () => {
  test.each([
    ["a further source and a repeat count as one", item("CORROBORATED", "REPEATED"), true, true],
    ["an accepted label is right, but not strictly", item("NEW", "UPDATED", { accept: ["UPDATED"] }), false, true],
    ["another label is wrong", item("DISPUTED", "NEW"), false, false],
    ["a missed claim is silence, right for a repeat", item("REPEATED", "MISSED"), true, true],
    ["and wrong for news", item("UPDATED", "MISSED"), false, false],
  ])("%s", (_, one, strict, accepted) => expect([isStrict(one), isAccepted(one)]).toEqual([strict, accepted]));
});

test("only news and repeats are judged", () => {
  const items = [item("NEW", "NEW", { news: 0 }), item("REPEATED", "NEW", { news: 0 }), item("UPDATED", "NEW")];
  expect(judged(items)).toEqual(items.slice(1));
});

test("telling and silence, strictly and leniently", () => {
  const loud = item("REPEATED", "UPDATED", { accept: ["UPDATED"] });
  expect(tellChoice(loud, "strict")).toEqual({ wanted: false, got: true });
  expect(tellChoice(loud, "lenient")).toEqual({ wanted: true, got: true });
  expect(silenceChoice(loud, "strict")).toEqual({ wanted: true, got: false });
  expect(silenceChoice(loud, "lenient")).toEqual({ wanted: false, got: false });
  expect(tellChoice(item("NEW", "MISSED"), "strict")).toEqual({ wanted: true, got: false });
});
