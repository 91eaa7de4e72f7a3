/**
 * How firmly a clause says what it says: read off its main verb, what helps it and what governs it. The most cautious
 * sign wins: a line may always be weaker than its source and never stronger.
 */

import {
  aspectual,
  attitude,
  calling,
  denying,
  drafts,
  planning,
  reports,
  slipping,
  tentative,
  tentativeAdjectives,
} from "../language/governors.ts";
import type { Chain, Link } from "../language/grammar/group.ts";
import { type Predicate, predicateOf } from "../language/grammar/main.ts";
import type { Word } from "../language/grammar/tag.ts";
import { contentsOf } from "./attribution.ts";
import type { Modality } from "./claim.ts";

/** Cautious to firm; a line must not stand further right than its evidence. */
const firmness: Readonly<Record<Modality, number>> = {
  conditional: 0,
  may: 0,
  planned: 1,
  stated: 2,
  ongoing: 2,
  denied: 2,
  cancelled: 2,
  done: 3,
};

export const isFirmer = (a: Modality, b: Modality): boolean => firmness[a] > firmness[b];

/** Modality of a text; where it names who says it, of what is said. */
export function modalityOf(text: string): Modality {
  const content = contentsOf(text)[0]!;
  const clause = content.source === null ? text : text.slice(content.start, content.end);
  return modalityIn(predicateOf(clause), clause, content.source !== null);
}

/** Modality of a clause whose predicate is known; `said` when somebody is named who says it. */
export function modalityIn(predicate: Predicate, clause: string, said = false): Modality {
  const { chain, words, from, to } = predicate;
  const main = clause.slice(words[from]?.start ?? 0, words[to]?.end ?? clause.length).toLowerCase();
  if (!chain) return hedge.test(main) ? "may" : "stated";
  const inner = reported(predicate, clause);
  if (inner) return inner;
  const plain = ofChain(predicate);
  const cautious = hedge.test(main) || doubt.test(main) ? "may" : plain;
  if (isConditional(predicate, cautious, clause)) return "conditional";
  if (cautious === "may") return "may";
  return (plain === "done" || plain === "ongoing") && hearsay.test(main) ? "stated" : settled(chain, plain, main, said);
}

const hedge =
  /\b(?:possibly|perhaps|maybe|likely|unlikely|probably|potentially|tentatively|conceivably|subject to|in doubt|up in the air|on the cards|fac(?:e|es|ed|ing) up to|(?:is|are|was|were) (?:a )?(?:possib(?:le|ility)|chance)|in talks to|open to)\b/;
const doubt = /\b(?:not (?:yet )?(?:clear|certain|decided|known)|no (?:certainty|guarantee) that|unclear|uncertain)\b/;
const hearsay = /\b(?:reportedly|allegedly|apparently|seemingly|supposedly|purportedly|rumou?red|unconfirmed)\b/;

/** What a reporting verb that still stands in the clause reports, if it reports a whole clause. */
function reported({ chain, words }: Predicate, clause: string): Modality | null {
  const link = chain!.links[0]!;
  if (chain!.links.length > 1 || link.modal || link.passive || !reports.has(link.base)) return null;
  const after = words[chain!.to + 1];
  const that = words.findIndex((word, at) => at > chain!.to && at < chain!.to + 8 && word.lower === "that");
  const start =
    that >= 0 ? words[that + 1]?.start : after?.tag === "pronoun" || after?.tag === "name" ? after.start : undefined;
  if (start === undefined) return null;
  const inner = clause.slice(start);
  const predicate = predicateOf(inner);
  return predicate.finite ? modalityIn(predicate, inner, true) : null;
}

/** From the outermost verb inwards, up to the one that only tells what somebody holds. */
function ofChain(predicate: Predicate): Modality {
  const { links } = predicate.chain!;
  const after = predicate.words[predicate.chain!.to + 1]?.lower ?? "";
  const governs = links.length > 1 || /^(?:for|to)$/.test(after);
  // "spoke of progress" says what somebody holds.
  const spokenOf = (link: Link) => (link.base === "speak" && after === "of" ? "stated" : null);
  const kinds = links.map((link) => sortOf(link, governs) ?? spokenOf(link));
  const position = kinds.indexOf("stated");
  const told = position < 0 ? kinds : kinds.slice(0, position);
  if (told.includes("may")) return "may";
  if (!told.includes("planned")) return position >= 0 ? "stated" : ungoverned(predicate);
  if (position >= 0) return "planned";
  // "The deal would be signed" tells what becomes of it, not what stands in it.
  return links[0]!.modal === "would" && !links[0]!.passive && drafted(predicate) ? "stated" : "planned";
}

/** What no modal and no governing verb makes less than sure. */
function ungoverned(predicate: Predicate): Modality {
  if (pitches(predicate)) return "stated";
  // "(that) the guarantees be put to a vote"
  if (!predicate.finite && predicate.words.some((word) => word.lower === "be")) return "stated";
  return isPlan(predicate) || prepares(predicate) ? "planned" : byTense(predicate);
}

/** "The plan is for spending to rise": what is planned is told by the subject. */
const isPlan = ({ words, chain }: Predicate) =>
  chain!.links[0]!.kind === "be" &&
  !chain!.links[0]!.past &&
  /^(?:plan|intention|idea|aim|goal)$/.test(words[chain!.from - 1]?.lower ?? "") &&
  words[chain!.to + 1]?.lower === "for";

/** "confirmed preparations for the talks", "announced plans to merge": what is told lies ahead. */
function prepares({ words, chain, to, from }: Predicate): boolean {
  if (words.slice(from, chain!.from).some((word) => word.lower === "preparations")) return !chain!.links[0]!.past;
  if (
    !/^(?:confirm|announce|begin|start|make|complete|continue|reveal|have|unveil|step)$/.test(chain!.links.at(-1)!.base)
  )
    return false;
  const object = objectOf(words, chain!.to, to);
  return object !== null && /^(?:preparations?|plans|intentions?|arrangements)$/.test(object.lower);
}

/** "pushed a plan", "presented a draft": what stands in it is proposed. */
function pitches({ words, chain, to }: Predicate): boolean {
  const link = chain!.links.at(-1)!;
  if (link.passive || !/^(?:push|present|unveil|table|back|circulate|advance|outline|submit)$/.test(link.base))
    return false;
  const object = objectOf(words, chain!.to, to);
  return object !== null && drafts.has(object.lower);
}

/** The head of the noun phrase right behind the verb. */
function objectOf(words: readonly Word[], verb: number, to: number): Word | null {
  let head: Word | null = null;
  for (let at = verb + 1; at <= to; at++) {
    const word = words[at]!;
    if (!/^(?:determiner|noun|name|number|verb)$/.test(word.tag) || /[,;]/.test(word.gap)) break;
    if (word.tag === "noun" || word.tag === "verb") head = word;
  }
  return head;
}

/** What a plan or a bill would bring is what it says, not what will be. */
function drafted({ words, from, chain }: Predicate): boolean {
  const subject = words.slice(from, chain!.from);
  return (
    subject.some((word) => drafts.has(word.lower)) &&
    (!/^(?:the|both|all)$/.test(subject.at(-2)?.lower ?? "") || drafts.has(subject.at(-1)!.lower))
  );
}

function sortOf(link: Link, governs: boolean): "may" | "planned" | "stated" | null {
  const modal = sortOfModal(link);
  if (modal) return modal;
  if (tentative.has(link.base) || isTentative(link, governs)) return "may";
  // "is prepared to sign" is readiness, "is preparing to sign" a plan, "was prepared by" a deed.
  if (link.base === "prepare" && link.passive) return governs ? "may" : null;
  if (link.base === "set" ? link.passive && governs : planning.has(link.base)) return "planned";
  return attitude.has(link.base) && !isDoing(link) ? "stated" : null;
}

/** "are arguing over the seats" is a doing, "argue that …" a position. */
const isDoing = ({ progressive, base }: Link) =>
  progressive && /^(?:argue|struggle|try|attempt|campaign|lobby)$/.test(base);

/** A door that is open says nothing of what may be; being open to talks does. */
const isTentative = ({ kind, base }: Link, governs: boolean) =>
  kind === "adjective" &&
  tentativeAdjectives.has(base) &&
  (governs || !/^(?:open|free|able|ready|willing|prepared)$/.test(base));

function sortOfModal({ modal, negated, base }: Link): "may" | "planned" | "stated" | null {
  if (modal === null || base === "depend" || base === "hinge") return null;
  if (modal === "can") return negated ? "stated" : "may";
  if (modal === "may" || modal === "might" || modal === "could") return "may";
  return modal === "must" ? "stated" : "planned";
}

/** What nothing governs is told by its tense. */
function byTense({ words, chain, finite }: Predicate): Modality {
  const { links, to } = chain!;
  const outer = links[0]!;
  const inner = links.length > 1 && aspectual.has(outer.base) ? links[1]! : outer;
  if (outer.progressive || outer.base === "continue" || isUnderWay(outer, words, to)) return "ongoing";
  let after = to + 1;
  while (words[after]?.tag === "adverb") after += 1;
  if (inner.kind === "be" || inner.kind === "adjective" || inner.base === "remain" || inner.base === "stay")
    return lasts(inner, words[after]) ? "ongoing" : "stated";
  if (!finite) return outer.passive || outer.past ? "done" : "stated";
  return outer.past || outer.perfect ? "done" : "stated";
}

/** "entered its ninth day", "gathered for the vote", "converged on the capital for talks": it goes on. */
function isUnderWay({ base, passive }: Link, words: readonly Word[], to: number): boolean {
  const behind = words
    .slice(to + 1, to + 8)
    .map((word) => word.lower)
    .join(" ");
  if (base === "enter") return /^(?:its|their|the|a|an) (?:\w+ ){1,2}(?:hour|day|night|week|month|year)\b/.test(behind);
  return !passive && /^(?:gather|converge|assemble)$/.test(base) && /\b(?:for|ahead of)\b/.test(behind);
}

const lasting =
  /^(?:shut|closed|blocked|open|missing|jailed|detained|trapped|stranded|suspended|stuck|captive|sealed|cut|offline|underway)$/;

/** "were under way", "is in force", "remains shut": a state that goes on for a while. */
const lasts = (link: Link, after: Word | undefined) =>
  lasting.test(link.kind === "adjective" ? link.base : (after?.lower ?? "")) ||
  (link.kind !== "adjective" && after !== undefined && /^(?:under|without|in|at|out|on|inside|en)$/.test(after.lower));

const futureInComplement = /\b(?:would|will|could|can|may|might|won't|wouldn't)\b/;
const bargain =
  /\b(?:in exchange for|in return for|on (?:the )?condition that|on condition of (?!anonymity)|only (?:after|when|once|if)|as long as)\b/;

/** "Without a deal, …" */
const lacking = /^[\s“"]*without\b[^.;]*,/i;

/** A condition counts where what depends on it is still to come. */
function isConditional({ chain, words, conditions }: Predicate, modality: Modality, clause: string): boolean {
  const open = modality === "planned" || modality === "stated" || modality === "may" || modality === "ongoing";
  if (conditions.length > 0) {
    const at = conditions[0]!;
    if (at < chain!.from) return open;
    const between = clause.slice(words[chain!.from]!.start, words[at]!.start).toLowerCase();
    return open && (!chain!.links[0]!.past || futureInComplement.test(between));
  }
  if (modality === "planned" && lacking.test(clause)) return true;
  const inner = chain!.links[0]!;
  // "It would be logical to meet after we know the result."
  if (inner.modal === "would" && inner.kind !== "verb" && /\b(?:after|once|when)\b/.test(clause)) return true;
  return (
    (modality === "planned" || modality === "stated") && !chain!.links[0]!.past && bargain.test(clause.toLowerCase())
  );
}

/** Calling off and denying are outcomes of their own. */
function settled(chain: Chain, modality: Modality, main: string, said: boolean): Modality {
  const inner = chain.links.at(-1)!;
  const over = modality === "done" || (modality === "stated" && !inner.modal);
  if (!over) return modality;
  if (said && denial.test(main)) return "denied";
  if (inner.negated) return modality;
  if (calledOff(inner.base, main)) return "cancelled";
  return denies(inner.base, main) ? "denied" : modality;
}

/** A speaker who says that nobody did, that it never was, that there is no such thing. */
const denial =
  /^[\s“"]*(?:no|nobody|none)\b|\b(?:no one|nobody|never|no such)\b|\bthere (?:is|was|were|are|has been|have been) (?:no|nothing)\b|^[\s“"]*(?:we|i) [\w' ]*(?:not|n't)\b/;

const calledOff = (base: string, main: string) =>
  calling.has(base) || slipping.has(base) || /\b(?:call|put|push)(?:ed|es|s)? (?:\S+ ){0,4}(?:off|back)\b/.test(main);

const denies = (base: string, main: string) =>
  denying.has(base) ||
  (base === "rule" && /\brul(?:ed|es|e) out\b/.test(main)) ||
  (/^(?:reject|dismiss)$/.test(base) &&
    /\b(?:suggestion|claim|allegation|accusation|report|rumou?r|charge)s?\b/.test(main));
