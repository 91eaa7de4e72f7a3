/** Publishes articles about the invented talks into a ledger, and asks it. */
import { type Answer, answer } from "../../src/core/answer/answer.ts";
import { articlesBy, toldBy } from "../../src/core/answer/told.ts";
import { ingest } from "../../src/core/ledger/ingest.ts";
import { emptyLedger, type Ledger } from "../../src/core/ledger/ledger.ts";
import { factStates } from "../../src/core/ledger/states.ts";
import { lexiconOf } from "../../src/core/story/lexicon.ts";
import { at, harbourTalks } from "./facts.ts";

export type Reporter = {
  readonly ledger: Ledger;
  /** An article of the outlet `id`; `updated` is the time of a later version of it. */
  publish(id: string, when: string, text: string, updated?: string): void;
  ask(question: string, when: string, before?: readonly string[]): Answer;
};

export function newReporter(): Reporter {
  const ledger = emptyLedger();
  const reader = { story: harbourTalks, lexicon: lexiconOf([harbourTalks]) };
  return {
    ledger,
    publish(id, when, text, updated) {
      const published = at(when);
      const article = {
        id,
        url: `https://${id}.example/1`,
        outlet: `${id}.example`,
        title: "",
        published,
        ...(updated ? { updated: at(updated) } : {}),
        lang: "en",
        text,
      };
      ingest(ledger, { article, seen: at(updated ?? when), baseline: false, within: null }, reader);
    },
    ask(question, when, before = []) {
      const instant = at(when);
      const told = toldBy(ledger, instant);
      const facts = factStates(ledger, instant);
      return answer({ ...reader, question, before, facts, told, at: instant, articles: articlesBy(ledger, instant) });
    },
  };
}
