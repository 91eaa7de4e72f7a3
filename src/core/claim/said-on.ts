/** What stands behind "…, X said" and belongs to what is said, or to what somebody else had said before. */
import { reporting } from "../language/cues.ts";
import { chainAt } from "../language/grammar/group.ts";
import { predicateOf } from "../language/grammar/main.ts";
import { insideQuotes } from "../text/quotes.ts";
import { type Content, isSubject } from "./content.ts";

/** `contents` with more of what `source` says, the rest of what it said, or what somebody else had said before. */
export function withRest(
  contents: readonly Content[],
  source: string,
  sentence: string,
  verbAt: number,
): readonly Content[] {
  const rest = sentence.slice(verbAt);
  const more = /,?\s+(?:adding|and added|noting|stressing|and said)\s+(?:that\s+)?/.exec(rest);
  const on = more ? more.index + more[0].length : goesOn(rest);
  if (on !== null) return [...contents, { source, start: verbAt + on, end: sentence.length }];
  const back = /^\S+(?: \S+){0,3}? after (?=\S)/.exec(rest);
  if (back) {
    const from = verbAt + back[0].length;
    const charge = charging.exec(sentence.slice(from));
    if (charge && isSubject(charge[1]!)) return [...contents, { source: null, start: from, end: sentence.length }];
  }
  return withTail(contents, source, sentence, verbAt);
}

const charging = new RegExp(`^([^,;:“”"]{2,60}?) (?:alleged|claimed|argued|complained|${reporting}) that `);

/** A condition behind the speaker belongs to what was said; a second verb says more of the same subject. */
function withTail(contents: readonly Content[], source: string, sentence: string, verbAt: number): readonly Content[] {
  const rest = sentence.slice(verbAt);
  const [said, ...others] = contents;
  for (const match of rest.matchAll(conditionBehind)) {
    const start = verbAt + match.index + match[0].length;
    if (!insideQuotes(sentence, start)) return [{ ...said!, tail: { start, end: sentence.length } }, ...others];
  }
  for (const match of rest.matchAll(verbBehind)) {
    const start = verbAt + match.index + match[0].length;
    const { words, chain, from } = predicateOf(sentence.slice(said!.start, said!.end));
    const second = chainAt(predicateOf(`it ${sentence.slice(start)}`).words, 1);
    if (insideQuotes(sentence, start) || !second || !chain || chain.from <= from) continue;
    const subject = sentence.slice(said!.start + words[from]!.start, said!.start + words[chain.from - 1]!.end);
    return [...contents, { source, start, end: sentence.length, subject, joined: true }];
  }
  return contents;
}

const conditionBehind = /, (?:but )?(?=(?:if|unless|provided|as long as|because|once|until|only (?:if|when|after))\b)/g;
const verbBehind = /, (?:and|but|or) (?=\S)/g;

/** "…, X said, but the status of the port was not settled": the same speaker goes on. */
function goesOn(rest: string): number | null {
  for (const match of rest.matchAll(/,\s+(?:but|and)\s+(?=\S)/g)) {
    const at = match.index + match[0].length;
    const { finite, chain, from } = predicateOf(rest.slice(at));
    if (!insideQuotes(rest, match.index) && finite && chain!.from > from) return at;
  }
  return null;
}
