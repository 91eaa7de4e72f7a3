/** What may come next in a line that is being typed, and the choices of one option: for tab keys and autocomplete. */
import { fold } from "../src/core/text/nearest.ts";
import { type Action, actionOf, type Command, positional } from "./command.ts";
import type { Option } from "./option.ts";
import type { Reading } from "./values.ts";

export type Choice = { readonly label: string; readonly value: string };

/** The most that any platform shows. */
export const choicesMax = 25;

/** Whole lines that the line could become; an option's words are completed where it has a known set of values. */
export function complete(commands: readonly Command[], line: string, reading: Reading): readonly string[] {
  const slash = /^\s*\/(\S*)(\s+)?(.*)$/.exec(line);
  if (slash && slash[2] === undefined)
    return commands.map((command) => `/${command.name} `).filter((one) => one.startsWith(`/${slash[1]}`));
  const command = slash ? commands.find((one) => one.name === slash[1]) : commands[0];
  if (!command) return [];
  const prefix = slash ? `/${command.name} ` : "";
  const [, name = "", gap, typed = ""] = /^(\S*)(\s+)?(.*)$/.exec((slash ? slash[3]! : line).trimStart())!;
  if (gap === undefined)
    return Object.keys(command.actions)
      .filter((action) => action.startsWith(name.toLowerCase()))
      .map((action) => `${prefix}${action} `);
  const option = firstOption(actionOf(command, name));
  return option ? choicesOf(option, typed, reading).map((choice) => `${prefix}${name} ${choice.value}`) : [];
}

function firstOption(action: Action | undefined): Option | undefined {
  return action ? positional(action.options)[0]?.[1] : undefined;
}

/** The values of an option that fit what was typed so far, those that begin with it first. */
export function choicesOf(option: Option, typed: string, { stories, story }: Reading): readonly Choice[] {
  const named = (all: readonly { readonly id: string; readonly name: string }[]): Choice[] =>
    all.map(({ id, name }) => ({ label: name, value: id }));
  const all: Readonly<Partial<Record<Option["kind"], readonly Choice[]>>> = {
    actor: named(story.actors),
    issue: named(story.issues),
    topic: named([...story.issues, ...story.actors]),
    story: named(stories),
    text: option.kind === "text" ? (option.choices ?? []).map((value) => ({ label: value, value })) : [],
  };
  const wanted = fold(typed);
  const rank = (choice: Choice) => {
    const [label, value] = [fold(choice.label), fold(choice.value)];
    if (label.startsWith(wanted) || value.startsWith(wanted)) return 0;
    return label.includes(wanted) ? 1 : 2;
  };
  return (all[option.kind] ?? [])
    .filter((choice) => rank(choice) < 2)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, choicesMax);
}
