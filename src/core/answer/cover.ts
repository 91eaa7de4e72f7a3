/** How much of a question's words a passage holds: as they were asked, as a synonym, or in what stands just before it. */
import { phases, sameFamily } from "../language/verbs.ts";
import type { AskedTerm, Part } from "./part.ts";
import type { Passage } from "./passage.ts";

export const coverWeights = {
  /** A word that reports use for it counts this much. */
  same: 0.9,
  /** A word that can mean the same counts this much. */
  alike: 0.8,
  /** A related concept of the same family counts this much. */
  family: 0.6,
  /** Another word for the same issue of the story. */
  issue: 0.6,
  /** What the article spoke of just before. */
  context: 0.7,
} as const;

/** Share of the asked words that a passage covers, by weight; 1 when none was asked. */
export function coverOf(part: Part, passage: Passage): number {
  const total = weightOf(part.terms);
  if (total === 0) return 1;
  return part.terms.reduce((sum, term) => sum + term.weight * heldBy(term, part, passage), 0) / total;
}

const weightOf = (terms: readonly AskedTerm[]) => terms.reduce((sum, term) => sum + term.weight, 0);

/** What somebody wants, demands and proposes is one kind of thing. */
const positions: ReadonlySet<string> = new Set(["want", "demand", "propose", "urge", "prepare"]);
const isPosition = (a: string, b: string) => positions.has(a) && positions.has(b);

/** Asked for a position, any position will do; the very word that was asked scores higher. */
export const positionHeld = (predicate: string, passage: Passage): boolean =>
  positions.has(predicate) && [...passage.mainTerms].some((term) => positions.has(term));

/** Kinds that ask for a picture: there another word for the same issue will do. */
const broad: ReadonlySet<Part["kind"]> = new Set(["about", "changed", "what", "why"]);

export function heldBy(asked: AskedTerm, part: Part, passage: Passage): number {
  const { term } = asked;
  if (isOwn(asked, passage)) return 1;
  // Asked whether a thing is over, that it goes on is as good an answer as that it ended.
  if (term === "end" && part.kind === "yesno" && passage.predicates.some((one) => phases.has(one))) return 1;
  if (isSame(asked, passage)) return coverWeights.same;
  return isAlike(asked, passage) ? coverWeights.alike : nearBy(asked, part, passage);
}

/** What is only near to the asked word: another of its family or of its issue, or what the article spoke of before. */
function nearBy({ term }: AskedTerm, part: Part, passage: Passage): number {
  const related = part.kind !== "about" && part.kind !== "changed";
  for (const other of passage.terms)
    if (related && (sameFamily(term, other) || isPosition(term, other))) return coverWeights.family;
  if (broad.has(part.kind) && part.issues.some((issue) => passage.issues.has(issue))) return coverWeights.issue;
  return part.kind !== "about" && passage.context.terms.has(term) ? coverWeights.context : 0;
}

/** The passage has the very word, or one of the same concept that is not a part of a name. */
export const isOwn = ({ term, stem }: AskedTerm, { freeTerms, stems }: Passage): boolean =>
  freeTerms.has(term) || stems.has(stem);
/** The passage has the word, or one that reports use for it. */
export const isSame = ({ same }: AskedTerm, { stems }: Pick<Passage, "stems">): boolean => anyIn(same, stems);
/** The passage has a word that can mean the same. */
export const isAlike = ({ alike }: AskedTerm, { stems }: Pick<Passage, "stems">): boolean => anyIn(alike, stems);

function anyIn(all: ReadonlySet<string>, held: ReadonlySet<string>): boolean {
  for (const one of all) if (held.has(one)) return true;
  return false;
}

export const exactOf = (part: Part, passage: Passage): number =>
  part.stems.size === 0 ? 0 : [...part.stems].filter((stem) => passage.stems.has(stem)).length / part.stems.size;

/** 0…1: share of the words besides the predicate that the passage uses as they were asked. */
export function exactArguments(part: Part, passage: Passage): number {
  const others = argumentsOf(part);
  const compared = others.length === 0 ? part.terms : others;
  const shared = compared.filter(({ stem }) => passage.stems.has(stem)).length;
  return compared.length === 0 ? 0 : shared / compared.length;
}

const argumentsOf = (part: Part) => part.terms.filter(({ term }) => term !== part.predicate);

/** Besides the predicate, half of what it is said of, and more for a yes or no: in the passage, or just before it. */
export function argumentsHeld(part: Part, passage: Passage): boolean {
  const others = argumentsOf(part);
  const held = others.filter((term) => {
    const by = heldBy(term, part, passage);
    return by >= coverWeights.context;
  });
  if (part.kind === "yesno" && others.length > 1 && held.length * 2 <= others.length) return false;
  return weightOf(held) >= weightOf(others) / 2;
}

/** At least one of the asked words stands in the passage itself, and not only around it. */
export const ownTerm = (part: Part, passage: Passage): boolean =>
  part.terms.length === 0 ||
  part.terms.some((term) => {
    const by = heldBy(term, part, passage);
    return by > 0 && by !== coverWeights.context;
  });

/** Everything that the predicate is said of, in the passage itself. */
export const allArguments = (part: Part, passage: Passage): boolean =>
  argumentsOf(part).every((term) => heldBy(term, part, passage) === 1);

/** Synonyms in every place make a neighbour, not an answer: at least one word is the asker's own. */
export const ownWords = (part: Part, passage: Passage): boolean =>
  part.terms.length < 2 ||
  part.predicate === "end" ||
  part.terms.some((term) => term.term === part.predicate && isSame(term, { stems: passage.mainStems })) ||
  exactOf(part, passage) > 0 ||
  part.asked.some(({ id }) => passage.actors.get(id) === 1);
