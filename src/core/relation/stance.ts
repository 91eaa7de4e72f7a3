/**
 * What the words of one claim say of its stage: open or settled, called off, meant or done. Found once a claim, because the
 * patterns are long and a claim is held against many.
 */
import type { Claim, Modality } from "../claim/claim.ts";
import { cancelledCue, changeCue, slippedCue } from "../language/cues.ts";
import { absence, openStage, settledStage, turnedStage } from "../language/stages.ts";
import { foundOnce } from "./traits.ts";

/** Doubt, plan and fact; steps within one of them are matters of wording. */
export type Level = "doubt" | "plan" | "fact" | "condition";

export type Stance = {
  readonly level: Level;
  readonly open: boolean;
  readonly settled: boolean;
  readonly turned: boolean;
  /** Something is taken away without a "not". */
  readonly absent: boolean;
  /** Called off, or moved to another time. */
  readonly off: boolean;
  /** Told as a change of what was known. */
  readonly change: boolean;
};

export const stanceOf = foundOnce((claim): Stance => {
  const { quote } = claim;
  const lower = quote.toLowerCase();
  return {
    level: levelIn(claim),
    open: openStage.test(lower),
    settled: settledStage.test(lower),
    turned: turnedStage.test(lower),
    absent: absence.test(lower),
    off: cancelledCue.test(lower) || slippedCue.test(lower),
    change: changeCue.test(quote),
  };
});

const levels: Readonly<Record<Modality, Level>> = {
  may: "doubt",
  conditional: "condition",
  planned: "plan",
  stated: "fact",
  ongoing: "fact",
  denied: "fact",
  cancelled: "fact",
  done: "fact",
};

/** Meant, tried or threatened is not done. */
const intent =
  /\b(?:wants?|wanted|hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|threaten(?:s|ed|ing)?|offer(?:s|ed|ing)?|promis(?:es?|ed|ing)|pledg(?:es?|ed|ing)|vow(?:s|ed|ing)?|seek(?:s|ing)?|sought|intend(?:s|ed)?|try|tries|tried|trying|attempt(?:s|ed|ing)?|plan(?:s|ned|ning)?|prepar(?:es?|ed|ing)|forecast|expect(?:s|ed)?)\s+to\s+\p{L}|\b(?:thinking|think|thinks) of\s|\bconsider(?:s|ed|ing)?\s+\p{L}+ing\b/u;

function levelIn({ modality, quote }: Claim): Level {
  const level = levels[modality];
  return level === "fact" && intent.test(quote) ? "plan" : level;
}

const height: Readonly<Record<Level, number>> = { doubt: 0, condition: 0, plan: 1, fact: 2 };
/** Doubt 0, plan 1, fact 2. */
export const heightOf = (claim: Claim): number => height[stanceOf(claim).level];
