/**
 * From what a person wrote to an answer: parse, run, and the one apology when something breaks. The same for every
 * platform; it does not know which one is asking and posts nothing itself.
 */
import { type Command, type Reply, toPerson } from "../../commands/command.ts";
import { type Parsed, parse } from "../../commands/parse.ts";
import type { Services } from "../../commands/services.ts";
import { ask } from "../../commands/talks/ask.ts";
import { lineCharactersMax } from "../../commands/words.ts";
import { paragraph, text } from "../core/post/post.ts";
import { emptyStory } from "../core/story/story.ts";
import type { Answer, Log, Request } from "../ports.ts";

/** Longer than any command needs, shorter than the 15 minutes for which platforms let us answer. */
export const answerTimeoutMs = 60_000;

export type Serving = {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly log: Log;
  readonly timeoutMs: number;
  /** A short new reference for each failure, shown to the person and written to the log. */
  readonly reference: () => string;
  /** Whether the place lets this person manage it. */
  readonly manages: (request: Request) => Promise<boolean>;
};

/** Answers one request; it never throws and never takes longer than the limit. */
export function serve(setup: Serving): (request: Request) => Promise<Answer> {
  return async (request) => {
    const { promise: limit, cancel } = expiry(setup.timeoutMs);
    try {
      return await Promise.race([reply(setup, request), limit]);
    } catch (cause) {
      return apology(setup, request, cause);
    } finally {
      cancel();
    }
  };
}

async function reply(setup: Serving, request: Request): Promise<Reply> {
  const { commands, services } = setup;
  if (request.text.trim().length > lineCharactersMax)
    return say(`Please keep it under ${lineCharactersMax} characters.`);
  const story = services.stories[0] ?? emptyStory;
  const reading = { stories: services.stories, story, now: services.now(), zone: services.zone };
  const parsed = asAction(parse(commands, request.text, reading));
  if (parsed.kind === "usage") return say(parsed.sentence);
  const { action, values } = parsed;
  const manages = action.audience === "managers" && (await setup.manages(request));
  if (action.audience === "managers" && !manages) return say("Only people who manage this channel can do that.");
  const { person, place, digestId } = request;
  const made = await action.run(values, { ...reading, person, place, digestId, manages }, services);
  return action.audience === "everyone" ? made : { ...made, audience: "person" };
}

/** A question in plain words runs as `ask`. */
function asAction(parsed: Parsed): Exclude<Parsed, { kind: "question" }> {
  if (parsed.kind !== "question") return parsed;
  const { question } = parsed;
  if (question === "") return { kind: "usage", sentence: "Ask something, or type /talks help." };
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
    : say(
        `Sorry, something went wrong and nothing was changed. Please try again; if it happens again, tell the operator ${id}.`,
      );
}

function say(sentence: string): Reply {
  return toPerson([paragraph(text(sentence))]);
}
