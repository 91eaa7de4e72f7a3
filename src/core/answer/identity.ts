/** "Who is she?": what a report says somebody is, before the news of them. */
import type { Part } from "./part.ts";
import type { Passage } from "./passage.ts";
import type { Relevance } from "./relevance.ts";

const asked = /^(?:(?:and|so|but) )?who (?:is|was|are|were) \P{Lu}/iu;

/** Somebody is named, and nothing else is asked of them. */
export const isIdentity = ({ lower, asked: names, terms }: Part): boolean =>
  asked.test(lower) && names.some(({ person }) => person) && terms.length === 0;

/** What stands behind a name: "Varga, who leads the delegation", "Varga, a former judge,". */
const behind =
  /^(?:,\s(?:\d{2},\s)?(?!(?:an?|the|its|his|her|their)\s[^,]{1,60}\b(?:said|told|added)\b)(?:who|the|an?|its|his|her|their|head|chair|chief|president|minister|secretary|director|spokes\w+)\b)/i;
/** And before it: "agency chief Nadia Cortu" is said in small letters, a title may have a capital. */
const before =
  /\b(?:president|prime minister|\p{L}+ minister|minister|secretary|chair(?:man|woman)?|chief|head|director|leader|governor|mayor|spokes(?:man|woman|person)|manager|engineer|prosecutor|judge|envoy|negotiator|adviser|aide|candidate|professor|general|captain|lawyer|executive|coach),?\s$/iu;

/** Those that say what somebody is come first, and only the best of them is needed. */
export function identified({ asked: names }: Part, answers: readonly Relevance[]): readonly Relevance[] {
  const says = ({ named, text }: Passage) =>
    named.some(
      ({ id, start, end }) =>
        names.some((one) => one.id === id) && (behind.test(text.slice(end)) || before.test(text.slice(0, start))),
    );
  const saying = answers.filter(({ passage }) => says(passage));
  const best =
    saying.find(({ passage: { named, text } }) => named.some(({ end }) => behind.test(text.slice(end)))) ?? saying[0];
  return best ? [best, ...answers.filter((one) => one !== best).slice(0, newsMax)] : answers;
}
/** News of somebody, beside what they are. */
const newsMax = 2;
