import { describe, expect, test } from "vitest";
import { relateTexts } from "../../../src/core/relation/relate-texts.ts";
import { noStory } from "../ledger/statements.ts";

const related = (before: string, after: string) => relateTexts({ text: before }, { text: after }, noStory);

const base = "The harbour council fined Ostrava Lines 40,000 crowns on 5 March.";

describe("one difference in the same words is never the same", () => {
  test.each([
    ["number", "The harbour council fined Ostrava Lines 70,000 crowns on 5 March."],
    ["date", "The harbour council fined Ostrava Lines 40,000 crowns on 15 March."],
    ["actor", "The harbour council fined Brenner Shipping 40,000 crowns on 5 March."],
    ["order", "Ostrava Lines fined the harbour council 40,000 crowns on 5 March."],
    ["negation", "The harbour council did not fine Ostrava Lines 40,000 crowns on 5 March."],
    ["doubt", "The harbour council may fine Ostrava Lines 40,000 crowns on 5 March."],
    ["intent", "The harbour council wants to fine Ostrava Lines 40,000 crowns on 5 March."],
  ])("%s", (_, after) => expect(related(base, after).relation).not.toBe("same"));
});

describe("the same in other words", () => {
  test.each([
    [base, "Ostrava Lines was fined 40,000 crowns by the harbour council on March 5."],
    ["Prosecutors are seeking a sentence of twelve years.", "The prosecution has asked for 12 years in prison."],
    ["The union accepted the offer of 6 per cent.", "The 6% offer was accepted by the union."],
    ["The bridge will stay shut until Friday.", "Until Friday the bridge will remain closed."],
  ])("%s / %s", (a, b) => expect(related(a, b).relation).toBe("same"));
});

describe("the typed relations", () => {
  test.each([
    ["updated", "The ferry strike is planned for Monday.", "The ferry strike began on Monday."],
    ["updated", "The landslide killed 12 people.", "The landslide has killed 19 people."],
    ["updated", "Envoy Lena Brack may travel to Doha.", "Envoy Lena Brack has arrived in Doha."],
    ["updated", "The hearing is set for 3 May.", "The hearing, set for 3 May, has been postponed to 10 May."],
    ["disputed", "The dam has been breached, two drivers said.", "The dam has not been breached, the ministry said."],
    ["different", "Police closed the northern tunnel.", "The museum bought a painting by a local artist."],
  ])("%s: %s / %s", (relation, a, b) => expect(related(a, b).relation).toBe(relation));
});

test("every verdict says why", () => {
  for (const [a, b] of [
    [base, base],
    [base, "A ferry sank."],
    ["It may rain.", "It rained."],
  ] as const)
    expect(related(a, b).because.join(" ")).toMatch(/\p{L}{3}/u);
});
