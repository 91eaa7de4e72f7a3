/**
 * `npm run bench`: how fast Parley starts, reads, matches and remembers, each beside a plain way in the same run. It
 * prints medians and ratios; nothing here is a timed test.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { readerOf, root } from "./samples.ts";
import { archiveRows } from "./speed/archive.ts";
import { generatedStory } from "./speed/articles.ts";
import { atMost, megabytes, ms, type Row, row } from "./speed/clock.ts";
import { commandRows } from "./speed/commands.ts";
import { growth } from "./speed/growth.ts";
import type { Load } from "./speed/load.ts";
import { startRows } from "./speed/start.ts";
import { storiesRows } from "./speed/stories.ts";

const p95MsMax = 50;
const loadBytesMax = 200e6;

function loadRows(): readonly Row[] {
  const printed = execFileSync(process.execPath, [join(root, "tests/bench/speed/load.ts")], {
    cwd: root,
    encoding: "utf8",
  });
  const load = JSON.parse(printed) as Load;
  const runs = `${load.articles} articles, 1 run`;
  return [
    row(`an article at ${load.facts} facts, 95 %`, ms(load.p95), runs, {
      baseline: `median ${ms(load.p50)}, worst ${ms(load.worst)}`,
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

/** Each part prints as soon as it is measured, because the whole takes about a minute. */
const parts: readonly (() => readonly Row[] | Promise<readonly Row[]>)[] = [
  startRows,
  archiveRows,
  () => growth(readerOf(generatedStory("growth", 9))),
  loadRows,
  storiesRows,
  commandRows,
];

const widths = [38, 20, 10, 6, 24] as const;
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join("  ")
    .trimEnd();

console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
console.log(line(["what", "value", "target", "", "measured on", "beside"]));
for (const part of parts) {
  for (const { name, value, target, verdict, runs, baseline } of await part())
    console.log(line([name, value, target, verdict, runs, baseline]));
}
