/** What questions are answered with, what they must never be answered with, and when the answer is that nobody knows. */
import { type Article, versionOf } from "../../../src/core/article/article.ts";
import type { Ledger } from "../../../src/core/ledger/ledger.ts";
import { match } from "../../../src/core/match/match.ts";
import { replay } from "../../../src/core/replay.ts";
import type { Story } from "../../../src/core/story/story.ts";
import { sentences } from "../../../src/core/text/sentences.ts";
import { count, share } from "../../quality/score/rates.ts";
import { sameWords } from "../../quality/score/spans.ts";
import { overlap, overlapMin } from "../../quality/score/words.ts";
import { type Answered, type Answerer, openAnswerer } from "../answerer.ts";
import { type Fault, type Figure, figureOf, type Measured, nothing, together } from "../figure.ts";
import { type Gold, type GoldClaim, spanOf } from "../gold.ts";
import {
  demoSample,
  furtherQuestions,
  furtherSamples,
  type Question,
  type QuestionSet,
  readerOf,
  type Sample,
} from "../samples.ts";

const section = "questions";

/** One question with its answer; `holds` says which of the wanted contents are in an answer. */
type Asked = {
  readonly id: string;
  readonly q: string;
  readonly abstain: boolean;
  readonly holds: (answer: Answered) => readonly { readonly what: string; readonly held: boolean }[];
  /** Forbidden contents, each with whether it is there. */
  readonly breaks: (answer: Answered) => readonly { readonly what: string; readonly held: boolean }[];
  readonly given: Answered;
  readonly plain: Answered;
};

const missing: Measured = {
  ...nothing,
  notes: ["Questions are not measured: there is no src/core/answer/answer.ts yet."],
};

export async function ownQuestions(samples: readonly Sample[]): Promise<Measured> {
  const answerer = await openAnswerer();
  if (!answerer) return missing;
  const ask = (held: boolean): readonly Asked[] =>
    samples
      .filter((sample) => sample.held === held)
      .flatMap((sample) => sample.questions.map((question, at) => ownAsked(sample, question, at, answerer)));
  const further = (set: QuestionSet): readonly Asked[] => {
    const known = new Map<string, Pick<Sample, "story" | "articles">>(
      [...samples, ...furtherSamples()].map((one) => [one.id, one] as const),
    );
    known.set("demo", demoSample());
    return furtherQuestions(set).map((question, at) =>
      ownAsked({ ...known.get(question.story)!, id: `${question.story} ${question.kind}` }, question, at, answerer),
    );
  };
  return together(
    measured(ask(false), { id: "questions-open", name: "own stories", own: true, held: false }),
    measured(ask(true), { id: "questions-held", name: "held-out story", own: true, held: true }),
    measured(further("open"), { id: "questions-further", name: "further, open", own: true, held: false }),
    measured(further("aside"), { id: "questions-aside", name: "further, set aside", own: true, held: true }),
    measured(further("fresh-open"), { id: "questions-fresh", name: "fresh, open", own: true, held: false }),
    measured(further("fresh-aside"), { id: "questions-fresh-aside", name: "fresh, set aside", own: true, held: true }),
  );
}

function ownAsked(
  sample: Pick<Sample, "id" | "story" | "articles">,
  question: Question,
  at: number,
  answerer: Answerer,
): Asked {
  const until = Date.parse(question.at);
  const reader = readerFor(sample.story);
  const { lexicon } = reader;
  const known = sample.articles.filter((article) => versionOf(article) <= until);
  const taken = known.filter((article) => match(article, sample.story, lexicon).decision === "in");
  const fits = (text: string, pattern: string): boolean => new RegExp(pattern, "i").test(text);
  return {
    id: `${sample.id} ${at + 1}`,
    q: [...(question.thread ?? []), question.q].join(" → "),
    abstain: question.abstain,
    holds: ({ answer }) => question.must.map((pattern) => ({ what: pattern, held: fits(answer, pattern) })),
    breaks: ({ answer }) => question.mustNot.map((pattern) => ({ what: pattern, held: fits(answer, pattern) })),
    given: answerer(question, ledgerAt(known, sample.story, until), reader, until),
    plain: bestSentence(question.q, taken),
  };
}

const readers = new Map<Story, ReturnType<typeof readerOf>>();

function readerFor(story: Story): ReturnType<typeof readerOf> {
  const reader = readers.get(story) ?? readerOf(story);
  readers.set(story, reader);
  return reader;
}

/** Many questions are asked at the same hour of the same story. */
const ledgers = new Map<Story, Map<number, Ledger>>();

function ledgerAt(articles: readonly Article[], story: Story, at: number): Ledger {
  const own = ledgers.get(story) ?? new Map<number, Ledger>();
  ledgers.set(story, own);
  const ledger = own.get(at) ?? replay(articles, story, [at]).ledger;
  own.set(at, ledger);
  return ledger;
}

/** The plain rule: the newest of the sentences that share most words with the question, or nothing below the limit. */
function bestSentence(question: string, articles: readonly Article[]): Answered {
  let best = { score: overlapMin, answer: "", evidence: [] as Answered["evidence"] };
  for (const article of articles) {
    for (const { text, start, end } of sentences(article.text)) {
      const score = overlap(question, text);
      if (score >= best.score) best = { score, answer: text, evidence: [{ articleId: article.id, start, end }] };
    }
  }
  return { answer: best.answer, abstained: best.answer === "", evidence: best.evidence };
}

type Group = { readonly id: string; readonly name: string; readonly own: boolean; readonly held: boolean };

function measured(asked: readonly Asked[], { id, name, own, held }: Group): Measured {
  const figure = (
    key: string,
    label: string,
    pick: (asked: Asked, answer: Answered) => readonly boolean[],
    faulty: boolean,
  ): Figure => {
    const of = faulty ? count : share;
    return figureOf({
      id: `${id}-${key}`,
      section,
      name: `${name}: ${label}`,
      items: asked.flatMap((one) => pick(one, one.given)),
      of,
      baselines: [{ name: "best sentence", value: of(asked.flatMap((one) => pick(one, one.plain))) }],
      unit: faulty ? "count" : "share",
      better: faulty ? "low" : "high",
      target: faulty ? 0 : 1,
      own,
    });
  };
  const figures = [
    figure("must", "wanted content is there", (one, answer) => one.holds(answer).map(({ held: is }) => is), false),
    figure("not", "forbidden content", (one, answer) => one.breaks(answer).map(({ held: is }) => is), true),
    figure("abstain", "abstains when it must, only then", (one, answer) => [answer.abstained === one.abstain], false),
  ];
  return { figures, faults: held ? [] : asked.flatMap((one) => faultOf(one, name)), notes: [] };
}

function faultOf(asked: Asked, name: string): readonly Fault[] {
  const { given } = asked;
  const lost = asked.holds(given).filter((one) => !one.held);
  const broken = asked.breaks(given).filter((one) => one.held);
  const turned = given.abstained !== asked.abstain;
  if (lost.length === 0 && broken.length === 0 && !turned) return [];
  const kind = turned ? (given.abstained ? "abstains" : "does not abstain") : lost.length > 0 ? "lacks" : "forbidden";
  const wanted = lost.map((one) => one.what).join(" & ") || (asked.abstain ? "an abstention" : "an answer");
  const because = broken.map((one) => `says ${one.what}`);
  return [
    {
      measure: `questions, ${name}`,
      id: asked.id,
      kind,
      expected: wanted,
      got: "",
      because,
      texts: [asked.q, given.answer],
    },
  ];
}

export async function goldQuestions(gold: Gold, story: Story): Promise<Measured> {
  const answerer = await openAnswerer();
  if (!answerer) return nothing;
  const byId = new Map(gold.claims.map((claim) => [claim.id, claim]));
  const asked = gold.qa.map((one): Asked => {
    const at = Date.parse(one.asOf);
    const known = gold.articles.filter((article) => versionOf(article) <= at);
    const wanted = one.must.flatMap((id) => byId.get(id) ?? []);
    return {
      id: one.id,
      q: one.q,
      abstain: one.abstain,
      holds: (answer) =>
        wanted.map((claim) => ({ what: `${claim.id} (${claim.claim})`, held: rests(answer, claim, gold) })),
      breaks: ({ answer }) => one.mustNotContain.map((text) => ({ what: text, held: answer.includes(text) })),
      given: answerer(one, ledgerAt(known, story, at), readerFor(story), at),
      plain: bestSentence(one.q, known),
    };
  });
  return measured(asked, { id: "questions-gold", name: "gold", own: false, held: false });
}

/** An answer holds a claim when it rests on the claim's words, or on other words for the same fact in the same sense. */
function rests(answer: Answered, claim: GoldClaim, gold: Gold): boolean {
  const alike = gold.claims.filter((one) => one.cluster === claim.cluster && one.label === "REPEATED");
  return [claim, ...alike].some((one) =>
    answer.evidence.some((span) => span.articleId === one.article && sameWords(span, spanOf(one))),
  );
}
