/**
 * `npm run bench`: how fast Parley starts, reads, matches and remembers, each beside a plain way in the same run. It
 * prints medians and ratios; nothing here is a timed test.
 */
import { archiveRows } from "./speed/archive.ts";
import type { Row } from "./speed/clock.ts";
import { commandRows } from "./speed/commands.ts";
import { loadRows } from "./speed/load-rows.ts";
import { startRows } from "./speed/start.ts";
import { storiesRows } from "./speed/stories.ts";

/** Each part prints as soon as it is measured, because the whole takes about two minutes. */
const parts: readonly (() => readonly Row[] | Promise<readonly Row[]>)[] = [
  startRows,
  archiveRows,
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
