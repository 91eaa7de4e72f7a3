/** Which articles a story takes in. */
import type { Article } from "../../../src/core/article/article.ts";
import { match } from "../../../src/core/match/match.ts";
import type { Story } from "../../../src/core/story/story.ts";
import { type Choice, precision, recall } from "../../quality/score/rates.ts";
import { type Fault, figureOf, type Measured } from "../figure.ts";
import { matchSets } from "../match-samples.ts";
import { readerOf, type Sample } from "../samples.ts";

const section = "matching";

type Judged = Choice & { readonly keyword: boolean; readonly fault: Fault };

export type MatchSet = {
  readonly id: string;
  readonly name: string;
  readonly own: boolean;
  readonly held?: boolean;
  readonly cases: readonly MatchCase[];
};
export type MatchCase = {
  readonly story: Story;
  readonly article: Article;
  readonly wanted: boolean;
  readonly kind: string;
};

export function matching(set: MatchSet): Measured {
  const readers = new Map([...new Set(set.cases.map((one) => one.story))].map((story) => [story, readerOf(story)]));
  const judged = set.cases.map((one): Judged => {
    const { decision, score, because } = match(one.article, one.story, readers.get(one.story)!.lexicon);
    const texts = [one.article.title, one.article.text.slice(0, 200)];
    const fault = {
      measure: set.id,
      id: one.article.id,
      kind: one.kind,
      expected: one.wanted ? "in" : "out",
      got: `${decision} ${score}`,
      because,
      texts,
    };
    return { wanted: one.wanted, got: decision === "in", keyword: byKeyword(one), fault };
  });
  const naive = judged.map(({ wanted, keyword }) => ({ wanted, got: keyword }));
  const all = judged.map(({ wanted }) => ({ wanted, got: true }));
  const figure = (id: string, name: string, of: (items: readonly Choice[]) => number, target: number) =>
    figureOf({
      id: `${set.id}-${id}`,
      section,
      name: `${set.name}: ${name}`,
      items: judged as readonly Choice[],
      of,
      baselines: [
        { name: "take all", value: of(all) },
        { name: "keywords", value: of(naive) },
      ],
      target,
      own: set.own,
    });
  const faults = set.held ? [] : judged.filter((one) => one.wanted !== one.got).map((one) => one.fault);
  return {
    figures: [figure("precision", "precision", precision, 0.99), figure("recall", "recall", recall, 0.97)],
    faults,
    notes: [],
  };
}

/** The plain rule: the article names one of the story's actors and one of its places. */
function byKeyword({ story, article }: MatchCase): boolean {
  const text = `${article.title}\n${article.text}`.toLowerCase();
  const names = (list: readonly { readonly name: string }[]): boolean =>
    list.some((one) => text.includes(one.name.toLowerCase()));
  return names(story.actors) && names(story.places);
}

/** A revision counts with the article it revises: the newest version is judged. */
export function matchCases(sample: Sample): readonly MatchCase[] {
  const newest = new Map(sample.articles.map((article) => [article.id, article]));
  return Object.entries(sample.match).flatMap(([id, decision]) => {
    const article = newest.get(id);
    return article ? [{ story: sample.story, article, wanted: decision === "in", kind: sample.id }] : [];
  });
}

export function ownMatching(all: readonly Sample[]): Measured {
  const open = all.filter((sample) => !sample.held);
  const held = all.filter((sample) => sample.held);
  const parts = [
    matching({ id: "match-open", name: "own stories", own: true, cases: open.flatMap(matchCases) }),
    matching({ id: "match-held", name: "held-out story", own: true, held: true, cases: held.flatMap(matchCases) }),
    ...matchSets().map(matching),
  ];
  return { figures: parts.flatMap((part) => part.figures), faults: parts.flatMap((part) => part.faults), notes: [] };
}
