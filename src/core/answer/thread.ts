/**
 * A question that goes on from another: "and the minister?", "when?", "did he join?". What it leaves out is taken from
 * the question before it; what it says itself is never replaced.
 */
import type { Asked, Part } from "./part.ts";

/** `part` completed by the one before it in the thread. */
export function continued(part: Part, before: Part): Part {
  if (part.kind === "source") return { ...before, source: true, written: part.written };
  const sense = senseOf(part);
  if (sense) return { ...before, source: true, sense, written: part.written };
  if (isBare(part)) return { ...before, ...own(part), bare: true };
  const asked = [...part.asked, ...meantBy(part, before).filter((one) => !names(part, one))];
  const topics = pointsBack.test(part.lower) && part.asked.length === 0 && before.kind === "about" ? before.terms : [];
  const terms = [...topics.filter((topic) => !part.terms.some(({ term }) => term === topic.term)), ...part.terms];
  return { ...part, asked, terms };
}

/** "Who denies it?" asks for those that say no to what was asked before, "who confirms that?" for those that say yes. */
function senseOf({ kind, asked, terms, lower }: Part): "yes" | "no" | null {
  const [term] = terms;
  if (kind !== "who" || asked.length > 0 || terms.length !== 1 || !pointsBack.test(lower)) return null;
  return term!.term === "deny" ? "no" : term!.term === "confirm" ? "yes" : null;
}

/** The same question about somebody else: "and Kyiv?" after "did Moscow answer?"; null when it is a question of its own. */
export function exchanged(part: Part, before: Part): Part | null {
  const elliptic =
    part.kind === "about" &&
    part.terms.length === 0 &&
    part.asked.length > 0 &&
    /^(?:and|but|what about|how about)\b/.test(part.lower);
  if (!elliptic || before.kind === "about" || before.kind === "changed" || before.kind === "source") return null;
  const kinds = new Set(part.asked.map((one) => one.kind === "place" || one.kind === "country"));
  const kept = before.asked.filter((one) => !kinds.has(one.kind === "place" || one.kind === "country"));
  return { ...before, asked: [...kept, ...part.asked] };
}

const own = ({ kind, written, lower, future, last, prospect }: Part) => ({
  kind,
  written,
  lower,
  future,
  last,
  prospect,
  predicate: null,
});

/** "When?", "why not?", "how many?": a question word and nothing to ask about. */
const isBare = (part: Part) =>
  part.asked.length === 0 &&
  part.terms.length === 0 &&
  part.kind !== "changed" &&
  (part.kind === "why"
    ? !/\b(?:he|she)\b/.test(part.lower)
    : part.lower.split(/\s+/).length <= bareWordsMax && !/\b(?:he|she|they|it)\b/.test(part.lower));
const bareWordsMax = 4;

const names = (part: Part, one: Asked) => part.asked.some((other) => other.id === one.id);

const person = /\b(?:he|she|him|her|his)\b/;
const pointsBack = /\b(?:it|its|they|them|their|that|this|there)\b/;

/** "He" is a person of the question before, unless this one names a person first; "they" and "it" are whoever it named. */
function meantBy(part: Part, before: Part): readonly Asked[] {
  const pronoun = person.exec(part.lower);
  if (!pronoun) return pointsBack.test(part.lower) && part.asked.length === 0 ? before.asked : [];
  if (part.asked.some((one) => one.person && part.lower.indexOf(one.word) < pronoun.index)) return [];
  return before.asked.filter((one) => one.person);
}
