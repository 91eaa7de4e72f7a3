/**
 * What of a translation can be checked without knowing its language: numbers, names, days and countries as they are, every
 * denial, doubt, plan, condition and speaker by the cues of the language, and the deed by the tables of words. A line whose
 * deed no table knows is not told in another language.
 */

import { contentsOf } from "../../claim/attribution.ts";
import { modalityOf } from "../../claim/firmness.ts";
import { isNegated } from "../../claim/polarity.ts";
import { countryNames } from "../../language/equivalents.ts";
import { foreignCues } from "../../language/foreign.ts";
import { numberWords } from "../../language/numerals.ts";
import { isCommonWord, termsOf } from "../../language/words.ts";
import { tokens } from "../../text/tokens.ts";
import { misshapen } from "./shape.ts";

/** A translation is longer than its original, but not by much. */
const charactersMax = 320;
const lengthMin = 0.5;
const lengthMax = 2.2;

/** Why a translation may not be told; null when nothing speaks against it. */
export function mistranslated(line: string, translation: string, language: string): string | null {
  const cues = foreignCues.get(language);
  if (!cues) return `nothing is known of the language ${language}`;
  if (/[“”"„«»]/.test(line + translation)) return "a quotation is told in its own words only";
  const share = translation.length / line.length;
  if (share < lengthMin || share > lengthMax) return "it is not of the length of its line";
  return (
    misshapen(translation, line, charactersMax) ??
    numbersDiffer(line, translation) ??
    namesDiffer(line, translation, language) ??
    senseDiffers(line, translation, language) ??
    deedDiffers(line, translation, language)
  );
}

/** Digits alone: whether a comma or a point parts them is a matter of the language. */
function numbersDiffer(line: string, translation: string): string | null {
  const bare = (written: string) => written.replace(/[.,\s]/g, "");
  const told = (translation.match(/\d[\d.,]*/g) ?? []).map(bare).sort();
  const said = tokens(line)
    .flatMap(({ lower }) => {
      const [head = ""] = lower.split("-");
      const value = numberWords.get(lower) ?? numberWords.get(head);
      if (value !== undefined && value >= 2) return [String(value)];
      return /^\d/.test(lower) ? [bare(lower.replace(/-.*$/, ""))] : [];
    })
    .sort();
  return told.join(" ") === said.join(" ") ? null : "its numbers are not those of its line";
}

const days = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const months = "january february march april may june july august september october november december".split(" ");
/** 3 January 2000 was a Monday. */
const inLanguage = (lower: string, language: string): string | null => {
  const [day, month] = [days.indexOf(lower), months.indexOf(lower)];
  if (day >= 0)
    return new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2000, 0, 3 + day));
  return month < 0
    ? null
    : new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(Date.UTC(2000, month, 15));
};

/** Every name stands there as written and in the same order; days, months and countries by their names in the language. */
function namesDiffer(line: string, translation: string, language: string): string | null {
  let at = 0;
  for (const [place, { text, lower }] of tokens(line).entries()) {
    if (!/^\p{Lu}/u.test(text) || (place === 0 && isCommonWord(lower) && countryNames(text).length === 0)) continue;
    const dated = inLanguage(lower, language);
    const wanted = dated === null ? [text.replace(/['’]s$/, ""), ...countryNames(text).map(stem)] : [stem(dated)];
    const folded = translation.toLowerCase();
    const found = wanted
      .map((one) => folded.indexOf(one.toLowerCase(), dated === null ? at : 0))
      .find((one) => one >= 0);
    if (found === undefined) return `"${text}" is not there, or not in its place`;
    if (dated === null) at = found;
  }
  const strange = language === "de" ? undefined : invented(line, translation);
  return strange === undefined ? null : `"${strange}" is not in the line`;
}

/** Names of days, months and countries have endings. */
const stem = (word: string) => word.slice(0, Math.max(4, word.length - 2));

/** A capital inside of a sentence makes a name, but in German. */
function invented(line: string, translation: string): string | undefined {
  const own = tokens(line).flatMap(({ text }) =>
    [text, ...countryNames(text).map(stem)].map((one) => one.toLowerCase()),
  );
  return tokens(translation)
    .slice(1)
    .find(({ text, lower }) => /^\p{Lu}/u.test(text) && !own.some((one) => lower.startsWith(one)))?.text;
}

function senseDiffers(line: string, translation: string, language: string): string | null {
  const { not, may, planned, condition, saying } = foreignCues.get(language)!;
  const modality = modalityOf(line);
  const denies = isNegated(line) || /\b(?:not|no|never|without|nor)\b|n't\b/i.test(line);
  if (denies !== not.test(translation)) return "what is denied differs";
  if ((modality === "may" || modality === "conditional") !== (may.test(translation) || condition.test(translation)))
    return "what is in doubt differs";
  if (modality === "planned" && !planned.test(translation)) return "what is planned is told as done";
  const speaks = contentsOf(line).some(({ source }) => source !== null);
  const spoken = saying.test(translation) || /\b(?:laut|selon|según|d'après|za)\b/i.test(translation);
  return speaks === spoken ? null : "who says it differs";
}

/** Concepts of both texts as far as the table goes: the same, and at least one. */
function deedDiffers(line: string, translation: string, language: string): string | null {
  const { concepts } = foreignCues.get(language)!;
  const known = new Set(concepts.map(([, concept]) => concept));
  const said = new Set(
    termsOf(tokens(line))
      .map(({ term }) => term)
      .filter((term) => known.has(term)),
  );
  const words = tokens(translation).map(({ lower }) => lower);
  const told = new Set(
    concepts.flatMap(([start, concept]) => (words.some((word) => word.startsWith(start)) ? [concept] : [])),
  );
  if (said.size === 0) return "no table knows what is done in it";
  const lost = [...said].find((concept) => !told.has(concept));
  if (lost) return `"${lost}" is not told`;
  const added = [...told].find((concept) => !said.has(concept));
  return added ? `"${added}" is told besides` : null;
}
