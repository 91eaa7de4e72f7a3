/** Words of a line that stand elsewhere than in its source: only a whole phrase of time or place may. */
import { isPastDeed } from "./deeds.ts";
import type { Mark } from "./marks.ts";

/** Phrases that tell when or where, and stand at either end of a sentence. */
const opensPhrase =
  /^(?:in|on|at|after|before|during|since|from|near|by|under|for|with|following|ahead|over|within|through|until|throughout)$/;
const timeWord =
  /^(?:today|yesterday|tomorrow|tonight|earlier|later|(?:mon|tues|wednes|thurs|fri|satur|sun)day|last|next|this|early|late)$/;

/** Why a change of places says something else; null when every moved word belongs to such a phrase. */
export function movedWrongly(line: readonly Mark[], places: readonly number[], source: readonly Mark[]): string | null {
  for (const run of runsOutOfOrder(places)) {
    const first = line[run[0]!]!;
    const atEnd = run[0] === 0 || run.at(-1) === line.length - 1;
    const together = run.every((at, n) => n === 0 || places[at]! === places[run[n - 1]!]! + 1);
    const [here, there] = [opener(first), opener(source[places[run[0]!]!]!)];
    const [from, to] = [places[run[0]!]!, places[run.at(-1)!]! + 1];
    const crossed = run[0] === 0 ? [0, from] : [to, source.length];
    // "Announced on Sunday a boycott": from the middle to the end it comes to hang on what is there.
    const sinks = run[0] !== 0 && from > 0;
    if (sinks || !atEnd || !together || here === null || here !== there || isPastDeed(source, crossed[0]!, crossed[1]!))
      return `"${first.lower}" has changed its place`;
    const taken = source.find((mark, place) => !places.includes(place) && opener(mark) === here);
    if (taken) return `"${first.lower}" stands for "${taken.lower}", which is left out`;
  }
  return null;
}

/** The word that opens the phrase a mark begins: its glue, or itself where it is a preposition or a time. */
function opener(mark: Mark): string | null {
  const glue = mark.lead.find((word) => /^(?:in|on|at)$/.test(word));
  if (glue) return glue;
  if (opensPhrase.test(mark.lower)) return mark.lower;
  return timeWord.test(mark.lower) ? "" : null;
}

/** Runs of the line outside of its longest rising sequence of places. */
function runsOutOfOrder(places: readonly number[]): readonly (readonly number[])[] {
  const kept = rising(places);
  const runs: number[][] = [];
  for (let at = 0; at < places.length; at++) {
    if (kept.has(at)) continue;
    const last = runs.at(-1);
    if (last && last.at(-1) === at - 1) last.push(at);
    else runs.push([at]);
  }
  return runs;
}

function rising(places: readonly number[]): ReadonlySet<number> {
  const length: number[] = [];
  const before: number[] = [];
  let end = -1;
  for (let at = 0; at < places.length; at++) {
    [length[at], before[at]] = [1, -1];
    for (let one = 0; one < at; one++) {
      if (places[one]! < places[at]! && length[one]! + 1 > length[at]!)
        [length[at], before[at]] = [length[one]! + 1, one];
    }
    if (end < 0 || length[at]! > length[end]!) end = at;
  }
  const kept = new Set<number>();
  for (let at = end; at >= 0; at = before[at]!) kept.add(at);
  return kept;
}
