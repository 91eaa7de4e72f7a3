/**
 * Small words that are counted, not understood: how often a statement doubts, plans, denies or sets a condition. What they
 * mean in their place is read elsewhere (claim/firmness); here only their number counts. Tried on lower-case text with
 * straight apostrophes.
 */
import { cancelledCue, changeCue, negators, slippedCue } from "./cues.ts";

export const counted: Readonly<Record<string, RegExp>> = {
  doubt:
    /\b(?:may|might|could|can|possibl[ey]|perhaps|maybe|likely|unlikely|probabl[ey]|potentially|hint(?:s|ed|ing)?|consider(?:s|ed|ing)?|mull(?:s|ed|ing)?|weigh(?:s|ed|ing)?|tentative(?:ly)?|subject to|reportedly|allegedly|rumou?red|uncertain|unclear|in doubt|not (?:yet )?(?:clear|certain|decided)|open to|prepared to|ready to|willing to|would be (?:ready|willing|open|prepared)|appears? to|seems? (?:to|poised))\b/,
  plan: /\b(?:will|shall|won't|would|(?:is|are|was|were|be|been) (?:also |now |still |widely |currently )?(?:to|set to|due|expected|scheduled|slated|planned|supposed|poised|preparing|about to|going to|hoping to)|expect(?:s|ed)? to|plans to|planned to|planning to|(?:they|we|\w+s) plan to|prepar(?:e|es|ing) (?:to|for)|intend(?:s|ed)? to|aim(?:s|ed)? to|upcoming|scheduled|set for|due (?:to|on|in|for)|to be (?:held|sent|signed|led|made|decided)|looks? set|on course to|must|should(?: be)?|plan is (?:for|to)|is to|are to)\b/,
  progress:
    /\b(?:(?:is|are|was|were|remains?|has been|have been|been) (?:also |now |still |currently )?(?:\w+ly )?\w+ing|continu(?:e|es|ed|ing)|ongoing|under ?way|on the way|en route|so far|still|in progress|currently|is holding|are holding)\b/,
  condition:
    /\b(?:if|unless|provided(?: that)?|in exchange for|in return for|on condition that|as long as|should (?:a|an|the) \w+|only (?:after|when|once)|depend(?:s|ed)? on)\b/,
  denial: /\b(?:denie[sd]|deny|denying|rul(?:es|ed|ing) out|refut(?:es|ed)|no one|nobody|never|not|n't|neither|none)\b/,
  retrospect:
    /\b(?:had|earlier|previously|already|once more|again|still|repeat(?:s|ed|ing)?|stands? by|(?:last|(?:a|one|two|three|four|five|six|several) )(?:day|week|month|year)s? ?(?:earlier|before|ago)?)\b/,
  "calling off": cancelledCue,
  delay: slippedCue,
  change: changeCue,
  negation: negators,
};
