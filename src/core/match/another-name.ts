/** Whether a name that was found goes on and is somebody else's: a surname may be the first name of another person. */
import { isGeneralName } from "../language/geography.ts";
import { isOrdinary } from "../language/lexicon.ts";
import { isCommonWord, isStopword, stemOf } from "../language/words.ts";

/** So much of the words around in capitals is a headline's style, and says nothing about names. */
const titleCaseShare = 0.7;
/** So far around the name its style is looked at. */
const aroundLength = 80;

const following =
  /^ (?:(?:de|van|von|der|den|del|della|da|di|al|el|bin|ibn|le|la)[ -])*(\p{Lu}[\p{Ll}\p{M}]{2,})(?![.\p{L}])/u;

type Written = { readonly start: number; readonly end: number; readonly written: string };

/** One capitalised word, followed at once by a capitalised word that is no common one: "Holt Renfrew" is not Holt. */
export function isAnotherName(text: string, { start, end, written }: Written): boolean {
  if (!/^\p{Lu}\S+$/u.test(written)) return false;
  const next = following.exec(text.slice(end, end + aroundLength))?.[1];
  if (next === undefined || isCommonWord(next.toLowerCase())) return false;
  return !isTitleCase(text, start, end);
}

/** A person or a place of one word that goes on as the name of a thing: "Holt Group", "Aldwick Airport". */
export function isThingNamedAfter(text: string, { start, end, written }: Written): boolean {
  if (!/^\p{Lu}\S+$/u.test(written)) return false;
  const next = /^ (\p{Lu}[\p{Ll}]{2,})(?![.\p{L}])/u.exec(text.slice(end, end + aroundLength))?.[1]?.toLowerCase();
  if (next === undefined || !isCommonWord(next) || isStopword(next) || calendarWord.test(next)) return false;
  return !isTitleCase(text, start, end);
}

/** One capitalised word behind a first name that is not its own: "Colin Holt" is not Dana Holt. */
export function isNamesake(text: string, { start, end, written }: Written, own: ReadonlySet<string>): boolean {
  if (!/^\p{Lu}\S+$/u.test(written)) return false;
  const first = /(?:^|[^\p{L}'’-])(\p{Lu}\p{Ll}{2,}) $/u.exec(
    text.slice(Math.max(0, start - aroundLength), start),
  )?.[1];
  if (first === undefined) return false;
  const lower = first.toLowerCase();
  if (own.has(lower) || isStopword(lower) || isGeneralName(lower) || isOrdinary(stemOf(lower))) return false;
  return !honorific.test(lower) && !calendarWord.test(lower) && !isTitleCase(text, start, end);
}

const honorific =
  /^(?:mr|mrs|ms|dr|sir|dame|lord|lady|mayor|minister|president|premier|chancellor|senator|governor|judge|justice|general|colonel|captain|secretary|envoy|chief|boss|director|professor|king|queen|prince|princess|frau|herr|monsieur|madame|señor|señora|mister|rep|sen|gov|prof|gen)$/;

const calendarWord =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

const isTitleCase = (text: string, start: number, end: number): boolean =>
  capitalShare(text.slice(Math.max(0, start - aroundLength), end + aroundLength)) >= titleCaseShare;

/**
 * Whether a title is at once followed by a name that is not its holder's: "US envoy Marlow" means Marlow, whoever the
 * story's envoy is. `ours` tells whether a name of the holder begins there.
 */
export function isAnotherHolder(text: string, end: number, ours: (at: number) => boolean): boolean {
  const next = /^ (\p{Lu}[\p{Ll}\p{M}]{2,})(?![.\p{L}])/u.exec(text.slice(end, end + aroundLength))?.[1];
  if (next === undefined || ours(end + 1) || isCommonWord(next.toLowerCase())) return false;
  return !isTitleCase(text, end, end);
}

function capitalShare(text: string): number {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length;
}
