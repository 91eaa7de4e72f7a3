/** When two words may stand for one another in a retelling. It is a narrow list: in doubt they may not. */
import { alike, opposed } from "../../language/lexicon.ts";
import { stemOf } from "../../language/words.ts";
import type { Mark } from "./marks.ts";

/** Each line holds words of the news that say one thing, by their bases. */
const exchangeable = `
  about around roughly approximately some|nearly almost|talks negotiations discussions|begin start commence|
  end finish conclude|buy purchase acquire|hurt injure wound|jail imprison|firm company|reject refuse decline|
  delay postpone|cancel scrap|raise increase|cut reduce lower|help assist|choose pick select|before ahead|after following|
  over above|under below|envoy emissary|pact accord agreement deal|vote ballot|ship vessel|car vehicle|also too|
  may might could|across throughout|until till|fire blaze|let allow permit|stop halt|
  quit resign|leave depart|reveal disclose|dead die`;

const groups = new Map<string, number[]>();
for (const [at, line] of exchangeable.split(/[|\n]/).entries())
  for (const word of line.trim().split(/\s+/)) groups.set(word, [...(groups.get(word) ?? []), at]);
const byStem = new Map([...groups].map(([word, own]) => [stemOf(word), own]));

/** Words that decide the sense by themselves have no substitutes but those of the list. */
const closed = new Set([
  "modal",
  "not",
  "preposition",
  "subordinator",
  "coordinator",
  "determiner",
  "number",
  "pronoun",
  "adverb",
  "to",
]);

export function sameWord(a: Mark, b: Mark): boolean {
  if (a.key === b.key) return true;
  if (byStem.get(a.key)?.some((group) => byStem.get(b.key)?.includes(group))) return true;
  if (closed.has(a.tag) || closed.has(b.tag) || a.tag === "name" || b.tag === "name") return false;
  return alike(a.key, b.key) && !opposed(a.key, b.key);
}
