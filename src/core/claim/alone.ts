/** Whether a line can be read without its article: it has a subject of its own, and names something a reader can place. */
import type { Claim } from "./claim.ts";

const headless =
  /^[“"']?(?:has|have|had|is|are|was|were|will|would|may|might|could|can|did|does|do|must|should|not|also|then)\b/i;
const pointing =
  /^[“"']?(?:It(?:['’]s\b| (?!(?:is|was|remains) (?:not |still |un)?(?:clear|known|expected|likely|certain|possible|hoped)))|(?:They|This|That|These|Those|Each|He|She)\b|Both (?!(?:the|sides|parties|of|\p{Lu})))/u;

/** A clause without its subject, or one that only points back, is no line. */
export const standsAlone = (text: string): boolean => !headless.test(text) && !pointing.test(text);

/** Somebody, a place, an issue, or a speaker whom the story knows. */
export const isAnchored = (claim: Claim): boolean =>
  claim.participants.length > 0 ||
  claim.places.length > 0 ||
  claim.issues.length > 0 ||
  (claim.attribution?.listed ?? false);
