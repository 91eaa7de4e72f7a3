/**
 * What a command may be asked for, as data. The types of the values follow from the options, so that a `run` receives
 * them typed on every platform. It does not know how a platform asks.
 */

import type { Topic } from "../src/core/answer/views/timeline.ts";
import type { Instant } from "../src/core/article/article.ts";
import type { FactRef } from "../src/core/ledger/ledger.ts";
import type { Actor, Issue, Story } from "../src/core/story/story.ts";

type Asked = {
  readonly about: string;
  /** Without it the value may be missing. */
  readonly required?: true;
  /** Given by name only, `name=value`, where a command is typed: there are too many to remember an order. */
  readonly named?: true;
};

export type Option =
  | (Asked & { readonly kind: "text"; readonly charactersMax: number; readonly choices?: readonly string[] })
  | (Asked & { readonly kind: "integer"; readonly min: number; readonly max: number })
  | (Asked & { readonly kind: "boolean" })
  /** A time in the past, as people write it; see when.ts. */
  | (Asked & { readonly kind: "instant" })
  | (Asked & { readonly kind: "actor" })
  | (Asked & { readonly kind: "issue" })
  /** An issue or an actor. */
  | (Asked & { readonly kind: "topic" })
  | (Asked & { readonly kind: "ref" })
  /** Given by name only, `story=ID`: a story is never the next word of a sentence. */
  | (Asked & { readonly kind: "story" });

export type Options = Readonly<Record<string, Option>>;

type Kinds = {
  readonly text: string;
  readonly integer: number;
  readonly boolean: boolean;
  readonly instant: Instant;
  readonly actor: Actor;
  readonly issue: Issue;
  readonly topic: Topic;
  readonly ref: FactRef;
  readonly story: Story;
};

export type Value = Kinds[keyof Kinds];

type RequiredNames<O extends Options> = {
  [Name in keyof O]: O[Name] extends { readonly required: true } ? Name : never;
}[keyof O];

/** The values of a set of options: a required one is always there. */
export type ValuesOf<O extends Options> = {
  readonly [Name in RequiredNames<O>]: Kinds[O[Name]["kind"]];
} & { readonly [Name in Exclude<keyof O, RequiredNames<O>>]?: Kinds[O[Name]["kind"]] };

/** The story option that most actions share. */
export const story = { kind: "story", about: "Another story than the first." } as const;
