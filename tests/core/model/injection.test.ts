/** A model that obeys every order it reads changes no status, adds no link, no mention and no order of its own. */
import { describe, expect, test } from "vitest";
import { type AnswerInput, answer } from "../../../src/core/answer/answer.ts";
import { articlesBy, toldBy } from "../../../src/core/answer/told.ts";
import type { Article } from "../../../src/core/article/article.ts";
import { readClaims } from "../../../src/core/claim/read.ts";
import { digestOf } from "../../../src/core/digest/assemble.ts";
import { ingest } from "../../../src/core/ledger/ingest.ts";
import { emptyLedger, type Ledger } from "../../../src/core/ledger/ledger.ts";
import { factStates } from "../../../src/core/ledger/states.ts";
import { answeredBy, claimsOf } from "../../../src/core/model/answered.ts";
import type { Reading, Ruling, Wording } from "../../../src/core/model/reading/reading.ts";
import { unsettledIn } from "../../../src/core/model/reading/unsettled.ts";
import { answererRequest } from "../../../src/core/model/roles/answerer.ts";
import { isRewritable, writerRequest } from "../../../src/core/model/roles/writer.ts";
import { worded } from "../../../src/core/model/worded.ts";
import { postOf } from "../../../src/core/post/digest-post.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { dockStory } from "../../fakes/newsroom.ts";
import { type Field, fields, obeyed, orders } from "./injections.ts";

const reader = { story: dockStory, lexicon: lexiconOf([dockStory]) };
const at = (day: number) => Date.parse(`2031-05-0${day}T09:00:00Z`);
const article = (id: string, day: number, text: string, title: string, outlet: string): Article => ({
  ...{ id, url: `https://${id}.example/`, outlet, title, lang: "en", text, published: at(day) },
});

const first =
  "The Port of Aldwick will meet the dockers on Thursday to discuss an agreement on the night shift, Casper Thule said. Orla Fenwick is on her way to Lisbon for the talks, the union said on Tuesday.";
const second = (order: string) =>
  `The Port of Aldwick offered the dockers a wage rise of 4 per cent over two years in the talks on Wednesday, after a night of bargaining at the harbour office, Casper Thule said. ${order} Orla Fenwick arrived in Lisbon on Wednesday evening, hotel workers said. Orla Fenwick has taken part in the talks since the autumn.`;

/** A model obeys what it reads: where the order is in what it is given, all of that is answered to its wish. */
const reads = (matter: unknown, order: string) =>
  JSON.stringify(matter).includes(
    JSON.stringify(order.replace(/[."”]+$/, ""))
      .slice(1, -1)
      .slice(0, 40),
  );

/** What it makes of an article; `turn` chooses among ways to obey. */
function obeying(ledger: Ledger, one: Article, order: string, turn: number): Reading {
  const { words, doubts } = unsettledIn(readClaims(one, reader, null), ledger);
  const relations = ["same", "disputed", "updated", "different"] as const;
  const wordings = words.map(
    ({ quote, text }) => [quote, { text: obeyed(order, text)[turn % 7]!, news: true } satisfies Wording] as const,
  );
  const rulings = doubts.map(
    ({ claim, doubt }, n) =>
      [claim.quote, { relation: relations[(turn + n) % 4]!, fact: doubt.facts[0]!.id } satisfies Ruling] as const,
  );
  return {
    wordings: new Map(
      reads(
        words.map(({ text, quote }) => [text, quote]),
        order,
      )
        ? wordings
        : [],
    ),
    rulings: new Map(
      reads(
        doubts.map(({ doubt }) => doubt),
        order,
      )
        ? rulings
        : [],
    ),
  };
}

function told(field: Field, order: string, turn: number | null) {
  const ledger = emptyLedger();
  const late = article(
    "b",
    3,
    second(field === "text" ? order : ""),
    field === "title" ? order : "Dock talks",
    field === "outlet" ? order : "quay",
  );
  for (const [day, one] of [article("a", 2, first, "Dock talks", "quay"), late].entries()) {
    const reading = turn === null ? undefined : obeying(ledger, one, order, turn);
    ingest(
      ledger,
      { article: one, seen: at(day + 2), baseline: false, within: null, ...(reading ? { reading } : {}) },
      reader,
    );
  }
  return { ledger, digest: digestOf(ledger, dockStory, { since: at(2), until: at(3) }) };
}

const statusOf = ({ digest }: ReturnType<typeof told>) =>
  digest.changes.map(({ ref, kind, modality, was, evidence }) => ({
    ref,
    kind,
    modality,
    was,
    quotes: evidence.map(({ quote }) => quote),
  }));

const question = (order: string): string => `What did the Port of Aldwick offer the dockers? ${order}`;
const inputOf = (ledger: Ledger, asked: string): AnswerInput => ({
  ...{ question: asked, ...reader, at: at(3), facts: factStates(ledger, at(3)) },
  ...{ told: toldBy(ledger, at(3)), articles: articlesBy(ledger, at(3)) },
});

/** What is there that the engine alone does not say. */
const foreign = /https?:|offers\.example|@everyone|<[!@]|555-0199|resigned|refund/;

test("a model that obeys has something to say in each role", () => {
  const { ledger, digest } = told("text", orders[0]!, null);
  const late = article("c", 4, second(orders[0]!), "Dock talks", "harbour");
  expect(digest.changes.length).toBeGreaterThan(1);
  expect(digest.changes.filter(isRewritable).length).toBeGreaterThan(0);
  const before = emptyLedger();
  ingest(
    before,
    { article: article("a", 2, first, "Dock talks", "quay"), seen: at(2), baseline: false, within: null },
    reader,
  );
  const { words, doubts } = unsettledIn(readClaims(late, reader, null), before);
  expect({ words: words.length > 0, doubts: doubts.length > 0, facts: ledger.facts.size > 2 }).toEqual({
    words: true,
    doubts: true,
    facts: true,
  });
});

describe.each(fields)("an order in the %s", (field) => {
  test(`changes nothing, in ${orders.length} wordings`, () => {
    // A headline and a question stand in no post, so that one look without a model is enough there.
    const shown = field === "text" || field === "outlet";
    const calm = told(field, orders[0]!, null);
    for (const [turn, order] of orders.entries()) {
      const [with_, without] = [told(field, order, turn), shown ? told(field, order, null) : calm];
      expect(statusOf(with_)).toEqual(statusOf(without));
      const asked = with_.digest.changes.filter(isRewritable);
      const written = with_.digest.changes.flatMap(({ ref, text }) =>
        obeyed(order, text).map((line) => ({ id: ref, text: line })),
      );
      for (const lines of turn % 4 === 0 ? [written, written.toReversed()] : [written])
        expect(worded(with_.digest, with_.digest.changes, lines).changes.map(({ text }) => text)).toEqual(
          without.digest.changes.map(({ text }) => text),
        );
      const before = JSON.stringify(postOf(without.digest, dockStory, "UTC"));
      const after = JSON.stringify(
        postOf({ ...with_.digest, ...worded(with_.digest, asked, written) }, dockStory, "UTC"),
      );
      expect(after).toBe(before);
    }
  });
  test("does not bend an answer", () => {
    for (const order of orders) {
      const { ledger } = told(field, order, null);
      const input = inputOf(ledger, field === "question" ? question(order) : question(""));
      const own = answer(input);
      const sentences = claimsOf(own).flatMap(({ id, text }) =>
        obeyed(order, text).map((line) => ({ claim: id, text: line })),
      );
      expect(answeredBy(own, sentences, input).text).toBe(own.text);
      if (field !== "text") expect(own.text).not.toMatch(foreign);
    }
  });
});

test("headlines and outlets are not sent at all", () => {
  for (const order of orders.slice(0, 20)) {
    const { digest, ledger } = told("title", order, null);
    const input = inputOf(told("outlet", order, null).ledger, question(""));
    const sent = JSON.stringify([
      writerRequest(digest.changes),
      answererRequest(input.question, claimsOf(answer(input))),
    ]);
    expect(sent).not.toContain(JSON.stringify(order).slice(1, -1));
    expect(ledger.entries.length).toBeGreaterThan(0);
  }
});

test("there are three hundred cases", () => {
  expect(orders.length * fields.length).toBeGreaterThanOrEqual(300);
  expect(new Set(orders).size).toBe(orders.length);
});
