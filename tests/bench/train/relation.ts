/**
 * `node tests/bench/train/relation.ts`: learns src/core/ledger/weights.json from the open pairs of tests/quality, and says
 * how well weights learned without a domain judge that domain. Held-out pairs are never read here.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../samples.ts";
import { crossValidated, examples, labels, learned } from "./examples.ts";

const all = examples();
const judged = crossValidated(all);
const right = judged.filter(({ example, got }) => got === example.label).length;
console.log(
  `${all.length} pairs; judged by weights that have not seen their domain: ${(right / all.length).toFixed(3)}`,
);
const model = learned(all);
const rounded = (own: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(own).map(([name, value]) => [name, Math.round(value * 1000) / 1000]));
const table = Object.fromEntries(labels.map((label) => [label, rounded(model[label]!)]));
writeFileSync(join(root, "src/core/ledger/weights.json"), `${JSON.stringify(table, null, 1)}\n`);
