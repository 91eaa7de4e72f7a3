/**
 * How near a passage comes to each word that was asked: in the word itself, one that means the same or about the same, the
 * contrary, or only in the sentences around it.
 */
import { broader } from "../language/lexicon.ts";
import { nearTo } from "../language/near.ts";
import { sameFamily } from "../language/verbs.ts";
import { isContrary } from "./contraries.ts";
import { isAlike, isOwn, isSame } from "./cover.ts";
import { shapeOf } from "./fits.ts";
import type { AskedTerm, Part } from "./part.ts";
import type { Passage } from "./passage.ts";

/** How far a word of a passage may stand from the word that was asked for. */
export const levels = { own: 1, same: 0.95, alike: 0.8, near: 0.65, related: 0.55, opposite: 0.5 } as const;
/** What stands in the sentences around counts this much of what it would count in the passage itself. */
const contextShare = 0.55;
const leadShare = 0.45;
/** The first sentence of each article that is known: what it is about, its later sentences need not repeat. */
export function leadsOf(passages: readonly Passage[]): ReadonlyMap<string, Passage> {
  const leads = new Map<string, Passage>();
  const startOf = ({ evidence }: Passage) => evidence[0]?.start ?? 0;
  for (const passage of passages) {
    const article = passage.evidence[0]?.articleId ?? "";
    const known = leads.get(article);
    if (!known || startOf(passage) < startOf(known)) leads.set(article, passage);
  }
  return leads;
}

/** How near a passage comes to one asked word: by itself, and with the sentences around it. */
export type Held = { readonly own: number; readonly best: number };

/** By passage, by asked word. */
export function heldIn(
  part: Part,
  passages: readonly Passage[],
  leads: ReadonlyMap<string, Passage>,
): readonly (readonly Held[])[] {
  const asked = part.terms.map((term) => ({ term, near: nearTo(term.stem) }));
  const inLead = new Map(
    [...leads].map(([id, lead]) => [id, asked.map(({ term, near }) => levelOf(term, near, lead))]),
  );
  return passages.map((passage) => [
    ...asked.map(({ term, near }, which) => {
      const own = levelOf(term, near, passage);
      const around = passage.context.terms.has(term.term) || hasAny(term.same, passage.context.terms);
      const lead = leadShare * (inLead.get(passage.evidence[0]?.articleId ?? "")?.[which] ?? 0);
      return { own, best: Math.max(own, lead, around ? contextShare : 0) };
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
  if (isOwn(term, passage)) return levels.own;
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
