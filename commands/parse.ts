/**
 * A typed line → an action with its values, one line of usage, or a question in plain words. It serves every place
 * where a command is text: the terminal, Slack, a mention. It runs nothing.
 */
import { nearest } from "../src/core/text/nearest.ts";
import { type Action, actionOf, type Command, positional, type Values } from "./command.ts";
import type { Options } from "./option.ts";
import { unknownAction, usage } from "./usage.ts";
import { type Read, type Reading, readValues } from "./values.ts";
import { readWhen, whenWordsMax } from "./when.ts";
import { type Word, wordsOf } from "./words.ts";

export type Parsed =
  | { readonly kind: "run"; readonly action: Action; readonly name: string; readonly values: Values }
  | { readonly kind: "usage"; readonly sentence: string }
  | { readonly kind: "question"; readonly question: string };

/** This many words after a slash that name no action are a question rather than a slip. */
const questionWordsMin = 3;
/** A bare line of at most this many words that begins with an action is taken for it, slips and all. */
const meantWordsMax = 3;
/** A slip in a bare word is offered an action only when the word is this long: "who" is not "why". */
const slipLettersMin = 4;

export function parse(commands: readonly Command[], line: string, reading: Reading): Parsed {
  const trimmed = line.trim();
  return trimmed.startsWith("/") ? parseSlash(commands, trimmed, reading) : parseBare(commands, trimmed, reading);
}

function parseSlash(commands: readonly Command[], line: string, reading: Reading): Parsed {
  const [slash, rest] = split(line);
  const typed = slash.slice(1).toLowerCase();
  const command = commands.find((one) => one.name === typed);
  if (!command) {
    const near =
      nearest(
        typed,
        commands.map((one) => one.name),
      ) ?? commands[0]?.name;
    return { kind: "usage", sentence: `There is no ${slash}. Did you mean /${near}?` };
  }
  const [first, argument] = split(rest);
  const name = first === "" ? "help" : first.toLowerCase();
  const action = actionOf(command, name);
  if (action) return parseAction(command, name, action, argument, reading);
  const isQuestion = rest.endsWith("?") || (wordsOf(rest).length >= questionWordsMin && slipOf(command, name) === null);
  return isQuestion ? { kind: "question", question: rest } : { kind: "usage", sentence: unknownAction(command, first) };
}

/**
 * Without a slash a line is a command only when all of it reads as one: "why c12" is, "why did they leave" is not.
 * A single word that is nearly an action is taken for a slip.
 */
function parseBare(commands: readonly Command[], line: string, reading: Reading): Parsed {
  const [first, rest] = split(line);
  // "Status?" is the command, "why?" a question like any other.
  const name = first.toLowerCase().replace(rest === "" ? /(?<!^why)\?+$/ : /^$/, "");
  const unslashed = withoutSlash(commands, name, line, reading);
  if (unslashed) return unslashed;
  for (const command of commands) {
    const action = actionOf(command, name);
    if (action && (rest === "" || !line.endsWith("?") || takesText(action))) {
      const parsed = parseAction(command, name, action, rest, reading);
      if (parsed.kind === "run" || rest === "" || isMeant(action, line)) return parsed;
    }
    if (!action && rest === "" && !line.endsWith("?") && slipOf(command, name) !== null)
      return { kind: "usage", sentence: unknownAction(command, first) };
  }
  return { kind: "question", question: line };
}

/** "talks status" is "/talks status"; "talks resume on Monday" is no command. */
function withoutSlash(commands: readonly Command[], name: string, line: string, reading: Reading): Parsed | null {
  if (line.endsWith("?") || !commands.some((one) => one.name === name) || wordsOf(line).length < 2) return null;
  const parsed = parseSlash(commands, `/${line}`, reading);
  return parsed.kind === "run" && parsed.name !== "ask" ? parsed : null;
}

function parseAction(command: Command, name: string, action: Action, argument: string, reading: Reading): Parsed {
  const given = arrange(wordsOf(argument), action.options, reading);
  const values = given.kind === "problem" ? given : readValues(action.options, given.value, reading);
  if (values.kind === "read") return { kind: "run", action, name, values: values.value };
  return { kind: "usage", sentence: `${values.sentence} Usage: /${command.name} ${usage(name, action)}` };
}

/** Gives each option its words. The last one takes all that are left; a time takes as many as still read as a time. */
function arrange(words: readonly Word[], options: Options, reading: Reading): Read<Readonly<Record<string, string>>> {
  const given: Record<string, string> = {};
  const rest: Word[] = [];
  for (const word of words) {
    const named = word.quoted ? null : /^([a-z]+)=(.+)$/i.exec(word.text);
    const name = named?.[1]?.toLowerCase();
    if (named && name !== undefined && Object.hasOwn(options, name)) given[name] = named[2]!;
    else rest.push(word);
  }
  const open = positional(options).filter(([name]) => !(name in given));
  open.forEach(([name, option], i) => {
    if (rest.length === 0) return;
    const takesAll = i === open.length - 1 && option.kind !== "integer" && option.kind !== "boolean";
    const taken = rest.splice(0, takesAll ? rest.length : option.kind === "instant" ? timeLength(rest, reading) : 1);
    if (option.kind === "instant" && rest.length > 1 && /^(to|until|and|-|–|→)$/i.test(rest[0]!.text)) rest.shift();
    given[name] = taken.map((word) => word.text).join(" ");
  });
  if (rest.length === 0) return { kind: "read", value: given };
  return { kind: "problem", sentence: `“${rest.map((word) => word.text).join(" ")}” is too much.` };
}

function timeLength(words: readonly Word[], { now, zone }: Reading): number {
  for (let length = Math.min(words.length, whenWordsMax); length > 0; length--) {
    const phrase = words.slice(0, length).map((word) => word.text);
    if (readWhen(phrase.join(" "), now, zone) !== null) return length;
  }
  return 1;
}

/** Whether a short line that begins like an action is that action with a slip: "actor lindqvst", "since tomorrow". */
function isMeant(action: Action, line: string): boolean {
  const kind = positional(action.options)[0]?.[1].kind;
  const isNamed = kind === "actor" || kind === "topic" || kind === "instant";
  return isNamed && wordsOf(line).length <= meantWordsMax && !line.endsWith("?");
}

/** Whether what follows the action's name is a text of any kind, so also one that asks. */
function takesText(action: Action): boolean {
  return positional(action.options).some(([, option]) => option.kind === "text" && option.required);
}

function slipOf(command: Command, word: string): string | null {
  return word.length < slipLettersMin ? null : nearest(word, Object.keys(command.actions));
}

function split(line: string): readonly [string, string] {
  const [first = ""] = line.split(/\s/, 1);
  return [first, line.slice(first.length).trim()];
}
