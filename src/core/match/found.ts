/** What a text names of one story, each name once: overlapping names give way to the longest, past roles to nobody. */
import type { Day } from "../article/article.ts";
import { type Named, rolesHeldOn, type Term } from "../story/lexicon.ts";
import type { Actor, Story } from "../story/story.ts";
import { type Hit, withoutOverlaps } from "../text/automaton.ts";
import { isAnotherHolder, isAnotherName } from "./another-name.ts";
import { inTitle, type Outline, partAt } from "./outline.ts";

export type Found = {
  readonly start: number;
  readonly end: number;
  readonly what: Named;
  /** As it is written. */
  readonly written: string;
  /** Which paragraph and which sentence it stands in; -1 is the title. */
  readonly paragraph: number;
  readonly sentence: number;
  /** In the title or the first paragraph. */
  readonly head: boolean;
};

export type Hits = readonly Hit<Term>[];

export type Scanned = { readonly title: Hits; readonly body: Hits };

/** `number` is the story's in the lexicon; `day` is null when nobody knows when the article appeared: every role counts. */
export function foundIn(
  article: { readonly title: string; readonly text: string },
  scanned: Scanned,
  { story, number }: { readonly story: Story; readonly number: number },
  outline: Outline,
  day: Day | null,
): readonly Found[] {
  const actors = new Map(story.actors.map((actor) => [actor.id, actor]));
  const part = (hits: Hits, text: string, title: boolean): readonly Found[] => {
    const found = hits.flatMap(({ start, end, value }): readonly Found[] => {
      const meant = value.meanings.get(number);
      if (meant === undefined) return [];
      const paragraph = partAt(outline.paragraphs, title ? inTitle : start);
      if (paragraph === null) return [];
      const head = title || start < outline.leadEnd;
      const sentence = partAt(outline.sentences, title ? inTitle : start) ?? paragraph;
      const written = text.slice(start, end);
      const own = meant.filter((what) => isHeld(what, actors, day));
      return own.map((what) => ({ start, end, what, written, paragraph, sentence, head }));
    });
    return resolved(found, text, story.match.derived === true);
  };
  return [...part(scanned.title, article.title, true), ...part(scanned.body, article.text, false)];
}

/** A former office holder is not meant by the office. */
function isHeld(what: Named, actors: ReadonlyMap<string, Actor>, day: Day | null): boolean {
  if (what.kind !== "role" || day === null) return true;
  const actor = actors.get(what.id);
  return actor !== undefined && rolesHeldOn(actor, day).some(({ title }) => title === what.title);
}

const isName = ({ what }: Found): boolean => what.kind === "actor" || what.kind === "role" || what.kind === "place";

/**
 * "The chief's spokesman" names the spokesman and not the chief. Words of groups may overlap names, unless the rules
 * are derived: then a word inside a name is part of it, and a name that goes on is somebody else's.
 */
function resolved(found: readonly Found[], text: string, derived: boolean): readonly Found[] {
  const words = found.filter((one) => !isName(one) && one.what.kind !== "issue");
  const names = withoutOverlaps(found.filter(isName), text.length).filter(
    ({ what, end }) =>
      what.kind !== "role" ||
      !isAnotherHolder(text, end, (at) => found.some((one) => one.start === at && one.what.id === what.id)),
  );
  if (!derived) return [...names, ...words];
  const own = names.filter((one) => !isAnotherName(text, one));
  const apart = words.filter(
    (word) => !names.some((name) => name.start < word.end && word.start < name.end) && !isAnotherName(text, word),
  );
  return [...own, ...apart];
}
