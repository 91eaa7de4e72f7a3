/** How long a whole archive takes from articles to digests. */
import { readClaims } from "../../../src/core/claim/read.ts";
import { replay } from "../../../src/core/replay.ts";
import { readerOf } from "../samples.ts";
import { generatedArticles, generatedStory } from "./articles.ts";
import { atMost, median, ms, type Row, row, timed } from "./clock.ts";

const archived = 400;
const windows = 8;
const runs = 3;
const archiveMsMax = 10_000;

export function archiveRows(): readonly Row[] {
  const story = generatedStory("archive", 3);
  const reader = readerOf(story);
  const articles = generatedArticles(archived, 21);
  const [from, to] = [articles[0]!.published, articles.at(-1)!.published];
  const cutoffs = Array.from({ length: windows }, (_, at) => from + ((to - from) * (at + 1)) / windows);
  const results = Array.from({ length: runs }, () => timed(() => replay(articles, story, cutoffs)));
  const reading = Array.from(
    { length: runs },
    () => timed(() => articles.map((article) => readClaims(article, reader, null))).cpuMs,
  );
  const took = median(results.map((one) => one.ms));
  const { ledger, matched } = results[0]!.value;
  return [
    row(`replay of ${archived} articles, ${windows} digests`, ms(took), `${runs} runs, median`, {
      baseline: `processor time ${ms(median(results.map((one) => one.cpuMs)))}, of it reading ${ms(median(reading))} (${ledger.facts.size} facts of ${matched} articles)`,
      target: `≤ ${ms(archiveMsMax)}`,
      verdict: atMost(took, archiveMsMax),
    }),
  ];
}
