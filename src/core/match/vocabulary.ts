/**
 * The language's own words for what stories are about, found once in an article for all stories: which word belongs to
 * which kinds of matter. What a story makes of it stands in its derived rules.
 */
import { equivalentsOf } from "../language/equivalents.ts";
import { kinds } from "../language/matters.ts";
import { isDealing, isRare } from "../language/telling.ts";
import { type Automaton, build, type Hit, scanAll } from "../text/automaton.ts";
import type { Pattern } from "../text/pattern.ts";
import { weighedMax } from "./outline.ts";

export type KindWord = {
  readonly kinds: Set<number>;
  /** More than that somebody talks, meets or agrees. */
  readonly plain: boolean;
  /** Rare, too. */
  readonly telling: boolean;
};

export type Vocabulary = {
  readonly title: readonly Hit<KindWord>[];
  readonly body: readonly Hit<KindWord>[];
  /** The kinds of which any word occurs. */
  readonly kinds: ReadonlySet<number>;
};

export const noVocabulary: Vocabulary = { title: [], body: [], kinds: new Set() };

let words: Automaton<KindWord> | null = null;

/** Made when the first article is matched: a command that matches none does not wait for it. */
function automaton(): Automaton<KindWord> {
  words ??= build(patterns());
  return words;
}

function patterns(): readonly Pattern<KindWord>[] {
  const known = new Map<string, Pattern<KindWord>>();
  const enter = (text: string, kind: number, plain: boolean, telling: boolean, inflects: boolean) => {
    const before = known.get(text);
    if (before) before.value.kinds.add(kind);
    else known.set(text, { text, inflects, value: { kinds: new Set([kind]), plain, telling } });
  };
  for (const [kind, { words: own }] of kinds.entries()) {
    for (const word of own) {
      const plain = !isDealing(word);
      enter(word, kind, plain, plain && isRare(word), true);
      // What stands in one line of the other languages is of many shades, so it is never telling.
      for (const other of equivalentsOf(word)) enter(other, kind, plain, false, false);
    }
  }
  return [...known.values()];
}

export function vocabularyOf({ title, text }: { readonly title: string; readonly text: string }): Vocabulary {
  const inTitle = scanAll(automaton(), title);
  const body = scanAll(automaton(), text.slice(0, weighedMax));
  return { title: inTitle, body, kinds: new Set([...inTitle, ...body].flatMap(({ value }) => [...value.kinds])) };
}
