/**
 * From what a person wrote to an answer: parse, run, and the one apology when something breaks. The same for every
 * platform; it does not know which one is asking and posts nothing itself.
 */
import { actionOf, type Command, type Reply, toPerson } from "../../commands/command.ts";
import { choicesOf } from "../../commands/complete.ts";
import { type Parsed, parse } from "../../commands/parse.ts";
import type { Services } from "../../commands/services.ts";
import { ask } from "../../commands/talks/ask.ts";
import { why } from "../../commands/talks/facts.ts";
import { type Reading, readValues } from "../../commands/values.ts";
import { lineCharactersMax } from "../../commands/words.ts";
import { asksSomething } from "../core/answer/asks.ts";
import { paragraph, text } from "../core/post/post.ts";
import type { Answer, Ears, Log, Request } from "../ports.ts";
import { type Conversations, openConversations } from "./conversations.ts";

/** Longer than any command needs, shorter than the 15 minutes for which platforms let us answer. */
export const answerTimeoutMs = 60_000;

export type Serving = {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly log: Log;
  readonly timeoutMs: number;
  /** A short new reference for each failure, shown to the person and written to the log. */
  readonly reference: () => string;
  /** True the first time that an event comes in. */
  readonly receive: (eventId: string) => Promise<boolean>;
  /** The digest that a thread is about; null when the thread is none of ours. */
  readonly digestAt: (place: string, thread: string) => Promise<string | null>;
  /** The digest that one message tells of; null when it is none of ours. */
  readonly digestOf: (place: string, message: string) => Promise<string | null>;
};

/** Answers requests; nothing here throws or takes longer than the limit. */
export function serve(setup: Serving): Ears {
  const conversations = openConversations();
  return {
    answer: async (request) => {
      const { promise: limit, cancel } = expiry(setup.timeoutMs);
      try {
        return await Promise.race([reply(setup, request, conversations), limit]);
      } catch (cause) {
        const sorry = apology(setup, request, cause);
        return request.addressed === "directly" ? sorry : null;
      } finally {
        cancel();
      }
    },
    suggest: async (asked) => {
      try {
        const reading = await readingAt(setup, asked.place);
        const command = setup.commands.find((one) => one.name === asked.command);
        const action = command && actionOf(command, asked.action);
        const option = action?.options[asked.option];
        return option ? choicesOf(option, asked.typed, reading) : [];
      } catch (cause) {
        // Whoever types can do without them.
        setup.log.warn("Choices could not be offered", { place: asked.place, error: String(cause) });
        return [];
      }
    },
  };
}

/** What words mean depends on the place: the story that it follows, and the zone of its times. */
async function readingAt({ services }: Serving, place: string): Promise<Reading> {
  return { stories: services.stories, ...(await services.homeOf(place)), now: services.now() };
}

async function reply(setup: Serving, request: Request, conversations: Conversations): Promise<Answer | null> {
  const digestId = await digestMeant(setup, request);
  const isOverheard = request.addressed === "overheard";
  if (isOverheard && digestId === null) return null;
  const reading = await readingAt(setup, request.place);
  const before = conversations.before(request, reading.now);
  const parsed = meaningOf(setup, request, reading, before);
  if (isOverheard && !isQuestion(parsed)) return null;
  if (!(await setup.receive(request.id))) return null;
  if (parsed.kind === "usage") return say(parsed.sentence);
  const { action, values } = parsed;
  const manages = action.audience === "managers" && (await request.manages());
  if (action.audience === "managers" && !manages) return say("Only people who manage this channel can do that.");
  const { person, place } = request;
  if (action === ask) conversations.asked(request, String(values["question"] ?? ""), reading.now);
  const made = await action.run(values, { ...reading, person, place, digestId, before, manages }, setup.services);
  return action.audience === "everyone" ? made : { ...made, audience: "person" };
}

/** A button is about the digest that it stands below, all else about the newest of its thread. */
async function digestMeant(
  { digestAt, digestOf }: Serving,
  { place, thread, pressedOn }: Request,
): Promise<string | null> {
  const own = pressedOn === undefined ? null : await digestOf(place, pressedOn);
  return own ?? (thread === null ? null : digestAt(place, thread));
}

type Meant = Exclude<Parsed, { kind: "question" }>;

function meaningOf({ commands }: Serving, { input }: Request, reading: Reading, before: readonly string[]): Meant {
  if (input.kind === "line")
    return input.text.trim().length > lineCharactersMax
      ? { kind: "usage", sentence: `Please keep it under ${lineCharactersMax} characters.` }
      : asAction(parse(commands, input.text, reading), before);
  const command = commands.find((one) => one.name === input.command);
  const action = command && actionOf(command, input.action);
  if (!action) return { kind: "usage", sentence: "That is not there any more. /talks help lists what there is." };
  const values = readValues(action.options, input.values, reading);
  return values.kind === "read"
    ? { kind: "run", action, name: input.action, values: values.value }
    : { kind: "usage", sentence: values.sentence };
}

/** In a talk among people only what asks something is ours to answer. */
const isQuestion = (parsed: Meant) =>
  parsed.kind === "run" && parsed.action === ask && asksSomething(String(parsed.values["question"] ?? ""));

/** With no question before it, "why?" is about the lines of the digest in whose thread it is asked. */
const isBareWhy = (question: string): boolean => /^why\W*$/i.test(question.trim());

/** What asks nothing, said to us: an answer that nothing is reported would be odd. */
const isGreeting = (line: string): boolean =>
  /^(?:hi|hello|hey|thanks|thank you|thx|ok|okay|good (?:morning|afternoon|evening|day))(?: (?:there|all|parley|bot|very much|a lot))?[\s.!,]*$/i.test(
    line,
  );

/** A question in plain words runs as `ask`. */
function asAction(parsed: Parsed, before: readonly string[]): Meant {
  if (parsed.kind !== "question") return parsed;
  const { question } = parsed;
  if (before.length === 0 && isBareWhy(question)) return { kind: "run", action: why, name: "why", values: {} };
  if (question === "" || isGreeting(question))
    return { kind: "usage", sentence: "Ask something, or type /talks help." };
  const max = ask.options["question"]?.kind === "text" ? ask.options["question"].charactersMax : lineCharactersMax;
  if (question.length > max) return { kind: "usage", sentence: `Please ask in at most ${max} characters.` };
  return { kind: "run", action: ask, name: "ask", values: { question } };
}

class TooSlow extends Error {
  readonly code = "too-slow";
}

function expiry(timeoutMs: number): { readonly promise: Promise<never>; readonly cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`No answer within ${timeoutMs} ms.`)), timeoutMs);
  });
  return { promise, cancel: () => clearTimeout(timer) };
}

/** Says what happened and what to do; the cause goes to the log only, since it may hold a foreign page's text. */
function apology({ log, reference }: Serving, request: Request, cause: unknown): Answer {
  const id = reference();
  const error = cause instanceof Error ? cause : new Error(String(cause));
  log.error("A request could not be answered.", {
    reference: id,
    place: request.place,
    error: error.stack ?? error.message,
  });
  return cause instanceof TooSlow
    ? say(
        `Sorry, that takes too long to answer now. Please try again in a minute; if it happens again, tell the operator ${id}.`,
      )
    : say(`Sorry, something went wrong. Please try again; if it happens again, tell the operator ${id}.`);
}

function say(sentence: string): Reply {
  return toPerson([paragraph(text(sentence))]);
}
