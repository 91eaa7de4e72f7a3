import { describe, expect, test } from "vitest";
import { exchangedSides } from "../../../src/core/relation/order.ts";
import { tokens } from "../../../src/core/text/tokens.ts";

const exchanged = (a: string, b: string) => exchangedSides(tokens(a), tokens(b));

describe("the two sides of a verb are exchanged", () => {
  test.each([
    ["Arvo sued Belden for two million dollars.", "Belden sued Arvo for two million dollars."],
    ["The auditors warned the council about the loan.", "The council warned the auditors about the loan."],
    ["Arvo was sued by Belden.", "Belden was sued by Arvo."],
    ["Arvo sued Belden.", "Arvo was sued by Belden."],
    ["Chile lent Peru 300 million euros.", "Peru lent Chile 300 million euros."],
  ])("%s / %s", (a, b) => expect(exchanged(a, b)).toBe(true));
});

describe("they are not", () => {
  test.each([
    ["in the passive", "Arvo sued Belden in March.", "Belden was sued by Arvo in March."],
    ["where the verb has no direction", "Arvo met Belden on Monday.", "Belden met Arvo on Monday."],
    [
      "where the verbs look from opposite ends",
      "The flood killed nine villagers.",
      "Nine villagers died in the flood.",
    ],
    ["where one side is another", "Arvo sued Belden.", "Belden sued Corman."],
    ["where nothing is shared", "The strike began.", "Prices rose again."],
  ])("%s", (_, a, b) => expect(exchanged(a, b)).toBe(false));
});
