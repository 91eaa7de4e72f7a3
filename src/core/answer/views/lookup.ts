/**
 * From what a reader typed to the actor, issue or fact that is meant, or to one sentence that says what is known.
 * Knows names and aliases, not what was reported.
 */
import type { FactState } from "../../ledger/state.ts";
import { ended, listed } from "../../post/words.ts";
import type { Actor, Issue, Story } from "../../story/story.ts";
import { fold, nearest, slipsBetween } from "../../text/nearest.ts";

export type Found<T> =
  | { readonly kind: "found"; readonly value: T }
  | { readonly kind: "unknown"; readonly sentence: string };

/** Names offered when no single one is near. */
const offersMax = 5;
/** References offered: they look alike, so many would not be a help. */
const refsOfferedMax = 3;

export function findActor(story: Story, typed: string): Found<Actor> {
  return find("actor", typed, story.actors, (actor) => [
    actor.id,
    actor.name,
    ...actor.aliases.map((alias) => alias.replace(/\*$/, "")),
    actor.name.split(" ").at(-1)!,
  ]);
}

export function findIssue(story: Story, typed: string): Found<Issue> {
  return find("issue", typed, story.issues, (issue) => [issue.id, issue.name]);
}

export function findStory(stories: readonly Story[], typed: string): Found<Story> {
  return find("story", typed, stories, (story) => [story.id, story.name]);
}

export function findFact(facts: readonly FactState[], typed: string): Found<FactState> {
  const ref = fold(typed);
  const exact = facts.find((fact) => fold(fact.ref) === ref);
  if (exact) return { kind: "found", value: exact };
  const near = facts.map((fact) => fact.ref).filter((other) => slipsBetween(ref, fold(other)) <= 1);
  const hint =
    near.length === 0
      ? "References such as c12 stand beside each line"
      : `Did you mean ${listed(near.slice(0, refsOfferedMax), "or")}?`;
  return { kind: "unknown", sentence: ended(`There is no fact ${typed}. ${hint}`) };
}

function find<T extends { readonly id: string; readonly name: string }>(
  noun: string,
  typed: string,
  all: readonly T[],
  namesOf: (one: T) => readonly string[],
): Found<T> {
  const wanted = fold(typed);
  const exact = all.find((one) => namesOf(one).some((name) => fold(name) === wanted));
  if (exact) return { kind: "found", value: exact };
  const partial =
    wanted.length < 3 ? [] : all.filter((one) => namesOf(one).some((name) => fold(name).includes(wanted)));
  if (partial.length === 1) return { kind: "found", value: partial[0]! };
  const close = all.find((one) => nearest(wanted, namesOf(one)) !== null);
  const offers = partial.length > 1 ? partial.map((one) => one.name) : close ? [close.name] : [];
  const known = all.map((one) => one.name);
  const hint =
    offers.length > 0
      ? `Did you mean ${listed(offers.slice(0, offersMax), "or")}?`
      : known.length === 0
        ? `This story names none.`
        : `Known: ${listed([...known.slice(0, offersMax), ...(known.length > offersMax ? ["others"] : [])])}.`;
  return { kind: "unknown", sentence: `There is no ${noun} “${typed}”. ${hint}` };
}
