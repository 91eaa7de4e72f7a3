/**
 * `node tests/bench/train/relation.ts`: learns src/core/relation/forest.json from the open pairs, contrasts and streams of
 * tests/quality, and says how well trees learned without a domain judge that domain, and without a stream that stream.
 * Held-out data is never read here.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../samples.ts";
import { aloneFrom, amongFrom, contrastExamples, crossValidated, examples } from "./examples.ts";
import { aloneExamples, amongExamples, streamPairs } from "./stream-pairs.ts";
import { type Fault, scoreStream, show, sum } from "./stream-score.ts";
import { streams } from "./streams.ts";

const [pairs, contrasts, all] = [examples(), contrastExamples(), streams()];
const paired = all.flatMap(streamPairs);
const [beside, streamed] = [aloneExamples(paired), amongExamples(paired)];
const lone = [...pairs, ...contrasts];
const verbose = process.argv.includes("--faults");

const judged = crossValidated(pairs, contrasts, beside);
const right = judged.filter(({ example, got }) => got === example.label).length;
console.log(
  `${pairs.length} pairs, ${contrasts.length} contrasts; judged by trees that have not seen their domain: ${(right / pairs.length).toFixed(3)}`,
);

/** Parts into which the streams are divided. */
const folds = 4;
const noted = ({ kind, before, after, chances }: Fault) =>
  console.log(`${kind} ${chances}\n    ${before}\n    ${after}`);
const scores = Array.from({ length: folds }, (_, part) => part).flatMap((part) => {
  const own = all.filter((_, at) => at % folds === part);
  const table = amongFrom(
    streamed.filter((_, at) => !own.some(({ id }) => id === paired[at]!.stream)),
    lone,
  );
  return own.map((stream) => {
    const score = scoreStream(stream, table, verbose ? noted : undefined);
    console.log(`${stream.id.padEnd(18)} ${show(score)}`);
    return score;
  });
});
console.log(
  `${all.length} streams, ${streamed.length} pairs in them; read with trees that have not seen them: ${show(sum(scores))}`,
);

const forests = { alone: aloneFrom(lone, beside), among: amongFrom(streamed, lone) };
writeFileSync(join(root, "src/core/relation/forest.json"), `${JSON.stringify(forests)}\n`);
