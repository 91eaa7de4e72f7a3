/**
 * Scores labels in a stream of claims: what was called new, updated, disputed or already told. A further source and a
 * plain repeat count as one, because neither makes a line.
 */
import type { Choice } from "./rates.ts";

export type StreamLabel = "NEW" | "UPDATED" | "CORROBORATED" | "DISPUTED" | "REPEATED";
/** `MISSED`: the engine made no claim of it, and so it told nothing: as quiet as a repeat. */
export type StreamGuess = StreamLabel | "MISSED";

export type StreamItem = {
  readonly id: string;
  readonly label: StreamLabel;
  readonly accept: readonly StreamLabel[];
  readonly news: number;
  readonly got: StreamGuess;
};

const folded = (label: StreamGuess): string => (label === "CORROBORATED" || label === "MISSED" ? "REPEATED" : label);

export const isStrict = (item: StreamItem): boolean => folded(item.got) === folded(item.label);
export const isAccepted = (item: StreamItem): boolean =>
  [item.label, ...item.accept].some((label) => folded(label) === folded(item.got));

const tells = (label: StreamGuess): boolean => label === "NEW" || label === "UPDATED" || label === "DISPUTED";
const repeats = (label: StreamGuess): boolean => folded(label) === "REPEATED";

/** The claims that tell and silence are judged on: news, and repeats of it. */
export const judged = (items: readonly StreamItem[]): readonly StreamItem[] =>
  items.filter((item) => item.news >= 1 || repeats(item.label));

/** `lenient` holds no guess against the stream that its labels accept. */
export type Measure = "strict" | "lenient";

const wantedOf = (item: StreamItem, measure: Measure): StreamGuess =>
  measure === "lenient" && isAccepted(item) ? item.got : item.label;

export const tellChoice = (item: StreamItem, measure: Measure): Choice => ({
  wanted: tells(wantedOf(item, measure)),
  got: tells(item.got),
});

export const silenceChoice = (item: StreamItem, measure: Measure): Choice => ({
  wanted: repeats(wantedOf(item, measure)),
  got: repeats(item.got),
});
