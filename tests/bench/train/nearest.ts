/**
 * `node tests/bench/train/nearest.ts`: learns from the open questions what makes a report the nearest to a question, and
 * writes src/core/answer/nearest.json. A softmax over the passages of each question, the wanted ones together against
 * the rest (listwise, after Cao and others 2007). It prints how often a wanted passage comes first in stories that were not
 * learned from; questions set aside are never read.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { heardFrom } from "../../../src/core/answer/heard.ts";
import { nearnessOf } from "../../../src/core/answer/near-features.ts";
import { readQuestion } from "../../../src/core/answer/question.ts";
import { toldBy } from "../../../src/core/answer/told.ts";
import { versionOf } from "../../../src/core/article/article.ts";
import type { Ledger } from "../../../src/core/ledger/ledger.ts";
import { factStates } from "../../../src/core/ledger/states.ts";
import { replay } from "../../../src/core/replay.ts";
import { dayOf } from "../../../src/core/text/day.ts";
import {
  demoSample,
  type FurtherQuestion,
  furtherQuestions,
  furtherSamples,
  readerOf,
  root,
  samples,
} from "../samples.ts";

/** A question: for each passage that shares anything with it what was counted, and whether it holds wanted content. */
type List = {
  readonly story: string;
  readonly rows: readonly (readonly number[])[];
  readonly wanted: readonly boolean[];
};

const rounds = 300;
const step = 0.03;
/** Pull of the weights towards nothing. */
const penalty = 10;
/** Adam (Kingma and Ba 2014). */
const decay = { mean: 0.9, square: 0.99 } as const;
/** Kinds whose answers are no single passage. */
const leftOut = new Set(["injection", "foreign", "changed", "thread", "source"]);

const known = new Map([...samples(), ...furtherSamples()].map((one) => [one.id, one] as const));
const stories = new Map<string, { story: Parameters<typeof readerOf>[0]; articles: Parameters<typeof replay>[0] }>(
  known,
);
stories.set("demo", demoSample());
const readers = new Map([...stories].map(([id, { story }]) => [id, readerOf(story)] as const));
const ledgers = new Map<string, Ledger>();

function ledgerOf({ story: id, at }: FurtherQuestion): Ledger {
  const key = `${id} ${at}`;
  const { story, articles } = stories.get(id)!;
  const until = Date.parse(at);
  const ledger =
    ledgers.get(key) ??
    replay(
      articles.filter((article) => versionOf(article) <= until),
      story,
      [until],
    ).ledger;
  ledgers.set(key, ledger);
  return ledger;
}

type Counted = { readonly features: Readonly<Record<string, number>>; readonly wanted: boolean };

function countedOf(question: FurtherQuestion): readonly Counted[] {
  const at = Date.parse(question.at);
  const ledger = ledgerOf(question);
  const { story, lexicon } = readers.get(question.story)!;
  const heard = heardFrom(factStates(ledger, at), toldBy(ledger, at), { story, lexicon });
  const parts = readQuestion(question.q, { story, lexicon, day: dayOf(at), reported: heard.reported });
  if (parts.length !== 1) return [];
  const sides = new Map(story.actors.map((actor) => [actor.id, actor.side ?? actor.id]));
  const passages = heard.passages(parts).filter((one) => one.at <= at);
  const wants = question.must.map((pattern) => new RegExp(pattern, "i"));
  return nearnessOf(parts[0]!, passages, (actor) => sides.get(actor) ?? actor)
    .filter(({ cover, features }) => cover > 0 || features["names"]! > 0)
    .map(({ features, passage }) => ({ features, wanted: wants.some((want) => want.test(passage.text)) }));
}

/** The weights that make the wanted passages of these questions the likeliest. */
function learn(lists: readonly List[], width: number): readonly number[] {
  const weights = new Array<number>(width).fill(0);
  const mean = [...weights];
  const square = [...weights];
  for (let round = 0; round < rounds; round++) {
    const slope = weights.map((weight) => (penalty * weight) / lists.length);
    for (const list of lists) addSlope(list, weights, slope, lists.length);
    for (const [at, one] of slope.entries()) {
      mean[at] = decay.mean * mean[at]! + (1 - decay.mean) * one;
      square[at] = decay.square * square[at]! + (1 - decay.square) * one * one;
      weights[at]! -= (step * (1 - round / rounds) * mean[at]!) / (Math.sqrt(square[at]!) + 1e-8);
    }
  }
  return weights;
}

function addSlope({ rows, wanted }: List, weights: readonly number[], slope: number[], count: number): void {
  const scores = rows.map((row) => scoreOf(row, weights));
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const all = shares.reduce((sum, one) => sum + one, 0);
  const right = shares.reduce((sum, one, at) => sum + (wanted[at] ? one : 0), 0);
  for (const [at, row] of rows.entries()) {
    const pull = shares[at]! / all - (wanted[at] ? shares[at]! / right : 0);
    for (const [which, value] of row.entries()) slope[which]! += (pull * value) / count;
  }
}

const scoreOf = (row: readonly number[], weights: readonly number[]): number =>
  row.reduce((sum, value, at) => sum + value * weights[at]!, 0);

/** Place of the first wanted passage, counted from nought. */
function placeOf({ rows, wanted }: List, weights: readonly number[]): number {
  const order = rows.map((row, at) => ({ at, score: scoreOf(row, weights) })).sort((a, b) => b.score - a.score);
  return order.findIndex(({ at }) => wanted[at]);
}

const asked = [...furtherQuestions("open"), ...furtherQuestions("fresh-open")];
const questions = asked.filter(
  (one) => !one.abstain && one.must.length > 0 && !leftOut.has(one.kind) && one.thread === undefined,
);
const counted = questions
  .map((question) => ({ story: question.story, passages: countedOf(question) }))
  .filter(({ passages }) => passages.some(({ wanted }) => wanted));
const names = [
  ...new Set(counted.flatMap(({ passages }) => passages.flatMap(({ features }) => Object.keys(features)))),
].sort();
const spread = names.map((name) => {
  const values = counted.flatMap(({ passages }) => passages.map(({ features }) => features[name] ?? 0));
  const middle = values.reduce((sum, one) => sum + one, 0) / values.length;
  return Math.sqrt(values.reduce((sum, one) => sum + (one - middle) ** 2, 0) / values.length) || 1;
});
const lists = counted.map(
  ({ story, passages }): List => ({
    story,
    rows: passages.map(({ features }) => names.map((name, at) => (features[name] ?? 0) / spread[at]!)),
    wanted: passages.map(({ wanted }) => wanted),
  }),
);

const places = [...new Set(lists.map(({ story }) => story))].flatMap((left) => {
  const weights = learn(
    lists.filter(({ story }) => story !== left),
    names.length,
  );
  return lists.filter(({ story }) => story === left).map((list) => placeOf(list, weights));
});
const within = (count: number): string => (places.filter((place) => place < count).length / places.length).toFixed(3);
console.log(`${lists.length} questions; of stories left out, wanted first ${within(1)}, in three ${within(3)}`);

const weights = learn(lists, names.length);
const found = names
  .map((name, at) => [name, Math.round((weights[at]! / spread[at]!) * 1000) / 1000] as const)
  .filter(([, weight]) => weight !== 0);
writeFileSync(join(root, "src/core/answer/nearest.json"), `${JSON.stringify(Object.fromEntries(found), null, 2)}\n`);
