/**
 * `node tests/bench/train/relation.ts`: learns src/core/relation/forest.json and weights.json from the open pairs and
 * contrasts of tests/quality, and says how well trees learned without a domain judge that domain. Held-out pairs are never
 * read here.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../samples.ts";
import { contrastExamples, crossValidated, examples, labels, learned, weightsFrom } from "./examples.ts";

const [pairs, contrasts] = [examples(), contrastExamples()];
const judged = crossValidated(pairs, contrasts);
const right = judged.filter(({ example, got }) => got === example.label).length;
console.log(
  `${pairs.length} pairs, ${contrasts.length} contrasts; judged by trees that have not seen their domain: ${(right / pairs.length).toFixed(3)}`,
);
const write = (name: string, text: string) => writeFileSync(join(root, "src/core/relation", name), `${text}\n`);

const forest = learned([...pairs, ...contrasts]);
write("forest.json", JSON.stringify(forest));
const model = weightsFrom(pairs);
const rounded = (own: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(own).map(([name, value]) => [name, Math.round(value * 1000) / 1000]));
write(
  "weights.json",
  JSON.stringify(Object.fromEntries(labels.map((label) => [label, rounded(model[label]!)])), null, 1),
);
