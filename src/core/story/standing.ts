/** How much the name of an actor tells: whether the news names it every day, for other things than a story's. */
import { isGeneralName } from "../language/geography.ts";
import { isCommonWord, isListed } from "../language/words.ts";
import { tokens } from "../text/tokens.ts";
import type { Actor } from "./story.ts";

/** A name that every day's news is full of: a country, a body called by one common word, a leader of a known state. */
export const isCommonName = (actor: Actor): boolean =>
  actor.kind === "government" ||
  isGeneralName(actor.name.toLowerCase()) ||
  (/^\p{L}+$/u.test(actor.name) && isCommonWord(actor.name.toLowerCase())) ||
  isLeader(actor);

const highOffice =
  /\b(?:president|prime minister|premier|chancellor|king|queen|pope|foreign minister|foreign secretary|secretary of state|secretary-general|defen[cs]e (?:minister|secretary)|spokes(?:man|woman|person))\b/i;

/** Speaks for a state that everyone knows, on all matters: who is in the news daily for something else. */
function isLeader({ kind, side, roles }: Actor): boolean {
  if (kind !== "person") return false;
  const high = roles.filter(({ title }) => highOffice.test(title));
  const known = (text: string) => tokens(text).some(({ text: word }) => isGeneralName(word));
  return high.length > 0 && (known(side ?? "") || high.some(({ title }) => known(title)));
}

/** Whom only this story is likely to be about: no holder of an office with many tasks, no body without a name of its own. */
export const isOwn = ({ kind, name, roles }: Actor): boolean =>
  kind === "body"
    ? tokens(name).some(({ lower }) => !isListed(lower) && !isCommonWord(lower))
    : ![name, ...roles.map(({ title }) => title)].some(isOffice);

const office =
  /\b(?:president|prime minister|premier|chancellor|minister|secretary|governor|mayor|senator|king|queen|commissioner)\b/i;

/** A union has a president, too, and he has nothing else to do. */
const association = /\b(?:union|guild|company|club|board|association|league|society|federation|camp|group)\b/i;

const isOffice = (text: string): boolean => office.test(text) && !association.test(text);

/** A state that general geography does not know is in the news for this story more often than for another. */
export const isOwnPower = ({ kind, name }: Actor): boolean =>
  kind !== "person" && !isGeneralName(name.toLowerCase()) && !isCommonWord(name.toLowerCase());
