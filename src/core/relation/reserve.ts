/**
 * Small words by which a claim says less than another one in nearly the same words, or takes it back: "almost signed",
 * "left without signing", "fewer than 400" beside more, "partly", "a rumour says". Most of them count as no word of weight, so
 * nothing else that is compared sees them.
 */
import type { Claim } from "../claim/claim.ts";
import { verbForm } from "../language/verb-forms.ts";
import { stemOf } from "../language/words.ts";
import { foundOnce, traitsOf } from "./traits.ts";

/** Why the claim contradicts what was told, though it holds nearly all of its words; null when it does not. */
export function contraryOf(told: Claim, claim: Claim): string | null {
  const [was, is] = [reserveOf(told), reserveOf(claim)];
  if (was.almost !== is.almost) return "only almost done in one of them";
  if (isLeftOut(told, is.without, was.without) || isLeftOut(claim, was.without, is.without))
    return "done without it in one of them";
  const turned = [...was.bounds].some(([number, above]) => is.bounds.has(number) && is.bounds.get(number) !== above);
  return turned ? "more in one of them, less in the other" : null;
}

/** The claim holds back something that was told without reserve, or the other way round. */
export function saysLess(told: Claim, claim: Claim): boolean {
  const [was, is] = [reserveOf(told), reserveOf(claim)];
  return (
    was.partly !== is.partly ||
    (is.rumour && !was.rumour) ||
    (is.ahead && !was.ahead) ||
    contraryOf(told, claim) !== null
  );
}

type Reserve = {
  readonly almost: boolean;
  readonly partly: boolean;
  readonly rumour: boolean;
  /** "Is about to": not yet done. */
  readonly ahead: boolean;
  /** Stems of what was left undone: "without signing". */
  readonly without: ReadonlySet<string>;
  /** "More than 400" is above 400, "fewer than 400" is not. */
  readonly bounds: ReadonlyMap<string, boolean>;
};

const partly =
  /\b(?:partly|partially|in part|temporarily|provisionally|tentatively|in principle|for now|(?:some|most|several|half|parts?) of|[Oo]nly \p{Lu}\p{L}+)\b|(?:^|[,.]\s)Most \p{L}+s\b/u;
const ahead = /\b(?:is|are|was|were) (?:about|set|poised|ready) to\b/i;
const rumour = /\b(?:rumou?rs?|rumou?red|allegedly|unconfirmed|unverified)\b/i;
const almost = /\b(?:almost|nearly|all but)\s+(\p{L}+)/giu;
/** What was nearly doubled was raised all the same. */
const measured = /^(?:doubl|tripl|quadrupl|halv|finish|complet|every|all)/i;
const without = /\bwithout\s+(?:\p{L}+ly\s+)?(\p{L}+ing)\b/giu;
const bounded =
  /\b(more than|over|above|at least|no fewer than|no less than|fewer than|less than|under|below|at most|no more than)\s+(\d[\d.,]*)/gi;
const lower = /^(?:more|over|above|at least|no fewer|no less)/i;

const reserveOf = foundOnce(({ quote }): Reserve => {
  const words = (pattern: RegExp) => [...quote.matchAll(pattern)].map((found) => found[1]!);
  return {
    almost: words(almost).some((word) => isDeed(word) && !measured.test(word)),
    partly: partly.test(quote),
    rumour: rumour.test(quote),
    ahead: ahead.test(quote),
    without: new Set(words(without).map((word) => stemOf(verbForm(word, true)?.base ?? word))),
    bounds: new Map(
      [...quote.matchAll(bounded)].map(([, bound, number]) => [number!.replace(/\D+$/, ""), lower.test(bound!)]),
    ),
  };
});

function isDeed(word: string): boolean {
  const form = verbForm(word.toLowerCase(), true);
  return form !== null && (form.past || form.participle);
}

/** What one was done without is done in the other. */
const isLeftOut = (other: Claim, undone: ReadonlySet<string>, own: ReadonlySet<string>): boolean =>
  undone.size > 0 && own.size === 0 && traitsOf(other).words.some(({ stem }) => undone.has(stem));
