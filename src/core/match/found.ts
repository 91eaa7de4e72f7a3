/** What a text names of one story, each name once: overlapping names give way to the longest, past roles to nobody. */
import type { Day } from "../article/article.ts";
import { type Named, rolesHeldOn, type Term } from "../story/lexicon.ts";
import type { Actor, Story } from "../story/story.ts";
import { type Hit, withoutOverlaps } from "../text/automaton.ts";
import { inTitle, type Outline, paragraphAt } from "./outline.ts";

export type Found = {
  readonly start: number;
  readonly end: number;
  readonly what: Named;
  /** As it is written. */
  readonly written: string;
  /** Which paragraph it stands in; -1 is the title. */
  readonly paragraph: number;
  /** In the title or the first paragraph. */
  readonly head: boolean;
};

export type Hits = readonly Hit<Term>[];

export type Scanned = { readonly title: Hits; readonly body: Hits };

/** `day` is null when nobody knows when the article appeared: then every role counts. */
export function foundIn(
  article: { readonly title: string; readonly text: string },
  scanned: Scanned,
  story: Story,
  outline: Outline,
  day: Day | null,
): readonly Found[] {
  const actors = new Map(story.actors.map((actor) => [actor.id, actor]));
  const part = (hits: Hits, text: string, title: boolean): readonly Found[] =>
    resolved(
      hits.flatMap(({ start, end, value }) => {
        const paragraph = paragraphAt(outline, title ? inTitle : start);
        if (paragraph === null) return [];
        const head = title || start < outline.leadEnd;
        const own = value.meanings.filter((one) => one.story === story.id && isHeld(one.what, actors, day));
        return own.map(({ what }) => ({ start, end, what, written: text.slice(start, end), paragraph, head }));
      }),
      text.length,
    );
  return [...part(scanned.title, article.title, true), ...part(scanned.body, article.text, false)];
}

/** A former office holder is not meant by the office. */
function isHeld(what: Named, actors: ReadonlyMap<string, Actor>, day: Day | null): boolean {
  if (what.kind !== "role" || day === null) return true;
  const actor = actors.get(what.id);
  return actor !== undefined && rolesHeldOn(actor, day).some(({ title }) => title === what.title);
}

const isName = ({ what }: Found): boolean => what.kind === "actor" || what.kind === "role" || what.kind === "place";

/** "The chief's spokesman" names the spokesman and not the chief; words of groups may overlap names. */
function resolved(found: readonly Found[], length: number): readonly Found[] {
  const words = found.filter((one) => !isName(one) && one.what.kind !== "issue");
  return [...withoutOverlaps(found.filter(isName), length), ...words];
}
