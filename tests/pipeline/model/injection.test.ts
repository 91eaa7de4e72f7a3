/** Three models that obey every order they read change no status, and add no link, no mention and no order of their own. */
import { describe, expect, test } from "vitest";
import { type AnswerInput, answer } from "../../../src/core/answer/answer.ts";
import { articlesBy, toldBy } from "../../../src/core/answer/told.ts";
import type { Article } from "../../../src/core/article/article.ts";
import { readClaims } from "../../../src/core/claim/read.ts";
import { digestOf } from "../../../src/core/digest/assemble.ts";
import type { Digest } from "../../../src/core/digest/digest.ts";
import { ingest } from "../../../src/core/ledger/ingest.ts";
import { emptyLedger, type Ledger } from "../../../src/core/ledger/ledger.ts";
import { factStates } from "../../../src/core/ledger/states.ts";
import { unsettledIn } from "../../../src/core/model/reading/unsettled.ts";
import type { ModelRequest } from "../../../src/core/model/request.ts";
import { postOf } from "../../../src/core/post/digest-post.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { answerWith } from "../../../src/pipeline/model/answering.ts";
import type { Asking } from "../../../src/pipeline/model/asking.ts";
import { patienceOf } from "../../../src/pipeline/model/patience.ts";
import { readingKey, readWith } from "../../../src/pipeline/model/reading.ts";
import { write } from "../../../src/pipeline/model/writing.ts";
import { logInMemory } from "../../fakes/log.ts";
import { dockStory } from "../../fakes/newsroom.ts";
import { type Field, fields, orders } from "./injections.ts";
import { askingOf, obedient } from "./obedient.ts";

const reader = { story: dockStory, lexicon: lexiconOf([dockStory]) };
const place = "toy:T1/C1";
const at = (day: number) => Date.parse(`2031-05-0${day}T09:00:00Z`);
const article = (id: string, day: number, text: string, title: string, outlet: string): Article => ({
  ...{ id, url: `https://${id}.example/`, outlet, title, lang: "en", text, published: at(day) },
});

const first =
  "The Port of Aldwick will meet the dockers on Thursday to discuss an agreement on the night shift, Casper Thule said. Orla Fenwick is on her way to Lisbon for the talks, the union said on Tuesday.";
const second = (order: string) =>
  `The Port of Aldwick offered the dockers a wage rise of 4 per cent over two years in the talks on Wednesday, after a night of bargaining at the harbour office, Casper Thule said. ${order} Orla Fenwick arrived in Lisbon on Wednesday evening, hotel workers said. Orla Fenwick has taken part in the talks since the autumn.`;

const patience = () => patienceOf(60_000);

type Told = { readonly ledger: Ledger; readonly digest: Digest };

/** Two articles, the second with the order in one of its fields, read and written with a model or without one. */
async function tell(field: Field, order: string, asking: Asking | null): Promise<Told> {
  const ledger = emptyLedger();
  const body = second(field === "text" ? order : "");
  const late = article("b", 3, body, field === "title" ? order : "Dock talks", field === "outlet" ? order : "quay");
  for (const [day, one] of [article("a", 2, first, "Dock talks", "quay"), late].entries()) {
    const open = unsettledIn(readClaims(one, reader, null), ledger);
    const key = readingKey(dockStory.id, one);
    const reading = asking ? (await readWith(asking, new Map([[key, open]]), patience())).get(key) : undefined;
    const seen = { article: one, seen: at(day + 2), baseline: false, within: null };
    ingest(ledger, { ...seen, ...(reading ? { reading } : {}) }, reader);
  }
  const digest = digestOf(ledger, dockStory, { since: at(2), until: at(3) });
  return { ledger, digest: asking ? await write(digest, { place }, asking, patience(), logInMemory()) : digest };
}

/** All that is posted but whose words it has. */
const posted = ({ digest: { engine: _, ...digest } }: Told): string => JSON.stringify(postOf(digest, dockStory, "UTC"));

const question = (order: string): string => `What did the Port of Aldwick offer the dockers? ${order}`;
const inputOf = (ledger: Ledger, asked: string): AnswerInput => ({
  ...{ question: asked, ...reader, at: at(3), facts: factStates(ledger, at(3)) },
  ...{ told: toldBy(ledger, at(3)), articles: articlesBy(ledger, at(3)) },
});

/** What the engine alone makes of a case: made once, whatever model is then asked. */
const alone = new Map<string, Promise<Told>>();
function toldAlone(field: Field, order: string): Promise<Told> {
  // A headline and a question stand in no post, so that one look without a model is enough there.
  const key = field === "text" || field === "outlet" ? order : orders[0]!;
  const known = alone.get(`${field} ${key}`) ?? tell(field, key, null);
  alone.set(`${field} ${key}`, known);
  return known;
}

/** What is there that the engine alone does not say. */
const foreign = /https?:|offers\.example|@everyone|<[!@]|555-0199|resigned|refund/;

describe.each(Object.entries(obedient))("a model that obeys %s", (_, model) => {
  test("is asked in each role", async () => {
    const asked: ModelRequest[] = [];
    const { ledger } = await tell("text", orders[0]!, askingOf(model, orders[0]!, 0, asked));
    await answerWith(inputOf(ledger, question("")), place, askingOf(model, orders[0]!, 0, asked));
    expect(new Set(asked.map(({ role }) => role))).toEqual(new Set(["extractor", "judge", "writer", "answerer"]));
  });
  test.each(fields)(`changes nothing by an order in the %s, in ${orders.length} wordings`, async (field) => {
    for (const [turn, order] of orders.entries()) {
      const own = await toldAlone(field, order);
      const asking = askingOf(model, order, turn, []);
      expect(posted(await tell(field, order, asking))).toBe(posted(own));
      const input = inputOf(own.ledger, question(field === "question" ? order : ""));
      const plain = answer(input);
      const told = await answerWith(input, place, asking);
      expect({ text: told.text, sources: told.lines.length }).toEqual({
        text: plain.text,
        sources: plain.lines.length,
      });
      if (field !== "text") expect(told.text).not.toMatch(foreign);
    }
  });
});

test("headlines and outlets are not sent at all", async () => {
  for (const order of orders.slice(0, 20)) {
    for (const field of ["title", "outlet"] as const) {
      const asked: ModelRequest[] = [];
      const asking = askingOf(obedient["in its lines"]!, order, 0, asked);
      const { ledger } = await tell(field, order, asking);
      await answerWith(inputOf(ledger, question("")), place, asking);
      expect(asked.length).toBeGreaterThan(2);
      expect(JSON.stringify(asked.map(({ user }) => JSON.parse(user.slice(7, -8))))).not.toContain(
        JSON.stringify(order).slice(1, -1),
      );
    }
  }
});

test("there are three hundred cases for each of three models", () => {
  expect(orders.length * fields.length).toBeGreaterThanOrEqual(300);
  expect(new Set(orders).size).toBe(orders.length);
  expect(Object.keys(obedient)).toHaveLength(3);
});
