/** Which words can be finite verbs where they stand. It does not choose among them. */
import type { Word } from "./tag.ts";

/** True when a comma stands right before the word. */
export const comma = (word: Word | undefined): boolean => word?.gap.includes(",") ?? false;

/** Whether a finite verb stands between two places of the run. */
export function finiteIn(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (finiteAt(words, at)) return true;
  return false;
}

/** Whether a finite verb can begin at a word. */
export function finiteAt(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (word.tag === "modal" || word.tag === "do") return true;
  if (word.tag === "be") return !/^(?:be|been|being)$/.test(word.lower);
  if (word.tag === "have") return word.lower !== "having" && words[at - 1]?.tag !== "to";
  if (word.tag !== "verb" || helped(words, at)) return false;
  const form = word.form!;
  if (form.past) return true;
  if (words[at - 1]?.tag === "to") return false;
  return form.third || (form.plain && pluralBefore(words, at));
}

/** "be put", "has met": a word behind its helper is no finite verb of its own. */
function helped(words: readonly Word[], at: number): boolean {
  let index = at - 1;
  while (words[index]?.tag === "adverb" || words[index]?.tag === "not") index -= 1;
  return /^(?:be|have|modal|do)$/.test(words[index]?.tag ?? "");
}

/** A bare form is finite only behind what can be its subject: "leaders want", "they plan". */
function pluralBefore(words: readonly Word[], at: number): boolean {
  let index = at - 1;
  while (words[index]?.tag === "adverb") index -= 1;
  const word = words[index];
  if (!word || /[,;:]/.test(words[index + 1]!.gap)) return word !== undefined && closesAside(words, index);
  if (word.tag === "pronoun") return /^(?:i|we|you|they|who|both|some|many)$/.test(word.lower);
  if (word.tag === "relative") return true;
  if (word.tag === "determiner") return /^(?:both|some|many|few|several|all)$/.test(word.lower);
  if (word.tag === "noun" || word.tag === "verb")
    return /s$|^(?:people|police|men|women|children|troops)$/.test(word.lower);
  // "A and the Algerian state": a people's name before a noun.
  return (
    word.tag === "name" && (/s$/.test(word.lower) || (joined(words, index) && !/(?:ian|ish|ese|ean)$/.test(word.lower)))
  );
}

/** "…, who was there, want": a comma before a plain verb closes what began with another one. */
const closesAside = (words: readonly Word[], index: number) =>
  words.slice(0, index).some((word) => comma(word) && (word.tag === "relative" || word.tag === "determiner"));

/** "A and B want": two singulars make a plural. */
function joined(words: readonly Word[], index: number): boolean {
  for (let at = index; at > 0 && index - at < 6; at--) if (words[at]!.lower === "and") return true;
  return false;
}
