/** The digests that the ledger makes of the gold articles: which facts have a line, which must not, what lines say. */
import { versionOf } from "../../../src/core/article/article.ts";
import { replay } from "../../../src/core/replay.ts";
import type { Story } from "../../../src/core/story/story.ts";
import { sentences } from "../../../src/core/text/sentences.ts";
import { type LabelledSpan, type Line, place, scoreDigest } from "../../quality/score/clusters.ts";
import { count, share } from "../../quality/score/rates.ts";
import { sameWords } from "../../quality/score/spans.ts";
import { overlaps } from "../../quality/score/words.ts";
import { type Fault, type Figure, type FigureOf, figureOf, type Measured } from "../figure.ts";
import { type Gold, spanOf } from "../gold.ts";

type Scores = ReturnType<typeof scoresOf>;

export function goldDigests(gold: Gold, story: Story): Measured {
  const cutoffs = gold.digests.map((one) => Date.parse(one.asOf));
  const { digests } = replay(gold.articles, story, cutoffs);
  const own = scoresOf(
    gold,
    digests.map((digest) => digest.changes),
  );
  const plain = {
    "always new": scoresOf(gold, plainLines(gold, cutoffs, false)),
    overlap: scoresOf(gold, plainLines(gold, cutoffs, true)),
  };
  const lengths = digests.map((digest) => digest.changes.length);
  return {
    figures: figuresOf(own, plain),
    faults: faultsOf(gold, own),
    notes: [`The gold digests have ${lengths.join(", ")} lines.`],
  };
}

function scoresOf(gold: Gold, told: readonly (readonly Line[])[]) {
  const spans: readonly LabelledSpan[] = gold.claims.map(spanOf);
  const scored = gold.digests.map(({ id, ...expected }, at) => ({
    id,
    score: scoreDigest({ id, ...expected }, place(told[at]!, spans)),
  }));
  return {
    tells: scored.flatMap(({ id, score }) => score.tells.map((one) => ({ ...one, id }))),
    says: scored.flatMap(({ id, score }) => score.says.map((one) => ({ ...one, id }))),
    nots: scored.flatMap(({ id, score }) => score.nots.map((one) => ({ ...one, id, rule: "must have no line" }))),
    news: scored.flatMap(({ id, score }) => score.notNews.map((one) => ({ ...one, id, rule: "must not be news" }))),
    dull: told.flat().filter((line) => isFiller(gold, line)),
  };
}

const isFiller = (gold: Gold, line: Line): boolean =>
  line.evidence.slice(0, 1).some((one) =>
    gold.filler.some((filler) => {
      const span = { start: filler.offset, end: filler.offset + filler.text.length };
      return filler.article === one.articleId && sameWords(one, span);
    }),
  );

/** Every sentence of a digest's articles as a new line, or every one that overlaps none before it. */
function plainLines(gold: Gold, cutoffs: readonly number[], sparing: boolean): readonly (readonly Line[])[] {
  const seen: string[] = [];
  return cutoffs.map((until, at) =>
    gold.articles
      .filter((article) => versionOf(article) <= until && (at === 0 || versionOf(article) > cutoffs[at - 1]!))
      .flatMap((article) =>
        sentences(article.text).flatMap(({ text, start, end }): readonly Line[] => {
          const told = sparing && seen.some((other) => overlaps(text, other));
          seen.push(text);
          return told ? [] : [{ kind: "new", text, evidence: [{ articleId: article.id, start, end }] }];
        }),
      ),
  );
}

function figuresOf(own: Scores, plain: Readonly<Record<string, Scores>>): readonly Figure[] {
  const figure = (
    id: string,
    name: string,
    pick: (scores: Scores) => readonly boolean[],
    rest: Pick<FigureOf<boolean>, "target" | "unit" | "better" | "of">,
  ): Figure => {
    const baselines = Object.entries(plain).map(([label, scores]) => ({ name: label, value: rest.of(pick(scores)) }));
    return figureOf({ id, section: "gold: digests", name, items: pick(own), baselines, own: false, ...rest });
  };
  const faults = { target: 0, unit: "count", better: "low", of: count } as const;
  return [
    figure("gold-must-tell", "facts that must be told are", ({ tells }) => tells.map((one) => one.told), {
      target: 0.95,
      of: share,
    }),
    figure("gold-must-say", "  and say what they must", ({ says }) => says.map((one) => one.said), {
      target: 1,
      of: share,
    }),
    figure("gold-must-not", "lines that must not be", ({ nots }) => nots.map((one) => one.line !== null), faults),
    figure("gold-must-not-new", "news that is known", ({ news }) => news.map((one) => one.line !== null), faults),
    figure("gold-filler-told", "filler told", ({ dull }) => dull.map(() => true), faults),
  ];
}

function faultsOf(gold: Gold, own: Scores): readonly Fault[] {
  const fault = (id: string, kind: string, expected: string, got: string, texts: readonly string[]): Fault => ({
    measure: "gold digests",
    id,
    kind,
    expected,
    got,
    because: [],
    texts,
  });
  return [
    ...own.tells.flatMap((one) =>
      one.told ? [] : [fault(one.id, "fact not told", one.cluster, "", evidenceOf(gold, one.cluster))],
    ),
    ...own.says.flatMap((one) =>
      one.said ? [] : [fault(one.id, "does not say", `${one.cluster}: ${one.pattern}`, "", one.lines)],
    ),
    ...[...own.nots, ...own.news].flatMap((one) =>
      one.line ? [fault(one.id, one.rule, one.cluster, one.line.kind, [one.line.text])] : [],
    ),
    ...own.dull.map((line) => fault("", "filler told", "no line", line.kind, [line.text])),
  ];
}

const textsMax = 4;
const evidenceOf = (gold: Gold, cluster: string): readonly string[] =>
  gold.claims
    .filter((claim) => claim.cluster === cluster || claim.alsoClusters.includes(cluster))
    .map((claim) => `${claim.id}: ${claim.evidence}`)
    .slice(0, textsMax);
