import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/core/article/article.ts";
import { ingest } from "../../../src/core/ledger/ingest.ts";
import { type Entry, emptyLedger, type Ledger, ledgerOf } from "../../../src/core/ledger/ledger.ts";
import { factStates } from "../../../src/core/ledger/states.ts";
import { archive, article, at, inspectors, reader, retold } from "./grain.ts";

function ledgerFrom(articles: readonly Article[]): Ledger {
  const ledger = emptyLedger();
  for (const one of articles) enter(ledger, one);
  return ledger;
}

const enter = (ledger: Ledger, one: Article, baseline = false) =>
  ingest(ledger, { article: one, seen: one.updated ?? one.published, baseline, within: null }, reader);

const claimsIn = (entries: readonly Entry[]) => entries.filter((entry) => entry.kind === "claim");
const stateOf = (ledger: Ledger, words: RegExp) =>
  factStates(ledger, at("20T00:00")).find(
    (state) => words.test(state.now.text) || state.before.some(({ text }) => words.test(text)),
  );

describe("what an article adds", () => {
  test("a copy adds no fact and no origin", () => {
    const ledger = ledgerFrom([archive[0]!]);
    const facts = ledger.facts.size;
    const added = claimsIn(enter(ledger, archive[2]!));
    expect(ledger.facts.size).toBe(facts);
    expect(added.every((entry) => entry.relation === "same")).toBe(true);
    expect(factStates(ledger, at("20T00:00")).map((state) => state.now.independentOrigins)).toEqual(
      Array(facts).fill(1),
    );
  });
  test("a toll that rises is a new value of one fact", () => {
    const ledger = ledgerFrom(archive.filter(({ id }) => id.startsWith("blast")));
    const toll = stateOf(ledger, /killed four/)!;
    expect(toll.now.text).toMatch(/seven/);
    expect(toll.before.map(({ text }) => text).join()).toMatch(/four/);
  });
  test("an archive that is read again adds nothing but mentions", () => {
    const ledger = ledgerFrom(archive);
    const facts = ledger.facts.size;
    for (const one of archive) enter(ledger, one);
    expect(ledger.facts.size).toBe(facts);
  });
  test("a late retelling opens no fact", () => {
    const ledger = ledgerFrom(archive);
    const facts = ledger.facts.size;
    enter(ledger, retold);
    expect(ledger.facts.size).toBe(facts);
  });
  test("two values from two sources stand side by side", () => {
    const fee = stateOf(ledgerFrom(archive), /12 crowns/)!;
    expect(fee.against.map(({ text }) => text).join()).toMatch(/20 crowns/);
  });
  test("a weaker retelling is no source of what happened", () => {
    const ledger = ledgerFrom(archive.filter(({ id }) => id === "plan" || id === "met"));
    enter(
      ledger,
      article(
        "late",
        "14T09:00",
        "old-news",
        "Velmora and the Ostrian League may meet in Port Saldane on Thursday for talks on the grain corridor.",
      ),
    );
    const met = stateOf(ledger, /\bmet in Port Saldane/)!;
    expect(met.now.text).toMatch(/\bmet\b/);
    expect(met.now.evidence.map(({ quote }) => quote).join()).not.toMatch(/\bmay\b/);
  });
});

describe("a revision", () => {
  const ledger = ledgerFrom([...inspectors]);
  test("withdraws what it no longer says, from then on", () => {
    const sent = (time: string) => factStates(ledger, at(time)).find((state) => /14 inspectors/.test(state.now.text));
    expect(sent("13T00:00")?.withdrawn).toBe(false);
    expect(sent("15T00:00")?.withdrawn).toBe(true);
  });
  test("and leaves alone what it still says", () => {
    expect(factStates(ledger, at("15T00:00")).filter((state) => !state.withdrawn)).toHaveLength(1);
    expect(claimsIn(ledger.entries)).toHaveLength(2);
  });
});

test("stored entries give the same ledger again", () => {
  const ledger = ledgerFrom(archive);
  const again = ledgerOf(JSON.parse(JSON.stringify(ledger.entries)) as readonly Entry[]);
  expect(factStates(again, at("20T00:00"))).toEqual(factStates(ledger, at("20T00:00")));
});
