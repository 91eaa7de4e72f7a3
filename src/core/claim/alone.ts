/**
 * Whether a line can be read without its article: it has a subject and a verb of its own, no pronoun in it means something
 * outside of it, and it names something that a reader can place.
 */
import { type Predicate, predicateOf } from "../language/grammar/main.ts";
import { isCommonWord } from "../language/words.ts";
import type { Claim } from "./claim.ts";
import { personTitles } from "./names.ts";

const pronounFirst = /^(?:he|she|they|it)\b(?!['’]s?\s+own)/i;

/** "It is unlikely that …", "it was in May that …": this "it" stands for what follows. */
const emptySubject =
  /^it(?:['’]s| (?:is|was|will be|would be|has been|had been|may be|might be|could be|remains|remained|seems|seemed|appears|appeared|takes|took|became|becomes))\s+(?:(?:now|still|not|also|very|too|so|far from)\s+)*(?:(?:un)?(?:likely|clear|certain|possible|known|usual)|impossible|logical|necessary|time|early|hard|difficult|easy|better|best|important|expected|hoped|feared|thought|(?:[^\s,]+\s){1,9}?(?:that|to|whether|who|which)\b)/i;

/** The same where nothing but what follows can be meant: no name may take its place. */
export const surelyEmpty =
  /^it(?:['’]s| \p{Ll}+| (?:will|would|may|might|could|has) (?:be|been))\s+(?:(?:now|still|not|also|very|too|so|far from)\s+)*(?:un)?(?:likely|clear|certain|possible|impossible|known|expected|thought|feared|hoped)\s+(?:that|whether|if|when|where|who|what|how|why)\b/iu;

/** True when a line leans on what stood around it. `whole` says that the line is a whole sentence: then a headline may do without a verb. */
export function leans(line: string, whole: boolean): boolean {
  const bare = line.trim();
  if (/^["“«„]/.test(bare)) return false;
  if (pronounFirst.test(bare) && !emptySubject.test(bare)) return true;
  const predicate = predicateOf(bare);
  const { chain, finite, from } = predicate;
  if (!chain || !finite) return !whole;
  return (!whole && chain.from <= from) || objectPointsOut(predicate) || ownerPointsOut(bare, predicate);
}

/**
 * "The decision gives his delegation a reason": whose it is stands nowhere before. "At his press conference, Renn said"
 * tells it later, in front of its verb.
 */
function ownerPointsOut(line: string, { words, chain }: Predicate): boolean {
  const at = words.findIndex((word) => /^(?:his|her)$/.test(word.lower));
  if (!chain || at <= chain.to) return false;
  return !words.slice(0, at).some((word) => word.tag === "pronoun" || isNamed(line, word) || isPerson(word.lower));
}

const isNamed = (line: string, { start, lower, tag }: Predicate["words"][number]) =>
  tag === "name" || (/^\p{Lu}/u.test(line.slice(start)) && !isCommonWord(lower));

/** A noun that can own something as he or she does: "the judge", "a sailor", "the woman". */
const isPerson = (lower: string): boolean =>
  personTitles.has(lower) ||
  /(?:er|or|man|men|woman|women|ist|ant|ee|ian|boy|girl|child|people|crew|victim|chief)s?$/.test(lower);

/** The same of what one person says: "she said that it had never been discussed" tells who "she" may be, not "it". */
export function pointsOut(said: string): boolean {
  const bare = said.trim();
  if (/^["“«„]/.test(bare)) return false;
  return (/^(?:it|they)\b/i.test(bare) && !emptySubject.test(bare)) || objectPointsOut(predicateOf(bare));
}

/**
 * "Diplomats joined them", "the minister did not commit to it": what stands beside a subject as the object of one verb
 * is not that subject, so with nothing else before it the pronoun means something outside of the clause.
 */
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

/** Words that point back without being a pronoun of their own: "This came after …", "Both were there". */
const demonstrative = /^[“"']?(?:(?:This|That|These|Those|Each)\b|Both (?!(?:the|sides|parties|of|\p{Lu})))/u;
const headless =
  /^[“"']?(?:has|have|had|is|are|was|were|will|would|may|might|could|can|did|does|do|must|should|not|also|then)\b/i;

/** Whether the line of a fact, in whatever wording it was kept, may be told. */
export const standsAlone = (line: string): boolean =>
  !headless.test(line) && !demonstrative.test(line) && !leans(line.replace(/^[“"']/, ""), true);

/** Somebody, a place, an issue, or a speaker whom the story knows. */
export const isAnchored = (claim: Claim): boolean =>
  claim.participants.length > 0 ||
  claim.places.length > 0 ||
  claim.issues.length > 0 ||
  (claim.attribution?.listed ?? false);
