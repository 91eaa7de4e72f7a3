/** What a story's name and its sentence say beside its actors and listed words. */
import { isGeneralName } from "../language/geography.ts";
import { isCommonWord, isStopword } from "../language/words.ts";
import { type Token, tokens } from "../text/tokens.ts";
import type { Story } from "./story.ts";

export type OwnWords = {
  /** Capitalised rare words: where or what it is. */
  readonly keys: readonly string[];
  /** Those keys that name the very thing: Storm Ilka, Ilka fever. */
  readonly events: readonly string[];
  /** The other words of its name, in small letters: what kind of thing it is. */
  readonly title: readonly string[];
  /** All other words, in small letters, that are not listed. */
  readonly subjects: readonly string[];
};

export function ownWords(
  { name, about, actors, places }: Pick<Story, "name" | "about" | "actors" | "places">,
  listed: readonly string[],
): OwnWords {
  const lowers = (texts: readonly string[]) => new Set(texts.flatMap((text) => tokens(text).map(({ lower }) => lower)));
  const taken = lowers([...actors, ...places].flatMap((one) => [one.name, ...one.aliases]));
  const known = lowers(listed);
  const all = tokens(`${name}. ${about}`);
  const content = all.filter(({ lower }) => /^\p{L}{3,}$/u.test(lower) && !isStopword(lower));
  const keys = new Set(content.filter((token) => isKey(token, all)).map(({ text }) => text));
  const small = (token: Token): boolean => !keys.has(token.text) && !taken.has(token.lower);
  const inName = lowers([name]);
  return {
    keys: [...keys],
    events: [...keys].filter((key) => all.some((token, at) => token.text === key && isEvent(all, at))),
    title: [...new Set(content.filter((token) => inName.has(token.lower) && small(token)).map(({ lower }) => lower))],
    subjects: [
      ...new Set(content.filter((token) => !known.has(token.lower) && small(token)).map(({ lower }) => lower)),
    ],
  };
}

/** A rare capitalised word; one that the story also writes small is no name. */
const isKey = ({ text, lower }: Token, all: readonly Token[]): boolean =>
  /^\p{Lu}/u.test(text) && !isCommonWord(lower) && !isGeneralName(lower) && !all.some((one) => one.text === lower);

/** Nouns that stand beside the name of an event, a vessel, a disease: what bears such a name is nothing else. */
const classes = new Set(
  "storm cyclone hurricane typhoon tornado volcano operation flight ferry ship tanker vessel freighter trawler submarine satellite probe rocket mission virus fever disease flu strain variant asteroid comet".split(
    " ",
  ),
);

const isEvent = (all: readonly Token[], at: number): boolean =>
  [all[at - 1], all[at + 1]].some((token) => token !== undefined && classes.has(token.lower));
