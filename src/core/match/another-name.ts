/** Whether a name that was found goes on and is somebody else's: a surname may be the first name of another person. */
import { isCommonWord } from "../language/words.ts";

/** So much of the words around in capitals is a headline's style, and says nothing about names. */
const titleCaseShare = 0.7;
/** So far around the name its style is looked at. */
const aroundLength = 80;

const following =
  /^ (?:(?:de|van|von|der|den|del|della|da|di|al|el|bin|ibn|le|la)[ -])*(\p{Lu}[\p{Ll}\p{M}]{2,})(?![.\p{L}])/u;

/** One capitalised word, followed at once by a capitalised word that is no common one: "Holt Renfrew" is not Holt. */
export function isAnotherName(
  text: string,
  { start, end, written }: { readonly start: number; readonly end: number; readonly written: string },
): boolean {
  if (!/^\p{Lu}\S+$/u.test(written)) return false;
  const next = following.exec(text.slice(end, end + aroundLength))?.[1];
  if (next === undefined || isCommonWord(next.toLowerCase())) return false;
  return capitalShare(text.slice(Math.max(0, start - aroundLength), end + aroundLength)) < titleCaseShare;
}

/**
 * Whether a title is at once followed by a name that is not its holder's: "US envoy Marlow" means Marlow, whoever the
 * story's envoy is. `ours` tells whether a name of the holder begins there.
 */
export function isAnotherHolder(text: string, end: number, ours: (at: number) => boolean): boolean {
  const next = /^ (\p{Lu}[\p{Ll}\p{M}]{2,})(?![.\p{L}])/u.exec(text.slice(end, end + aroundLength))?.[1];
  if (next === undefined || ours(end + 1) || isCommonWord(next.toLowerCase())) return false;
  return capitalShare(text.slice(Math.max(0, end - aroundLength), end + aroundLength)) < titleCaseShare;
}

function capitalShare(text: string): number {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length;
}
