/** A text as who says it and what is said: an attribution may stand before, behind, or as "Name: …". */
import { contentsOf } from "../../claim/attribution.ts";

export type Said = {
  /** Null where the outlet speaks for itself. */
  readonly by: string | null;
  readonly body: string;
  /** What stands besides: the verb of saying, to whom, when. */
  readonly rest: string;
};

/** "told reporters in Oslo late on Friday that" */
const restWordsMax = 9;

/** `speakers` are names that may stand before a colon. */
export function saidBy(text: string, speakers: readonly string[]): Said {
  const labelled = speakers.find((name) => text.startsWith(`${name}: `));
  if (labelled) return { by: labelled, body: text.slice(labelled.length + 2), rest: "" };
  const contents = contentsOf(text);
  const [first] = contents;
  if (contents.length !== 1 || !first || first.source === null)
    return { by: first?.source ?? null, body: text, rest: "" };
  const { source, start, end } = first;
  const outside = `${text.slice(0, start)} ${text.slice(end)}`;
  const rest = outside.replace(source, " ");
  // Whoever says so much besides says two things; then all of it is looked at as one.
  if (!isOccasion(text.slice(end)) && rest.trim().split(/\s+/).length > restWordsMax)
    return { by: source, body: text, rest: "" };
  return { by: source, body: text.slice(start, end), rest };
}

/** "…, the operator said after a second collision injured nine": when and where it was said, however long. */
const isOccasion = (behind: string): boolean =>
  /^[\s,]*[^,]{2,80}? (?:says|told [^,]{2,40}?|said|wrote|\p{L}+ed),? (?:on|in|at|late|early|after|before|during|following|as|when|amid|two|three|four|five|six|seven|eight|nine|ten|an?)\b[^“”"]*$/u.test(
    behind,
  ) && !/\b(?:adding|that|but|and (?:said|added|would|will))\b/.test(behind);
