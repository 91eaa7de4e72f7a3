/** Which event a clause tells of and how far it has come: the key of a track and a rung of the status ladder. */

import { attitude, reports } from "../language/governors.ts";
import type { Predicate } from "../language/grammar/main.ts";
import { happenings, movement, phases } from "../language/verbs.ts";
import type { Term } from "../language/words.ts";
import type { EventSlot, Modality, Participant, Rung } from "./claim.ts";

const prepositionBefore =
  /\b(?:of|for|after|before|from|following|during|at|in|on|with|about|over|into|towards?|amid|through|since|despite|by)\s+(?:(?:the|a|an|his|her|its|their|this|that|these|those|further|direct|fresh|new|peace|recent|separate|official|joint|other|\p{Lu}[\p{L}.]*|\p{L}+-\p{L}+)\s+){0,4}$/u;

/** Who takes part in what the main clause tells, and in what is told behind it. */
export type Parts = { readonly main: readonly Participant[]; readonly behind: readonly Participant[] };

/** The event of a clause, or none when nothing in it happens. `terms` are those of `clause`, with offsets into it. */
export function eventOf(
  clause: string,
  predicate: Predicate,
  terms: readonly Term[],
  participants: Parts,
  firm: Firm,
): EventSlot | null {
  const happening = terms.filter(
    (term) => happenings.has(term.term) && !isMereNoun(term, predicate) && !isModifier(clause, term, predicate),
  );
  const free = happening.filter(
    (term) =>
      !adjectival(clause, term) && !prepositionBefore.test(clause.slice(Math.max(0, term.start - 60), term.start)),
  );
  const main = free[0] ?? (firm.modality === "stated" ? undefined : happening[0]);
  if (!main || (firm.modality === "stated" && isAssessed(main, predicate))) return null;
  const takingPart = partsFor(main, free, predicate, participants);
  const parties = [...new Set(takingPart.map((one) => one.party))].sort();
  const aside = !free.some((term) => !subordinate(clause, term));
  return {
    family: familyOf(main.term),
    parties,
    rung: rungOf(main, terms, clause, predicate, firm),
    ...(aside ? { aside } : {}),
  };
}

/** "A meeting unfolded as A sat down with B": told twice, and the second time with who takes part. */
function partsFor(main: Term, happening: readonly Term[], { words, to }: Predicate, parts: Parts): Parts["main"] {
  const end = words[to]?.end ?? Number.POSITIVE_INFINITY;
  if (main.start >= end) return parts.behind;
  const again = happening.some((term) => term.start >= end && familyOf(term.term) === familyOf(main.term));
  return parts.main.length === 0 && again ? parts.behind : parts.main;
}

/** Behind "when", "before", "who" and up to the next comma a clause speaks of something beside its own matter. */
function subordinate(clause: string, term: Term): boolean {
  const segment = clause
    .slice(0, term.start)
    .split(/[,;:–—]\s/)
    .at(-1)!;
  return /\b(?:when|while|before|after|until|unless|because|if|once|whether|who|whose|which|since|as (?:he|she|it|they))\b/i.test(
    segment,
  );
}

/** "The pass road", "the back door": words that mean agreeing only as verbs. */
const isMereNoun = (term: Term, { words }: Predicate) =>
  term.term === "agree" &&
  words.some((word) => word.start === term.start && word.tag !== "verb" && /^(?:pass|back)$/.test(word.lower));

/** "the counting centre", "the trial court": a thing that is named after an event is none. */
function isModifier(clause: string, term: Term, predicate: Predicate): boolean {
  const { words } = predicate;
  const at = words.findIndex((word) => word.end === term.end);
  const next = words[at + 1];
  if (at < 0 || !next || clause.slice(term.end, next.start) !== " ") return false;
  const naming = words[at]!.tag === "noun" || (words[at]!.form?.gerund === true && !inChain(term, predicate));
  return next.tag === "noun" && naming && !eventHead.test(next.lower);
}

const eventHead =
  /^(?:dates?|days?|start|opening|end|rounds?|sessions?|process|ceremony|results?|talks|meetings?|hearings?|vote|votes|counts?|plans?|deals?|agreements?|later|next|early|today|tomorrow|again|behind|home)$/;

/** "The talks were constructive", "the meeting remains a test": what is said of an event does not make it happen. */
function isAssessed(main: Term, predicate: Predicate): boolean {
  if (!predicate.chain || inChain(main, predicate)) return false;
  const inner = predicate.chain.links.at(-1)!;
  if (inner.kind !== "verb" || assessing.has(inner.base)) return true;
  return attitude.has(inner.base) && !directive.has(inner.base) && !reports.has(inner.base);
}

const inChain = (term: Term, { words, chain }: Predicate): boolean =>
  chain?.links.some((link) => words[link.at]!.end > term.start && words[link.at]!.start < term.end) ?? false;

const assessing = new Set("remain stay mark count".split(" "));

/** "the freed sailors", "his hosts": behind an article a participle or a doer tells of nothing that happens now. */
const adjectival = (clause: string, term: Term) =>
  /(?:ed|en)$|^(?:hosts?|heads?)$/i.test(clause.slice(term.start, term.end)) &&
  /\b(?:the|an?|its|their|his|her|our|as|of)\s+$/i.test(clause.slice(0, term.start));

const familyOf = (term: string) => (movement.has(term) ? "travel" : term);

type Firm = { readonly modality: Modality; readonly negated: boolean };

/** What somebody asks for has not happened by that. */
const directive = new Set(
  "ask demand urge propose suggest offer call want seek hope insist recommend encourage invite float request push press appeal pledge promise vow threaten".split(
    " ",
  ),
);
const directing = /\b(?:proposal|offer|demand|call)s? (?:for|to)\b/i;

/** How far the main verb says it has come: "began", "was put off". In other verbs such words tell of other things. */
function phaseIn(terms: readonly Term[], predicate: Predicate): Rung | null {
  const { words, to } = predicate;
  const end = words[to]?.end ?? Number.POSITIVE_INFINITY;
  const told = terms.filter((one) =>
    predicate.chain && one.term !== "prepare" ? inChain(one, predicate) : one.start < end,
  );
  return told.map(({ term }) => phases.get(term)).find((rung) => rung !== undefined) ?? null;
}

function rungOf(main: Term, terms: readonly Term[], clause: string, predicate: Predicate, firm: Firm): Rung {
  const phase = phaseIn(terms, predicate);
  if (isDenied(main, clause, firm)) return "denied";
  if (firm.modality === "may" || firm.modality === "conditional" || isProposal(clause, predicate, firm)) return "may";
  if (phase === "cancelled" || phase === "slipped") return phase;
  if (firm.modality === "planned") return plannedRung(clause);
  if (isIntended(main, predicate)) return "planned";
  if (phase === "planned") return /\bconfirm/i.test(clause) ? "confirmed" : "planned";
  if (phase) return phase;
  // "No date has been announced for a meeting" tells of none.
  if (firm.negated && /\bno\b/i.test(clause.slice(0, main.start))) return "may";
  return movement.get(main.term) ?? "underway";
}

/** "… as the envoys hope to meet", "flew out to sign it": an infinitive that the main verb does not govern is no deed yet. */
function isIntended(main: Term, predicate: Predicate): boolean {
  const { words } = predicate;
  const at = words.findIndex((word) => word.end === main.end);
  if (at < 1 || inChain(main, predicate) || words[at]!.form?.plain !== true) return false;
  let before = at - 1;
  while (words[before]?.tag === "adverb") before -= 1;
  return words[before]?.tag === "to";
}

const isProposal = (clause: string, { chain }: Predicate, firm: Firm) =>
  firm.modality !== "planned" &&
  !firm.negated &&
  (directing.test(clause) || (chain?.links.some((link) => directive.has(link.base)) ?? false));

/** The negation must reach the event itself: talks that ended without a date were held. */
const denialBefore =
  /\b(?:not|never|no one|nobody|neither|den(?:y|ies|ied)|rul(?:es|ed) out|fail(?:s|ed)? to|refus(?:es|ed) to|declin(?:es|ed) to)\b[^,;:]{0,45}$|n't\b[^,;:]{0,30}$/i;
const denialAfter =
  /^[^,;:]{0,30}\b(?:never (?:took|happened)|not (?:been |being )?(?:held|prepared|planned|discussed|taken? place|happened)|did not take place)\b/i;

function isDenied(main: Term, clause: string, firm: Firm): boolean {
  if (!firm.negated || firm.modality === "may" || firm.modality === "conditional") return false;
  const plain = clause.replace(/’/g, "'");
  return denialBefore.test(plain.slice(0, main.start)) || denialAfter.test(plain.slice(main.end));
}

/** What somebody expects stands a rung below what is set. */
function plannedRung(clause: string): Rung {
  if (/\bconfirm/i.test(clause)) return "confirmed";
  return /\b(?:expect|hope|aim|intend|want)(?:s|ed|ing)?\b/i.test(clause) ? "expected" : "planned";
}
