/**
 * Keeps out what the envoys and leaders of a dispute between countries do about other countries: a title that names
 * more of those than of the story's own.
 */
import { geography, regions } from "../language/geography.ts";
import { coreId } from "../story/derived-groups.ts";
import type { Story } from "../story/story.ts";
import { build, scanAll } from "../text/automaton.ts";
import type { Found } from "./found.ts";
import { inTitle } from "./outline.ts";

const everywhere = build(
  [
    // What holds several countries is no country.
    ...geography
      .filter(({ capitals }) => capitals.length > 0)
      .flatMap(({ id, names, people, capitals }) =>
        [...names, ...people, ...capitals].map((text) => [text, id] as const),
      ),
    ...regions.flatMap(({ country, names }) => names.map((text) => [text, country] as const)),
  ].map(([text, value]) => ({ text, value, proper: true })),
);

/** A story of fewer countries is not one between countries. */
const countriesMin = 2;

/** Why the title is about other countries, as a sentence; null when it is not, or when the story is no matter of states. */
export function elsewhereOf(title: string, story: Story, found: readonly Found[]): string | null {
  const own = ownCountries(story);
  if (own.size < countriesMin) return null;
  const named = scanAll(everywhere, title).filter(({ value }) => !own.has(value));
  const others = new Set(named.map(({ value }) => value));
  const inTitleHere = found.filter(({ paragraph }) => paragraph === inTitle);
  if (others.size === 0 || others.size < partiesIn(story, inTitleHere) || inTitleHere.some(isCore)) return null;
  const words = named.map(({ start, end }) => title.slice(start, end));
  return `kept out by other countries in the title (${[...new Set(words)].join(", ")})`;
}

/** The thing itself lifts it: "Turkey offers to mediate over the dam". */
const isCore = ({ what }: Found): boolean => what.kind === "group" && what.id === coreId;

const partiesIn = ({ actors }: Story, found: readonly Found[]): number => {
  const ids = new Set(found.map(({ what }) => what.id));
  return new Set(actors.filter(({ id }) => ids.has(id)).map(({ id, side }) => side ?? id)).size;
};

const known = new WeakMap<Story, ReadonlySet<string>>();

/** The countries that act in a story, or are named as where it happens. */
function ownCountries(story: Story): ReadonlySet<string> {
  const before = known.get(story);
  if (before) return before;
  const texts = [
    ...story.actors.filter(({ kind }) => kind === "government").map(({ name }) => name),
    ...story.places.map(({ name }) => name),
    story.name,
    story.about,
  ];
  const own = new Set(scanAll(everywhere, texts.join("\n")).map(({ value }) => value));
  known.set(story, own);
  return own;
}
