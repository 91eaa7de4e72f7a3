/** Lines of a digest in another language, beside their own words: each checked by what is known of the language, and back. */
import type { Change, Digest } from "../digest/digest.ts";
import { unfaithful } from "./check/faithful.ts";
import { marksOf } from "./check/marks.ts";
import { mistranslated } from "./check/translation.ts";
import type { Translated } from "./roles/translator.ts";

/** So much of a line must come back from its translation. */
const backMin = 0.8;

/** Lines that can be translated: a dispute and a quotation are told in their own words. */
export const isTranslatable = ({ kind, text }: Change): boolean => kind !== "disputed" && !/[“”"…]/.test(text);

export function translatedBy(
  digest: Digest,
  language: string,
  there: readonly Translated[],
  back: readonly Translated[],
): readonly Change[] {
  return digest.changes.map((change) => {
    const translation = there.find(({ id }) => id === change.ref)?.text;
    const again = back.find(({ id }) => id === change.ref)?.text;
    if (!isTranslatable(change) || translation === undefined || again === undefined) return change;
    const wrong = mistranslated(change.text, translation, language) ?? lostOnTheWay(change, again);
    return wrong === null ? { ...change, translation: { language, text: translation } } : change;
  });
}

/** What comes back must be the line, and nearly all of it. */
function lostOnTheWay({ text, borrowed }: Change, back: string): string | null {
  const kept = marksOf(back).marks.length / Math.max(1, marksOf(text).marks.length);
  return unfaithful(back, { quote: text, text, borrowed }) ?? (kept < backMin ? "much of it does not come back" : null);
}
