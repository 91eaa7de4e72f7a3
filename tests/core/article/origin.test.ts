import { expect, test } from "vitest";
import { articleOrigin, originOf } from "../../../src/core/article/origin.ts";

const article = (text: string) => ({
  id: "1",
  url: "",
  outlet: "The Courier",
  title: "",
  published: 0,
  lang: "en",
  text,
});

test.each([
  ["LISBON (Delta Wire) — The dockers went back to work.", "outlet:delta-wire"],
  ["The dockers went back to work, according to a report by Delta Wire. The port said nothing.", "outlet:delta-wire"],
  [
    "The dockers went back to work, according to a report by Delta Wire.\n\nPort officials said nothing.",
    "outlet:delta-wire",
  ],
  ["The dockers, as reported by the news agency Delta Wire, went back to work.", "outlet:delta-wire"],
  ["The dockers, reported by the daily U.S. Ledger to be tired, went back.", "outlet:u-s-ledger"],
  [
    "The port confirmed it. Until now it was known only from a report by Delta Wire.\n\nDockers rejoiced.",
    "outlet:courier",
  ],
  [
    `The dockers went back. ${"Nothing else happened. ".repeat(120)}It rained, as reported by Delta Wire.`,
    "outlet:courier",
  ],
  ["The dockers went back to work.", "outlet:courier"],
])("%.60s comes from %s", (text, origin) => {
  expect(articleOrigin(article(text))).toBe(origin);
});

test.each([
  [{ kind: "outlet", text: "Delta Wire" }, "outlet:delta-wire"],
  [{ kind: "outlet", text: "media reports" }, "outlet:courier"],
  [{ kind: "person", text: "Ana Reis", actor: "reis" }, "actor:reis"],
  [null, "outlet:courier"],
])("a claim credited to %o comes from %s", (attribution, origin) => {
  expect(originOf(article("The dockers went back to work."), attribution)).toBe(origin);
});
