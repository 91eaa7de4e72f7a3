/**
 * Month names as feeds write them, in the languages that were met in practice. Data only; see dates.ts.
 * A name is recognised by its folded beginning, so "Sept.", "september" and "septembre" need one row.
 */

/** Folded prefixes (no accents, lower case) → month 1–12. Longer prefixes win. */
const prefixes: readonly (readonly [month: number, names: string])[] = [
  [1, "jan gen ene januar janv ocak ιαν янв січ sty"],
  [2, "feb fev fbr febr subat φεβ фев лют lut"],
  [3, "mar mrt maerz marz mart μαρ мар бер"],
  [4, "apr avr abr avril nis απρ апр кві kwi"],
  [5, "may mai mei mag maj mayo mayis μαι μαϊ май мая тра"],
  [6, "jun juin giu haz ιουν июн чер cze"],
  [7, "jul juil lug tem ιουλ июл лип lip"],
  [8, "aug aou ago agu sie αυγ авг сер"],
  [9, "sep set eyl wrz σεπ сен вер"],
  [10, "oct okt ott out eki paz οκτ окт жов"],
  [11, "nov kas lis νοε ноя лис"],
  [12, "dec dez dic des ara gru δεκ дек гру"],
];

const monthOfPrefix = new Map<string, number>();
for (const [month, names] of prefixes) for (const name of names.split(" ")) monthOfPrefix.set(name, month);
const prefixCharsMax = 7;

/** Lower case without accents or a trailing full stop. */
export function foldWord(word: string): string {
  return word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/\.$/, "");
}

/** 1–12, or null when the word is no month. */
export function monthOf(word: string): number | null {
  const folded = foldWord(word);
  for (let length = Math.min(prefixCharsMax, folded.length); length >= 3; length -= 1) {
    const month = monthOfPrefix.get(folded.slice(0, length));
    if (month !== undefined) return month;
  }
  return null;
}
