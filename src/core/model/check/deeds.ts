/** Which words of a source are deeds, and whether there is more than one that a day or a place could belong to. */
import { verbForm } from "../../language/verb-forms.ts";
import type { Mark } from "./marks.ts";

/** "Agreed on Friday to meet": past a second deed, a day would tell when that was done. */
export function isPastDeed(source: readonly Mark[], from: number, to: number): boolean {
  const main = mainDeed(source);
  return source.some((_, at) => at >= from && at < to && at > main && isDeed(source, at));
}

/** The first deed; "began to search" and "failed to agree" are one. */
function mainDeed(source: readonly Mark[]): number {
  const first = source.findIndex(({ lower }, at) => isDeed(source, at) && !/ing$/.test(lower));
  const isOne = first >= 0 && oneWithNext.test(source[first]!.key) && source[first + 1]?.lower === "to";
  return isOne && isDeed(source, first + 2) ? first + 2 : first;
}

const oneWithNext = /^(?:begin|start|continu|fail|expect|schedul|manag)$/;

/** The first word of "volunteers pulled" and the last of "dropped charges" and "its offer" are things; "to refund" is done. */
export function isDeed(source: readonly Mark[], at: number): boolean {
  const [mark, before] = [source[at], source[at - 1]];
  if (!mark || !before) return false;
  if (mark.tag === "noun") return before.tag === "to" && mark.lead.length === 0 && !/s$/.test(mark.lower);
  const isObject = before.tag === "verb" && mark.lead.length === 0 && /s$/.test(mark.lower);
  const isNamed = mark.lead.some((word) => /^(?:an?|the|its|their|his|her)$/.test(word));
  return (
    mark.tag === "verb" && !isObject && !isNamed && (mark.parted || !/^\d/.test(before.key)) && !isOfOne(mark, before)
  );
}

/** "The water plan", "transport ministers": behind one thing no verb stands in its plain form. */
const isOfOne = ({ lower, lead }: Mark, before: Mark): boolean => {
  const form = verbForm(lower);
  const isPlain = form?.plain === true && !form.past && !form.participle;
  return isPlain && lead.length === 0 && /^(?:noun|name)$/.test(before.tag) && !/s$/.test(before.lower);
};

/** "Is open", "had been": a verb that is glue stands before it. */
export const isState = ({ lead }: Mark): boolean =>
  lead.some((word) => /^(?:is|are|was|were|has|have|had)$/.test(word));
