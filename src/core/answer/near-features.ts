/**
 * What can be counted of a question beside a passage: how much of it is there, in which words, and whether it has the
 * shape that was asked for. It decides nothing; nearest.ts weighs it.
 */
import { dayMs } from "../text/day.ts";
import { tollConcepts } from "./counted.ts";
import { looksBack } from "./matter.ts";
import { type Held, heldIn, leadsOf, levels } from "./near-words.ts";
import type { Asked, AskedTerm, Part } from "./part.ts";
import { isProspect, type Passage, share } from "./passage.ts";
import { strengthOf } from "./relevance.ts";
import { slotOf } from "./slot.ts";

export type Near = {
  readonly passage: Passage;
  /** What is weighed. */
  readonly features: Readonly<Record<string, number>>;
  /** 0…1: how far every name that was asked is there, or was named just before. */
  readonly named: number;
  /** 0…1: share of the asked words, by how rare they are. */
  readonly cover: number;
  /** 0…1: how far the verb, or what is counted, is there. */
  readonly focus: number;
  /** 0…1: share that the rarest word which is not there has of the question. */
  readonly missing: number;
  readonly slot: number;
  /** 0…1: how far the other words are in the passage itself: the nearest of them, and all by how rare they are; around it: the nearest. */
  readonly rest: { readonly most: number; readonly all: number; readonly around: number };
};

/** The commonest words still weigh this much. */
const weightMin = 0.15;
/** "Three-way" weighs as a rare word does. */
const shapeWeight = 1;

export function nearnessOf(
  part: Part,
  passages: readonly Passage[],
  sideOf: (actor: string) => string,
): readonly Near[] {
  const leads = leadsOf(passages);
  const held = heldIn(part, passages, leads);
  const asked = [...part.terms.map(({ weight }) => weight), ...(part.sides === null ? [] : [shapeWeight])];
  const weights = asked.map((weight, which) => {
    const holding = held.filter((all) => all[which]!.own >= levels.alike).length;
    return Math.max(weightMin, weight) * Math.log(1 + passages.length / (1 + holding));
  });
  const newest = Math.max(...passages.map((one) => one.at));
  return passages.map((passage, place) => {
    const lead = leads.get(passage.evidence[0]?.articleId ?? "");
    return nearOf({ part, passage, lead, held: held[place]!, weights, newest, sideOf });
  });
}

type Beside = {
  readonly part: Part;
  readonly passage: Passage;
  readonly lead: Passage | undefined;
  readonly held: readonly Held[];
  readonly weights: readonly number[];
  readonly newest: number;
  readonly sideOf: (actor: string) => string;
};

function nearOf(beside: Beside): Near {
  const { part, passage, held, weights } = beside;
  const words = wordsOf(beside);
  const names = namesOf(beside);
  const slot = slotOf(part, passage);
  return {
    passage,
    named: names.least,
    cover: words.cover,
    focus: focusOf(part, held),
    missing: words.missing,
    slot,
    rest: restOf(part, { held, weights }),
    features: {
      ...featuresOf(words, names),
      ...featuresOfPassage(beside),
      slot,
      [`slot ${part.kind}`]: slot,
      count: Math.min(countMax, held.filter(({ own }) => own >= levels.near).length + names.count),
    },
  };
}
/** More of what is asked than this makes no difference. */
const countMax = 4;

type Words = { readonly cover: number; readonly inside: number; readonly own: number; readonly missing: number };

/** How much of the asked words is there, by how rare they are. */
function wordsOf({ held, weights }: Beside): Words {
  const total = weights.reduce((sum, one) => sum + one, 0);
  if (total === 0) return { cover: 0, inside: 0, own: 0, missing: 0 };
  const shareOf = (of: (one: Held) => number) =>
    held.reduce((sum, one, which) => sum + weights[which]! * of(one), 0) / total;
  return {
    cover: shareOf(({ best }) => best),
    inside: shareOf(({ own }) => own),
    own: shareOf(({ own }) => (own === levels.own ? 1 : 0)),
    missing: Math.max(0, ...held.map((one, which) => (weights[which]! * (1 - one.best)) / total)),
  };
}

type Named = { readonly mean: number; readonly least: number; readonly count: number };

/** How far those who were asked for are there: named in the passage, or just before it, or at the head of its article. */
function namesOf({ part, passage, lead, sideOf }: Beside): Named {
  const isAround = (asked: Asked) =>
    passage.context.names.has(asked.id) || (lead !== undefined && strengthOf(asked, lead, sideOf) >= levels.near);
  const own = part.asked.map((asked) => strengthOf(asked, passage, sideOf));
  const named = part.asked.map((asked, which) => Math.max(own[which]!, isAround(asked) ? contextName : 0));
  return {
    mean: mean(named),
    least: Math.min(1, ...named),
    count: own.filter((one) => one >= nameMin).length,
  };
}
const contextName = 0.5;
const nameMin = 0.7;

const featuresOf = ({ cover, inside, own }: Words, { mean: names, least }: Named) => ({
  cover,
  "cover squared": cover * cover,
  inside,
  "inside and covered": inside * cover,
  own,
  names,
  "names and cover": names * cover,
  least,
  "least and inside": least * inside,
});

/** A claim that begins before this character tells what its article is about. */
const leadMax = 150;
const halfLifeDays = 2;

function featuresOfPassage({ part, passage, newest }: Beside): Readonly<Record<string, number>> {
  const { claim, text, standing, withdrawn, worth, terms, run, leader, subjects, evidence } = passage;
  const days = (newest - passage.at) / dayMs;
  return {
    lead: flag(claim !== null && claim.span.start < leadMax),
    quoted: flag(/^[“"]/.test(text)),
    leaning: flag(/^(?:it|he|she|they|this|that|these|those|his|her|their|its)\b/i.test(text)),
    prospect: flag(part.future && isProspect(passage)),
    recency: 2 ** (-days / halfLifeDays),
    "days old": Math.min(10, days),
    before: flag(standing === "before"),
    withdrawn: flag(withdrawn),
    "looks back": flag(looksBack(passage)),
    worth: Math.min(2, worth),
    density: share(terms, new Set(part.terms.map(({ term }) => term))),
    length: Math.min(3, run.length / 10),
    leads: flag(part.asked.some(({ id }) => leader === id || subjects.has(id))),
    sources: flag(evidence.length > 1),
  };
}

const flag = (held: boolean): 0 | 1 => (held ? 1 : 0);
const mean = (all: readonly number[]) => (all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length);

/** The verb, or what is counted or measured. */
const isFocal = ({ predicate, counted, kind, lower }: Part, { term, start, end }: AskedTerm): boolean =>
  term === predicate ||
  counted.includes(term) ||
  (kind === "number" && tollConcepts.has(term)) ||
  (kind === "number" && measures.test(lower.slice(start, end)));
const measures =
  /^(?:gap|margin|difference|lead|turnout|majority|toll|speed|age|height|depth|fee|fine|rate|price|cost|offer|bid|share)$/;

/** How far that is there; as if near where the question has neither. */
function focusOf(part: Part, held: readonly Held[]): number {
  const focal = part.terms.flatMap((term, which) => (isFocal(part, term) ? [held[which]!.own] : []));
  if (focal.length === 0) return levels.near;
  // "How many soldiers died?": both must be there.
  return part.kind === "number" ? Math.min(...focal) : mean(focal);
}

/** How far the rest of the question is in the passage itself, at its best and on the whole; 1 where there is no rest. */
function restOf(part: Part, { held, weights }: Pick<Beside, "held" | "weights">): Near["rest"] {
  const rest = held.flatMap(({ own, best }, which) =>
    part.terms[which] && isFocal(part, part.terms[which]) ? [] : [{ own, best, weight: weights[which]! }],
  );
  const total = rest.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { most: 1, all: 1, around: 1 };
  return {
    most: Math.max(...rest.map(({ own }) => own)),
    all: rest.reduce((sum, { own, weight }) => sum + own * weight, 0) / total,
    around: Math.max(...rest.map(({ best }) => best)),
  };
}
