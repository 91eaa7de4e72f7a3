/** What matching an article costs with one story and with a thousand. */
import { match, matchAll } from "../../../src/core/match/match.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { generatedArticles, generatedStory, strangeStory } from "./articles.ts";
import { median, ms, type Row, row, timed } from "./clock.ts";

const many = 1000;
const probes = 60;
/** The plain way takes long; fewer articles show it. */
const plainProbes = 5;

export function storiesRows(): readonly Row[] {
  const stories = Array.from({ length: many }, (_, at) =>
    at === 0 ? generatedStory("s0", 500) : strangeStory(`s${at}`),
  );
  const built = timed(() => lexiconOf(stories));
  const one = lexiconOf(stories.slice(0, 1));
  const each = stories.map((story) => lexiconOf([story]));
  const articles = generatedArticles(probes, 5);
  for (const article of articles) matchAll(article, stories.slice(0, 1), one);
  const costs = articles.map((article) => ({
    single: timed(() => matchAll(article, stories.slice(0, 1), one)).ms,
    all: timed(() => matchAll(article, stories, built.value)).ms,
  }));
  const plain = articles
    .slice(0, plainProbes)
    .map((article) => timed(() => stories.map((story, at) => match(article, story, each[at]!))).ms);
  const single = median(costs.map((cost) => cost.single));
  const all = median(costs.map((cost) => cost.all));
  const baseline = `story by story ${ms(median(plain))} = ${Math.round(median(plain) / single)} ×`;
  const runs = `${probes} articles, median`;
  return [
    row("matching, 1 story", ms(single), runs),
    row(`matching, ${many} stories`, `${ms(all)} = ${(all / single).toFixed(1)} ×`, runs, { baseline }),
    row(`  building the names of ${many} stories`, ms(built.ms), "once"),
  ];
}
