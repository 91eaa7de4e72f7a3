/**
 * All names of all stories in one automaton: one pass over a text finds who, where and what every story knows of.
 */
import type { Day } from "../article/article.ts";
import { type Automaton, build, scanAll } from "../text/automaton.ts";
import type { Pattern } from "../text/pattern.ts";
import type { Actor, Role, Story } from "./story.ts";

export type Named =
  | { readonly kind: "actor"; readonly id: string }
  | { readonly kind: "role"; readonly id: string; readonly title: string }
  | { readonly kind: "place"; readonly id: string }
  | { readonly kind: "issue"; readonly id: string }
  /** A word of a match group, or of exclusion number `id`. */
  | { readonly kind: "group"; readonly id: string }
  | { readonly kind: "exclusion"; readonly id: string };

export type Mention = { readonly start: number; readonly end: number; readonly story: string; readonly what: Named };

export type Lexicon = { readonly automaton: Automaton<{ readonly story: string; readonly what: Named }> };

export function lexiconOf(stories: readonly Story[]): Lexicon {
  return {
    automaton: build(
      stories.flatMap((story) =>
        patternsOf(story).map(({ text, value }) => ({ text, value: { story: story.id, what: value } })),
      ),
    ),
  };
}

function patternsOf(story: Story): readonly Pattern<Named>[] {
  return [
    ...story.actors.flatMap((actor) =>
      [actor.name, ...actor.aliases].map((text) => ({ text, value: { kind: "actor", id: actor.id } as const })),
    ),
    ...story.actors.flatMap((actor) =>
      actor.roles.map(({ title }) => ({ text: title, value: { kind: "role", id: actor.id, title } as const })),
    ),
    ...story.places.flatMap((place) =>
      [place.name, ...place.aliases].map((text) => ({ text, value: { kind: "place", id: place.id } as const })),
    ),
    ...story.issues.flatMap((issue) =>
      issue.words.map((text) => ({ text, value: { kind: "issue", id: issue.id } as const })),
    ),
    ...story.match.groups.flatMap((group) =>
      group.words.map((text) => ({ text, value: { kind: "group", id: group.id } as const })),
    ),
    ...story.match.exclude.flatMap((exclusion, at) =>
      exclusion.words.map((text) => ({ text, value: { kind: "exclusion", id: String(at) } as const })),
    ),
  ];
}

/** Everything any story knows in `text`; overlapping mentions are all there. */
export function mentions(lexicon: Lexicon, text: string): readonly Mention[] {
  return scanAll(lexicon.automaton, text).map(({ start, end, value }) => ({ start, end, ...value }));
}

/** The roles that an actor holds on a day: "the chief of staff" is nobody after he resigned. */
export function rolesHeldOn(actor: Actor, day: Day): readonly Role[] {
  return actor.roles.filter(
    (role) => (role.from === undefined || role.from <= day) && (role.to === undefined || day <= role.to),
  );
}
