/**
 * Whether a line leans on what stood around it: it begins with a pronoun that nobody resolved, its object is such a
 * pronoun, or, cut out of its sentence, it has no subject and verb of its own. Whoever reads such a line needs its article.
 */
import { type Predicate, predicateOf } from "../language/grammar/main.ts";

const pronounFirst = /^(?:he|she|they|it)\b(?!['’]s?\s+own)/i;

/** "It is unlikely that …", "it was in May that …": this "it" stands for what follows. */
const emptySubject =
  /^it(?:['’]s| (?:is|was|will be|would be|has been|had been|may be|might be|could be|remains|remained|seems|seemed|appears|appeared|takes|took|became|becomes))\s+(?:(?:now|still|not|also|very|too|so|far from)\s+)*(?:(?:un)?(?:likely|clear|certain|possible|known|usual)|impossible|logical|necessary|time|early|hard|difficult|easy|better|best|important|expected|hoped|feared|thought|(?:[^\s,]+\s){1,9}?(?:that|to|whether|who|which)\b)/i;

/** `whole` says that the line is a whole sentence: then a headline may do without a verb. */
export function leans(line: string, whole: boolean): boolean {
  const bare = line.trim();
  if (/^["“«„]/.test(bare)) return false;
  if (pronounFirst.test(bare) && !emptySubject.test(bare)) return true;
  const predicate = predicateOf(bare);
  const { chain, finite, from } = predicate;
  if (!chain || !finite) return !whole;
  return (!whole && chain.from <= from) || objectPointsOut(predicate);
}

/**
 * "Diplomats joined them", "the minister did not commit to it": what stands beside a subject as the object of one verb
 * is not that subject, so with nothing else before it the pronoun means something outside of the clause.
 */
export const pointsOut = (clause: string): boolean =>
  !/^\s*["“«„]/.test(clause) && objectPointsOut(predicateOf(clause));

function objectPointsOut({ words, chain, from }: Predicate): boolean {
  if (!chain || from > 0) return false;
  const behind = words[chain.to + 1];
  const at = behind?.tag === "preposition" || behind?.tag === "to" ? chain.to + 2 : chain.to + 1;
  const object = words[at];
  if (!object || !/^(?:it|them|so)$/.test(object.lower)) return false;
  if (object.lower === "so" && words[at + 1] !== undefined && words[at + 1]!.tag !== "preposition") return false;
  const subject = words.slice(0, chain.from);
  return !subject.some((word) => word.tag === "relative" || /['’]s?$/.test(word.lower));
}
