/**
 * "Do the ministry and the insurers agree about the damage?": what each side is reported to say of it, beside each other.
 * Whether that is agreement the reader sees; nothing here is a yes or a no.
 */
import { nearTo } from "../language/near.ts";
import { stemOf } from "../language/words.ts";
import { tokens } from "../text/tokens.ts";
import { answersDiffer, contradict } from "./matter.ts";
import { type Near, nearnessOf } from "./near-features.ts";
import { scoreOf } from "./nearest.ts";
import type { Asked, AskedTerm, Part } from "./part.ts";
import type { Passage } from "./passage.ts";
import { strengthOf } from "./relevance.ts";
import type { Reply } from "./replied.ts";
import type { Ground } from "./reply.ts";

const agreeing = "agree|disagree|differ|concur|contradict|clash|diverge|match";
const compared = new RegExp(
  `^(?:so |but |and )?(?:do|does|did|have|has|is|are|was|were)\\b.*\\b(?:and|both|they|sides|camps|parties|accounts|reports|figures|numbers|everyone|everybody|all)\\b.*\\b(?:${agreeing}|agreed|in agreement|at odds|of one mind|on the same page|say the same)\\b` +
    `|^(?:how|where|on what|what) (?:do|does|did) .*\\b(?:${agreeing})\\b` +
    "|^what (?:do|does|did) .+ and .+ (?:say|claim|think)\\b.*\\b(?:about|on|of)\\b" +
    "|\\baccording to .+ and (?:to )?.+",
);
const verb = new RegExp(`\\b(?:${agreeing}|agreed|agreement|odds|mind|page|say|claim|think)\\b`);
/** Words for two sides that nobody names. */
const anyTwo = /\b(?:both|two|sides?|camps?|parties|party|accounts?|reports?|figures?|numbers?|everyone|everybody)\b/;

export const isComparison = ({ kind, lower }: Part): boolean =>
  (kind === "yesno" || kind === "what" || kind === "number" || kind === "about") && compared.test(lower);

/** One that is compared: by a name, or by a word. */
type Side = { readonly name: Asked } | { readonly word: AskedTerm };

/** Null where fewer than two sides are reported. */
export function comparedReply(part: Part, { passages, sideOf, at }: Ground): Reply | null {
  const { sides, topic } = split(part);
  const near = nearnessOf(topic, passages, sideOf)
    .filter((one) => one.cover >= topicMin && one.named >= nameMin && !one.passage.withdrawn && one.passage.at <= at)
    .map((one) => ({ one, score: scoreOf(one) }))
    .sort((a, b) => b.score - a.score || b.one.passage.at - a.one.passage.at)
    .map(({ one }) => one);
  const told = sides.length >= 2 ? ofSides(sides, near, sideOf) : unlike(near);
  if (told.length < 2) return null;
  const [first, second] = told as [Passage, Passage];
  const differing = answersDiffer(first, second, true);
  return {
    kind: "answer",
    part: { ...topic, kind: "what" },
    chosen: [
      { as: "answer", passage: first },
      differing ? { as: "against", passage: second, of: first } : { as: "answer", passage: second },
    ],
    lacks: null,
  };
}
const topicMin = 0.5;
const nameMin = 0.5;
/** Reports that are looked at for two that contradict each other. */
const pairedMax = 12;

/** Who stands before the verb of agreeing is compared; the rest is what it is about. */
function split(part: Part): { readonly sides: readonly Side[]; readonly topic: Part } {
  const at = verb.exec(part.lower)?.index ?? 0;
  const accordingTo = part.lower.indexOf("according to");
  const isSide = (place: number) => (accordingTo >= 0 ? place > accordingTo : place < at);
  const word = ({ start, end }: AskedTerm) => part.lower.slice(start, end);
  const names = part.asked.filter((one) => isSide(part.lower.indexOf(one.word)));
  const words = part.terms.filter((term) => isSide(term.start) && !anyTwo.test(word(term)));
  const terms = part.terms.filter((term) => !isSide(term.start) && !verb.test(word(term)));
  return {
    sides: [...names.map((name): Side => ({ name })), ...words.map((word): Side => ({ word }))],
    topic: {
      ...part,
      terms,
      stems: new Set(terms.map(({ stem }) => stem)),
      asked: part.asked.filter((one) => !names.includes(one)),
      predicate: null,
      kind: "what",
    },
  };
}

/** The best report of each side, and of no side one that is another's. */
function ofSides(sides: readonly Side[], near: readonly Near[], sideOf: Ground["sideOf"]): readonly Passage[] {
  const told: Passage[] = [];
  for (const side of sides) {
    const own = near.filter(({ passage }) => speaks(side, passage, sideOf) && !told.includes(passage));
    const saying = own.find(({ passage }) => isSource(side, passage)) ?? own[0];
    if (saying) told.push(saying.passage);
  }
  return told;
}

function speaks(side: Side, passage: Passage, sideOf: Ground["sideOf"]): boolean {
  if ("name" in side) return strengthOf(side.name, passage, sideOf) >= nameMin;
  const { stem, term, same } = side.word;
  const near = nearTo(stem);
  return passage.stems.has(stem) || passage.terms.has(term) || [...same, ...near].some((one) => passage.stems.has(one));
}

/** It says it itself, and is not only spoken of. */
function isSource(side: Side, { sources, claim, text }: Passage): boolean {
  if ("name" in side) return sources.has(side.name.id);
  const source = claim?.attribution?.text ?? text.split(/\s+/).slice(0, leadWords).join(" ");
  const near = nearTo(side.word.stem);
  return tokens(source).some(({ lower }) => {
    const stem = stemOf(lower);
    return stem === side.word.stem || side.word.same.has(stem) || near.has(stem);
  });
}
const leadWords = 4;

/** Two that contradict each other, or the best two that are told by different sources. */
function unlike(near: readonly Near[]): readonly Passage[] {
  const best = near.slice(0, pairedMax).map(({ passage }) => passage);
  for (const one of best) {
    const other = best.find((two) => two !== one && contradict(one, two));
    if (other) return [one, other];
  }
  const [first, ...rest] = best;
  const second = first && rest.find((one) => [...one.sources].some((source) => !first.sources.has(source)));
  return first && second ? [first, second] : [];
}
