/** The numbers of a text with the units they are written with. Dates and numbers that are names are left out. */
import { currencies, numberWords, scales } from "../language/numerals.ts";
import { termsOf } from "../language/words.ts";
import { tokens } from "../text/tokens.ts";

const number = String.raw`\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?`;
const word = `(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a hundred|half a dozen|a dozen|dozens`;
const scale = String.raw`(?:[\s\u00a0-]?(hundred|thousand|million|billion|trillion|bn|mn|tn|m|k)\b)?`;
const money = new RegExp(String.raw`(US\$|[€$£¥₽₴₹])\s?(${number})${scale}`, "giu");
const moneyAfter = new RegExp(
  String.raw`\b(${number}|${word})${scale}[\s-](euros?|dollars?|pounds?|yen|yuan|rou?bles?|hryvnias?|rupees?|francs?|crowns?|krona|kroner|EUR|USD)\b`,
  "giu",
);
const percent = new RegExp(String.raw`\b(${number}|${word})\s?-?(%|per ?cent\b|percentage points?\b)`, "giu");
/** "half a percentage point" is half of one. */
const halfPoint = /\bhalf an? (?:percentage point|per ?cent)\b/giu;
const fraction = /\b(half|(?:a |one[ -])?third|two[ -]thirds|(?:a |one[ -])?quarter|three[ -]quarters)(?= of\b)/giu;
const fractions = new Map([
  ["half", 50],
  ["third", 33.3],
  ["one-third", 33.3],
  ["two-thirds", 66.7],
  ["quarter", 25],
  ["one-quarter", 25],
  ["three-quarters", 75],
]);
const compound = new RegExp(
  String.raw`\b(${number}|${word})-(?!(?:one|two|three|four|five|six|seven|eight|nine)\b)(\p{L}{3,})(?=[\s,.;:”"’)-]|$)`,
  "giu",
);
const plain = new RegExp(String.raw`(?<![\w.,:/€$£#-])(${number}|${word})${scale}(?![\w%:/]|,\d|-\p{L})`, "giu");

export type Found = { start: number; end: number; value: number; unit: string; range?: boolean };

/** Words that a number belongs to as a name or a date: "Article 5", "20 December", "No. 2". */
const nameBefore =
  /(?:\b(?:Article|Section|Chapter|Room|Gate|Route|Highway|Flight|Resolution|No|Number|Formula|Boeing|Airbus|Type|Week|Day|Grade|Phase|Category|Act|Rule|Order)\.?\s?|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s(?:\d{1,2}\s?(?:-|–|to|and)\s?)?)$/;
const dateAfter =
  /^(?:\s?(?:-|–)\s?\d{1,2})?(?:st|nd|rd|th)?\s(?:of\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|^\s?(?:a\.?m|p\.?m|o'clock|GMT|UTC)\b|^(?:st|nd|rd|th)\b/i;

/** A time of day, whose numbers count nothing: "3.30 p.m.", "05:20", "eight in the evening". */
const clock =
  /(?<![\d.,:])(?:\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b\.?|(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])|\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:o'clock )?in the (?:morning|afternoon|evening))/giu;

/** "One woman is missing": elsewhere "one" seldom counts. */
const oneBody =
  /\bone(?= (?:man|woman|person|child|boy|girl|baby|soldier|civilian|worker|policeman|officer|sailor|pupil|student|rescuer|firefighter|body|passenger|journalist)\b)/giu;

/** Numbers with their units where the number itself names one; the first kind that fits takes the words. */
export function foundIn(text: string): Found[] {
  const found: Found[] = [];
  for (const one of measuresIn(text)) {
    if (!found.some((other) => one.start < other.end && other.start < one.end)) found.push(one);
  }
  return found;
}

function* measuresIn(text: string): Generator<Found> {
  for (const m of text.matchAll(money))
    yield at(m, numberOf(m[2]!, m[3]), currencies.get(m[1]!.toLowerCase()) ?? "USD");
  for (const m of text.matchAll(moneyAfter))
    yield at(m, numberOf(m[1]!, m[2]), currencies.get(m[3]!.toLowerCase()) ?? "");
  for (const m of text.matchAll(halfPoint)) yield at(m, 0.5, "%");
  for (const m of text.matchAll(percent)) yield at(m, numberOf(m[1]!, undefined), "%");
  for (const m of text.matchAll(fraction)) yield at(m, fractionOf(m[1]!), "%");
  yield* countsIn(text);
}

function* countsIn(text: string): Generator<Found> {
  for (const m of text.matchAll(compound))
    if (!isDateLike(text, m)) yield at(m, numberOf(m[1]!, undefined), unitWord(m[2]!));
  for (const m of text.matchAll(clock)) yield at(m, 0, "clock");
  for (const m of text.matchAll(oneBody)) yield { ...at(m, 1, ""), end: m.index + 3 };
  for (const m of text.matchAll(plain))
    if (!isDateLike(text, m) && !isIncidental(text, m)) yield at(m, numberOf(m[1]!, m[2]), "");
}

const fractionOf = (written: string) =>
  fractions.get(written.toLowerCase().replace(/^an? /, "").replace(" ", "-")) ?? 0;

const at = (match: RegExpExecArray, value: number, unit: string): Found => ({
  start: match.index,
  end: match.index + match[0].length,
  value,
  unit,
});

const unitWord = (written: string) => termsOf(tokens(written))[0]?.term ?? written.toLowerCase();

function numberOf(written: string, times: string | undefined): number {
  const lower = written.toLowerCase().replace(/^a /, "");
  const value = numberWords.get(lower) ?? Number(lower.replace(/[,\u00a0\u202f](?=\d{3})/g, "").replace(",", "."));
  return value * (times ? (scales.get(times.toLowerCase()) ?? 1) : 1);
}

function isDateLike(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, match.index - 24), match.index);
  const after = text.slice(match.index + match[0].length);
  if (nameBefore.test(before) || dateAfter.test(after)) return true;
  const year = Number(match[1]);
  return (
    /^\d{4}$/.test(match[1]!) &&
    year >= 1900 &&
    year <= 2100 &&
    !match[2] &&
    !/^\s(?:people|homes|workers|votes|troops|houses|soldiers|families|drones)\b/.test(after)
  );
}

/** "the two ministers", "aged 19", "four days after": numbers that nobody reports. */
function isIncidental(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, match.index - 12), match.index);
  const after = text.slice(match.index + match[0].length);
  if (/^two$/i.test(match[0]) && /\bthe\s$/i.test(before)) return true;
  if (
    /\b(?:aged|and)\s(?:\d+\sand\s)?$/i.test(before) &&
    /\baged\b/i.test(text.slice(Math.max(0, match.index - 24), match.index))
  )
    return true;
  return /^\s(?:minutes|hours|days|weeks|months|years|decades)\s(?:after|before|ago|later|earlier)\b/.test(after);
}
