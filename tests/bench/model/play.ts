/** A sample story played with a model beside the engine: the same days, the same windows, what it costs noted. */
import { versionOf } from "../../../src/core/article/article.ts";
import { readClaims } from "../../../src/core/claim/read.ts";
import { digestOf } from "../../../src/core/digest/assemble.ts";
import type { Digest } from "../../../src/core/digest/digest.ts";
import { candidatesFor } from "../../../src/core/ledger/candidates.ts";
import { ingest, takeBack } from "../../../src/core/ledger/ingest.ts";
import { emptyLedger, type Ledger } from "../../../src/core/ledger/ledger.ts";
import { match } from "../../../src/core/match/match.ts";
import { isRepeat, unsettledIn } from "../../../src/core/model/reading/unsettled.ts";
import type { Asking } from "../../../src/pipeline/model/asking.ts";
import { patienceOf } from "../../../src/pipeline/model/patience.ts";
import { readingKey, readWith } from "../../../src/pipeline/model/reading.ts";
import { write } from "../../../src/pipeline/model/writing.ts";
import type { Log } from "../../../src/ports.ts";
import { readerOf, type Sample } from "../samples.ts";

export type PlayedWith = {
  readonly digests: readonly Digest[];
  readonly ledger: Ledger;
  /** Claims that the engine is sure were told, and how many of them were sent all the same. */
  readonly repeats: number;
  readonly repeatsSent: number;
};

/** Nobody waits for a bench. */
const waitMs = 120_000;

export async function playWith(
  sample: Pick<Sample, "story" | "articles" | "cutoffs">,
  asking: Asking,
  log: Log,
): Promise<PlayedWith> {
  const { story } = sample;
  const reader = readerOf(story);
  const ledger = emptyLedger();
  const ordered = [...sample.articles].sort((a, b) => versionOf(a) - versionOf(b) || (a.id < b.id ? -1 : 1));
  const digests: Digest[] = [];
  let [next, since, repeats, repeatsSent]: [number, number | null, number, number] = [0, null, 0, 0];
  for (const until of sample.cutoffs.map((at) => Date.parse(at))) {
    for (; next < ordered.length && versionOf(ordered[next]!) <= until; next++) {
      const article = ordered[next]!;
      const { decision, within } = match(article, story, reader.lexicon);
      const seen = versionOf(article);
      if (decision !== "in") {
        takeBack(ledger, { article, seen }, reader);
        continue;
      }
      const claims = readClaims(article, reader, within);
      const open = unsettledIn(claims, ledger);
      const told = claims.filter((claim) => claim.worth > 0 && isRepeat(claim, candidatesFor(claim, ledger)));
      const sent = new Set([...open.words, ...open.doubts.map(({ claim }) => claim)]);
      repeats += told.length;
      repeatsSent += told.filter((claim) => sent.has(claim)).length;
      const key = readingKey(story.id, article);
      const readings = await readWith(asking, new Map([[key, open]]), patienceOf(waitMs));
      const reading = readings.get(key);
      ingest(ledger, { article, seen, baseline: false, within, ...(reading ? { reading } : {}) }, reader);
    }
    digests.push(
      await write(digestOf(ledger, story, { since, until }), { place: "bench:" }, asking, patienceOf(waitMs), log),
    );
    since = until;
  }
  return { digests, ledger, repeats, repeatsSent };
}
