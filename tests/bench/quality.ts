/**
 * `npm run bench:quality`: every figure of quality beside plain rules in the same run, with bootstrap intervals, and a
 * list of what went wrong. Figures on this repository's own samples can be recorded and checked.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { falls, type Recorded } from "../quality/score/recorded.ts";
import { type Figure, type Measured, nothing, together } from "./figure.ts";
import { goldFigures } from "./measure/gold.ts";
import { ownMatching } from "./measure/matching.ts";
import { ownQuestions } from "./measure/questions.ts";
import { readings } from "./measure/readings.ts";
import { ownRelations } from "./measure/relation.ts";
import { type Run, soundness } from "./measure/soundness.ts";
import { splitting } from "./measure/splitting.ts";
import { type Played, play, telling } from "./measure/telling.ts";
import { readOptions, usage } from "./options.ts";
import { furtherSamples, goldFolder, quality, samples } from "./samples.ts";
import { confusions, fallen, table } from "./show.ts";

const recordedFile = join(quality, "recorded.json");

async function measure(gold: string | null): Promise<Measured> {
  const all = samples();
  const played = all.map(play);
  const further = furtherSamples().map(play);
  const open = played.filter(({ sample }) => !sample.held);
  const held = played.filter(({ sample }) => sample.held);
  return together(
    ownRelations(),
    splitting(),
    readings(),
    ownMatching(all),
    telling(open, { id: "digests-open", name: "own stories", held: false }),
    telling(further, { id: "digests-further", name: "further stories", held: false }),
    telling(held, { id: "digests-held", name: "held-out story", held: true }),
    await ownQuestions(all),
    soundness([...played, ...further].map(runOf), { id: "sound-own", name: "own stories", own: true }),
    gold
      ? await goldFigures(gold)
      : { ...nothing, notes: ["No gold samples: the figures above are on this repository's own samples alone."] },
  );
}

function runOf({ sample, run }: Played): Run {
  const { id, story, articles, held } = sample;
  return { id, story, articles, held, digests: run.digests, cutoffs: sample.cutoffs.map((at) => Date.parse(at)) };
}

const ownFigures = (figures: readonly Figure[]): readonly Figure[] =>
  figures.filter((figure) => figure.own && !Number.isNaN(figure.value));

function record(figures: readonly Figure[]): void {
  const values = ownFigures(figures).map(({ id, value }) => [id, Math.round(value * 10_000) / 10_000] as const);
  writeFileSync(recordedFile, `${JSON.stringify(Object.fromEntries(values), null, 2)}\n`);
  console.log(`\nRecorded ${values.length} figures in tests/quality/recorded.json.`);
}

function check(figures: readonly Figure[]): void {
  const found = falls(ownFigures(figures), JSON.parse(readFileSync(recordedFile, "utf8")) as Recorded);
  console.log(`\n${fallen(found)}`);
  if (found.length > 0) process.exitCode = 1;
}

const options = readOptions(process.argv.slice(2));
if (!options || options.help) {
  console.log(usage);
  process.exitCode = options ? 0 : 2;
} else {
  const measured = await measure(goldFolder(options.gold));
  console.log(table(measured.figures));
  for (const note of measured.notes) console.log(`\n${note}`);
  if (options.confusions) console.log(confusions(measured.faults));
  else if (measured.faults.length > 0)
    console.log(`\n${measured.faults.length} wrong results; --confusions lists them.`);
  if (options.record) record(measured.figures);
  if (options.check) check(measured.figures);
}
