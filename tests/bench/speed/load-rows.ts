/** What load.ts measured, as rows: growth of the cost with the ledger, and the load of a long story. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../samples.ts";
import { atMost, megabytes, ms, type Row, row, startFlags } from "./clock.ts";
import { probedArticles } from "./growth.ts";
import type { Load } from "./load.ts";

const ratioMax = 1.3;
const p95MsMax = 50;
const loadBytesMax = 200e6;

export function loadRows(): readonly Row[] {
  const load = measured();
  return [...growthRows(load), ...enteredRows(load)];
}

function measured(): Load {
  const script = join(root, "tests/bench/speed/load.ts");
  const printed = execFileSync(process.execPath, [...startFlags(root), script], { cwd: root, encoding: "utf8" });
  return JSON.parse(printed) as Load;
}

function growthRows({ growth, builtMs, builtFrom, shape, facts }: Load): readonly Row[] {
  const [smallest] = growth;
  const runs = `${probedArticles} articles, median`;
  const rows = growth.map(({ facts: known, ms: cost, scanMs }): Row => {
    const ratio = cost / smallest!.ms;
    const promised = known === facts ? { target: `≤ ${ratioMax} ×`, verdict: atMost(ratio, ratioMax) } : {};
    const baseline = `scan of all facts ${ms(scanMs)} = ${(scanMs / smallest!.scanMs).toFixed(1)} ×`;
    return row(`processor time, ${known} facts known`, `${ms(cost)} = ${ratio.toFixed(2)} ×`, runs, {
      baseline,
      ...promised,
    });
  });
  return [
    ...rows,
    row(`  building those ${facts} facts`, ms(builtMs), "once", { baseline: `${builtFrom} articles; ${shape}` }),
  ];
}

function enteredRows(load: Load): readonly Row[] {
  const runs = `${load.articles} articles, 1 run`;
  return [
    row(`processor time at ${load.facts} facts, 95 %`, ms(load.p95), runs, {
      baseline: `median ${ms(load.p50)}, worst ${ms(load.worst)}; by the clock 95 % ${ms(load.wallP95)}`,
      target: `≤ ${ms(p95MsMax)}`,
      verdict: atMost(load.p95, p95MsMax),
    }),
    row("  memory after them", megabytes(load.bytes), runs, {
      baseline: `the same process empty ${megabytes(load.bareBytes)}`,
      target: `≤ ${megabytes(loadBytesMax)}`,
      verdict: atMost(load.bytes, loadBytesMax),
    }),
  ];
}
