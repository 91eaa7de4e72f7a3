/**
 * What can be counted of a question beside a passage: how much of it is there, in which words, and whether it has the
 * shape that was asked for. It decides nothing; nearest.ts weighs it.
 */
import { broader } from "../language/lexicon.ts";
import { nearTo } from "../language/near.ts";
import { sameFamily } from "../language/verbs.ts";
import { dayMs } from "../text/day.ts";
import { isContrary } from "./contraries.ts";
import { isAlike, isSame } from "./cover.ts";
import { shapeOf } from "./fits.ts";
import { looksBack } from "./matter.ts";
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

/** How far a word of a passage may stand from the word that was asked for. */
export const levels = { own: 1, same: 0.95, alike: 0.8, near: 0.65, related: 0.55, opposite: 0.5 } as const;
/** What stands in the sentences around counts this much of what it would count in the passage itself. */
const contextShare = 0.55;
const contextName = 0.5;
/** The commonest words still weigh this much. */
const weightMin = 0.15;
/** "Three-way" weighs as a rare word does. */
const shapeWeight = 1;

export function nearnessOf(
  part: Part,
  passages: readonly Passage[],
  sideOf: (actor: string) => string,
): readonly Near[] {
  const held = heldIn(part, passages);
  const asked = [...part.terms.map(({ weight }) => weight), ...(part.sides === null ? [] : [shapeWeight])];
  const weights = asked.map((weight, which) => {
    const holding = held.filter((all) => all[which]!.own >= levels.alike).length;
    return Math.max(weightMin, weight) * Math.log(1 + passages.length / (1 + holding));
  });
  const newest = Math.max(...passages.map((one) => one.at));
  const leads = leadsOf(passages);
  return passages.map((passage, place) => {
    const lead = leads.get(passage.evidence[0]?.articleId ?? "");
    return nearOf({ part, passage, lead, held: held[place]!, weights, newest }, sideOf);
  });
}

/** The first sentence of each article that is known: what it is about, its later sentences need not repeat. */
function leadsOf(passages: readonly Passage[]): ReadonlyMap<string, Passage> {
  const leads = new Map<string, Passage>();
  const startOf = ({ evidence }: Passage) => evidence[0]?.start ?? 0;
  for (const passage of passages) {
    const article = passage.evidence[0]?.articleId ?? "";
    const known = leads.get(article);
    if (!known || startOf(passage) < startOf(known)) leads.set(article, passage);
  }
  return leads;
}

type Beside = {
  readonly part: Part;
  readonly passage: Passage;
  readonly lead: Passage | undefined;
  readonly held: readonly Held[];
  readonly weights: readonly number[];
  readonly newest: number;
};

function nearOf({ part, passage, lead, held, weights, newest }: Beside, sideOf: (actor: string) => string): Near {
  const total = weights.reduce((sum, one) => sum + one, 0);
  const shareOf = (of: (one: Held) => number) =>
    total === 0 ? 0 : held.reduce((sum, one, which) => sum + weights[which]! * of(one), 0) / total;
  const strengths = part.asked.map((asked) => strengthOf(asked, passage, sideOf));
  const isAround = (asked: Asked) =>
    passage.context.names.has(asked.id) || (lead !== undefined && strengthOf(asked, lead, sideOf) >= levels.near);
  const named = strengths.map((one, which) => Math.max(one, isAround(part.asked[which]!) ? contextName : 0));
  const least = Math.min(1, ...named);
  const cover = shareOf(({ best }) => best);
  const inside = shareOf(({ own }) => own);
  const slot = slotOf(part, passage);
  const recency = 2 ** (-(newest - passage.at) / (2 * dayMs));
  const names = mean(named);
  const focus = focusOf(part, held);
  const missing = Math.max(0, ...held.map((one, which) => (total === 0 ? 0 : (weights[which]! * (1 - one.best)) / total)));
  return {
    passage,
    named: least,
    cover,
    focus,
    missing,
    slot,
    rest: restOf(part, { held, weights }),
    features: {
      cover,
      "cover squared": cover * cover,
      inside,
      "inside and covered": inside * cover,
      own: shareOf(({ own }) => (own === levels.own ? 1 : 0)),
      names,
      "names and cover": names * cover,
      least,
      "least and inside": least * inside,
      count: Math.min(
        4,
        held.filter(({ own }) => own >= levels.near).length + strengths.filter((one) => one >= 0.7).length,
      ),
      slot,
      [`slot ${part.kind}`]: slot,
      lead: passage.claim && passage.claim.span.start < 150 ? 1 : 0,
      quoted: /^[“"]/.test(passage.text) ? 1 : 0,
      leaning: /^(?:it|he|she|they|this|that|these|those|his|her|their|its)\b/i.test(passage.text) ? 1 : 0,
      prospect: part.future && isProspect(passage) ? 1 : 0,
      recency,
      "days old": Math.min(10, (newest - passage.at) / dayMs),
      before: passage.standing === "before" ? 1 : 0,
      withdrawn: passage.withdrawn ? 1 : 0,
      "looks back": looksBack(passage) ? 1 : 0,
      worth: Math.min(2, passage.worth),
      density: share(passage.terms, new Set(part.terms.map(({ term }) => term))),
      length: Math.min(3, passage.run.length / 10),
      leads: part.asked.some(({ id }) => passage.leader === id || passage.subjects.has(id)) ? 1 : 0,
      sources: passage.evidence.length > 1 ? 1 : 0,
    },
  };
}

const mean = (all: readonly number[]) => (all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length);

/** How near a passage comes to one asked word: by itself, and with the sentences around it. */
type Held = { readonly own: number; readonly best: number };

/** By passage, by asked word. */
function heldIn(part: Part, passages: readonly Passage[]): readonly (readonly Held[])[] {
  const asked = part.terms.map((term) => ({ term, near: nearTo(term.stem) }));
  return passages.map((passage) => [
    ...asked.map(({ term, near }) => {
      const own = levelOf(term, near, passage);
      const around = passage.context.terms.has(term.term) || hasAny(term.same, passage.context.terms);
      return { own, best: Math.max(own, around ? contextShare : 0) };
    }),
    ...(part.sides === null ? [] : [shaped(part, passage)]),
  ]);
}

/** "A three-way meeting" is one word of the question, which reports may put into names. */
function shaped(part: Part, passage: Passage): Held {
  const own = shapeOf(part, passage) > 1 ? levels.own : 0;
  return { own, best: own };
}

function levelOf(term: AskedTerm, near: ReadonlySet<string>, passage: Passage): number {
  if (passage.terms.has(term.term) || passage.stems.has(term.stem)) return levels.own;
  if (isSame(term, passage)) return levels.same;
  if (isAlike(term, passage)) return levels.alike;
  if (hasAny(near, passage.stems)) return levels.near;
  for (const other of passage.terms)
    if (sameFamily(term.term, other) || broader(term.stem, other)) return levels.related;
  for (const other of passage.stems) if (isContrary(term.stem, other)) return levels.opposite;
  return 0;
}

function hasAny(all: ReadonlySet<string>, held: ReadonlySet<string>): boolean {
  for (const one of all) if (held.has(one)) return true;
  return false;
}

/** The verb, or what is counted or measured. */
const isFocal = ({ predicate, counted, kind, lower }: Part, { term, start, end }: AskedTerm): boolean =>
  term === predicate || counted.includes(term) || (kind === "number" && measures.test(lower.slice(start, end)));
const measures = /^(?:gap|margin|difference|lead|turnout|majority|toll|speed|age|height|depth|fee|fine|rate|price|cost|offer|bid|share)$/;

/** How far that is there; as if near where the question has neither. */
function focusOf(part: Part, held: readonly Held[]): number {
  const focal = part.terms.flatMap((term, which) => (isFocal(part, term) ? [held[which]!.own] : []));
  return focal.length === 0 ? levels.near : mean(focal);
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
