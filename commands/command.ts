/**
 * A command is data and a function that returns a reply. From this one value each platform derives its registration,
 * its parser and its help; no platform is in sight here.
 */
import type { Instant } from "../src/core/article/article.ts";
import type { Document, Post } from "../src/core/post/post.ts";
import type { Story } from "../src/core/story/story.ts";
import type { Option, Options, Value, ValuesOf } from "./option.ts";
import type { Services } from "./services.ts";

/** Who sees the answer, known before the action runs; `managers` are answered in private, others are refused. */
export type Audience = "everyone" | "person" | "managers";

/** Who asks, where, and when. */
export type Caller = {
  readonly person: string;
  readonly place: string;
  /** The digest in whose thread the person wrote. */
  readonly digestId: string | null;
  /** What was asked before, in the same thread or by the same person, oldest first: a question may go on from it. */
  readonly before: readonly string[];
  /** Whether the place lets this person manage it. */
  readonly manages: boolean;
  readonly now: Instant;
  /** IANA zone in which the person's times are read and shown. */
  readonly zone: string;
  /** What is meant when no story is named. */
  readonly story: Story;
};

/** `person` is narrower than the action's audience where the answer helps only the one who asked. */
export type Reply = { readonly post: Post; readonly audience: "person" | "room" };

export type Values = Readonly<Record<string, Value>>;

export type Action = {
  readonly about: string;
  readonly audience: Audience;
  /** In the order in which they are typed. */
  readonly options: Options;
  run(values: Values, caller: Caller, services: Services): Promise<Reply>;
};

export type Command = {
  readonly name: string;
  readonly about: string;
  readonly actions: Readonly<Record<string, Action>>;
};

/** The action of that name; names that every object has are none. */
export function actionOf(command: Command, name: string): Action | undefined {
  return Object.hasOwn(command.actions, name) ? command.actions[name] : undefined;
}

/** An action whose `run` receives values typed by its own options. */
export function action<const O extends Options>(spec: {
  readonly about: string;
  readonly audience: Audience;
  readonly options: O;
  readonly run: (values: ValuesOf<O>, caller: Caller, services: Services) => Promise<Reply>;
}): Action {
  // readValues hands over exactly what the options promise; the compiler cannot follow it through a record of options.
  return { ...spec, run: (values, caller, services) => spec.run(values as ValuesOf<O>, caller, services) };
}

/** An answer that everyone in the place may see. */
export function toRoom(post: Document | Post): Reply {
  return { post: asPost(post), audience: "room" };
}

/** An answer for the one who asked. */
export function toPerson(post: Document | Post): Reply {
  return { post: asPost(post), audience: "person" };
}

function asPost(post: Document | Post): Post {
  return "root" in post ? post : { root: post, thread: [] };
}

/** Options that are typed in order, without `name=`. */
export function positional(options: Options): readonly (readonly [string, Option])[] {
  return Object.entries(options).filter(([, option]) => option.kind !== "story" && !option.named);
}
