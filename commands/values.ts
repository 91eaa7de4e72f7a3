/**
 * From the strings that a person gave to typed values, or to one sentence that says what is wrong. It is the same for
 * a typed line and for a platform's own form, and it knows no platform.
 */
import { type Found, findActor, findIssue, findStory } from "../src/core/answer/views/lookup.ts";
import type { Topic } from "../src/core/answer/views/timeline.ts";
import type { Instant } from "../src/core/article/article.ts";
import { formatInstant } from "../src/core/schedule/format.ts";
import type { Story } from "../src/core/story/story.ts";
import { nearest } from "../src/core/text/nearest.ts";
import type { Values } from "./command.ts";
import type { Option, Options, Value } from "./option.ts";
import { readWhen } from "./when.ts";

/** What the words of a line are read against. */
export type Reading = {
  readonly stories: readonly Story[];
  /** What is meant when no story is named. */
  readonly story: Story;
  readonly now: Instant;
  readonly zone: string;
};

export type Read<T> =
  | { readonly kind: "read"; readonly value: T }
  | { readonly kind: "problem"; readonly sentence: string };

/** Every option's value; the first problem ends the reading. */
export function readValues(options: Options, given: Readonly<Record<string, string>>, reading: Reading): Read<Values> {
  const storyName = Object.keys(options).find((name) => options[name]!.kind === "story");
  const named = storyName === undefined ? undefined : given[storyName];
  const story = named === undefined ? known(reading.story) : findStory(reading.stories, named);
  if (story.kind === "unknown") return problem(story.sentence);
  const values: Record<string, Value> = {};
  for (const [name, option] of Object.entries(options)) {
    const typed = given[name]?.trim();
    if (typed === undefined || typed === "") {
      if (option.required) return problem(`${name.toUpperCase()} is missing: ${option.about}`);
      continue;
    }
    const value = readValue(name, option, typed, { ...reading, story: story.value });
    if (value.kind === "problem") return value;
    values[name] = value.value;
  }
  return { kind: "read", value: values };
}

function readValue(name: string, option: Option, typed: string, reading: Reading): Read<Value> {
  switch (option.kind) {
    case "text":
      return readText(name, option, typed);
    case "integer":
      return readInteger(name, option, typed);
    case "boolean":
      return readBoolean(name, typed);
    case "instant":
      return readInstant(typed, reading);
    case "actor":
      return asRead(findActor(reading.story, typed));
    case "issue":
      return asRead(findIssue(reading.story, typed));
    case "topic":
      return readTopic(reading.story, typed);
    case "ref":
      return readRef(typed);
    case "story":
      return asRead(findStory(reading.stories, typed));
  }
}

function readText(name: string, option: Extract<Option, { kind: "text" }>, typed: string): Read<string> {
  if (typed.length > option.charactersMax)
    return problem(`${name.toUpperCase()} is longer than ${option.charactersMax} characters.`);
  if (!option.choices) return read(typed);
  const chosen = option.choices.find((choice) => choice === typed.toLowerCase());
  if (chosen !== undefined) return read(chosen);
  const near = nearest(typed, option.choices);
  return problem(
    near
      ? `There is no “${typed}”. Did you mean ${near}?`
      : `${name.toUpperCase()} is one of ${option.choices.join(", ")}.`,
  );
}

function readInteger(name: string, option: Extract<Option, { kind: "integer" }>, typed: string): Read<number> {
  const value = /^-?\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
  if (value >= option.min && value <= option.max) return read(value);
  return problem(`${name.toUpperCase()} is a number from ${option.min} to ${option.max}, not “${typed}”.`);
}

function readBoolean(name: string, typed: string): Read<boolean> {
  if (/^(yes|true|on|1)$/i.test(typed)) return read(true);
  if (/^(no|false|off|0)$/i.test(typed)) return read(false);
  return problem(`${name.toUpperCase()} is yes or no, not “${typed}”.`);
}

function readInstant(typed: string, { now, zone }: Reading): Read<Instant> {
  const instant = readWhen(typed, now, zone);
  if (instant === null)
    return problem(`“${typed}” is not a time I can read. Try yesterday 18:00, friday, 2h, or 2025-12-19 20:00.`);
  if (instant > now) return problem(`${formatInstant(instant, zone, "full")} is still ahead.`);
  return read(instant);
}

function readTopic(story: Story, typed: string): Read<Topic> {
  const issue = findIssue(story, typed);
  if (issue.kind === "found") return read({ kind: "issue", issue: issue.value });
  const actor = findActor(story, typed);
  if (actor.kind === "found") return read({ kind: "actor", actor: actor.value });
  const offers = [issue, actor].filter((one) => one.sentence.includes("Did you mean")).map((one) => one.sentence);
  return problem(
    offers[0] ?? `“${typed}” is neither an issue nor an actor of this story: /talks actors lists the actors.`,
  );
}

function readRef(typed: string): Read<string> {
  const ref = /^[[(]?([a-z]{1,2}\d{1,7})[\])]?$/i.exec(typed)?.[1];
  return ref
    ? read(ref.toLowerCase())
    : problem(`“${typed}” is not a reference; they look like c12 and stand beside each line.`);
}

function read<T>(value: T): Read<T> {
  return { kind: "read", value };
}

function problem(sentence: string): { readonly kind: "problem"; readonly sentence: string } {
  return { kind: "problem", sentence };
}

function known(story: Story): Found<Story> {
  return { kind: "found", value: story };
}

function asRead<T extends Value>(found: Found<T>): Read<T> {
  return found.kind === "found" ? read(found.value) : problem(found.sentence);
}
