/** What an article costs with one story and with a thousand: to match it, and to read a followed one's names. */
import type { Article } from "../../../src/core/article/article.ts";
import { match, matchAll } from "../../../src/core/match/match.ts";
import { lexiconFor, lexiconOf, mentions } from "../../../src/core/story/lexicon.ts";
import type { Story } from "../../../src/core/story/story.ts";
import { generatedArticles, generatedStory, minimalStory, sharingStory, strangeStory, withPowers } from "./articles.ts";
import { atMost, median, ms, type Row, row, timed } from "./clock.ts";

const many = 1000;
const probes = 60;
/** The plain way takes long; fewer articles show it. */
const plainProbes = 5;
/** Each article is matched so often; the quickest counts, because other programs run beside. */
const tries = 5;

type Kind = { readonly name: string; story(id: string, at: number): Story; article(article: Article): Article };

const kinds: readonly Kind[] = [
  {
    name: "with names of their own",
    story: (id, at) => (at === 0 ? generatedStory(id, 500) : strangeStory(id)),
    article: (article) => article,
  },
  { name: "that share powers and words", story: sharingStory, article: withPowers },
  { name: "without match rules, that share powers and words", story: minimalStory, article: withPowers },
];

const targetTimes = 3;

export const storiesRows = (): readonly Row[] => kinds.flatMap(rowsOf);

function rowsOf({ name, story, article }: Kind): readonly Row[] {
  const stories = Array.from({ length: many }, (_, at) => story(`s${at}`, at));
  const articles = generatedArticles(probes, 5).map(article);
  const built = timed(() => lexiconOf(stories));
  const one = lexiconOf(stories.slice(0, 1));
  for (const probe of articles) matchAll(probe, one);
  const single = median(articles.map((probe) => quickest(() => matchAll(probe, one))));
  const all = median(articles.map((probe) => quickest(() => matchAll(probe, built.value))));
  const view = lexiconFor(built.value, stories[0]!);
  const readOne = median(articles.map((probe) => quickest(() => mentions(one, probe.text))));
  const readAll = median(articles.map((probe) => quickest(() => mentions(view, probe.text))));
  const runs = `${probes} articles, median of the quickest of ${tries}`;
  const beside = {
    baseline: plain(articles, stories, single),
    target: `≤ ${targetTimes} ×`,
    verdict: atMost(all / single, targetTimes),
  };
  return [
    row(`matching, 1 story`, ms(single), runs),
    row(`matching, ${many} stories ${name}`, times(all, single), runs, beside),
    row("  reading the names of the one that is followed", times(readAll, readOne), runs),
    row(`  building the names of ${many} stories`, ms(built.ms), "once"),
  ];
}

const quickest = (work: () => unknown): number => Math.min(...Array.from({ length: tries }, () => timed(work).ms));

const times = (all: number, single: number): string => `${ms(all)} = ${(all / single).toFixed(1)} ×`;

/** Story by story, each with names of its own. */
function plain(articles: readonly Article[], stories: readonly Story[], single: number): string {
  const each = stories.map((story) => lexiconOf([story]));
  const costs = articles
    .slice(0, plainProbes)
    .map((article) => timed(() => stories.map((story, at) => match(article, story, each[at]!))).ms);
  return `story by story ${ms(median(costs))} = ${Math.round(median(costs) / single)} ×`;
}
