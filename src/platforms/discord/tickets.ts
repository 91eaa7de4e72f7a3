/**
 * The answers to one interaction: first an acknowledgement within three seconds, then what is to be shown. They need
 * the interaction's own token and no other right.
 */
import { InteractionResponseType, MessageFlags, Routes } from "discord.js";
import type { Document } from "../../core/post/post.ts";
import type { Suggestion } from "../../ports.ts";
import { type Failure, insist } from "../insist.ts";
import { customIdOf } from "./custom-id.ts";
import { questionField, rootField, type Ticket } from "./heard.ts";
import { limits } from "./limits.ts";
import { failureOf } from "./outcome.ts";
import { type Body, render } from "./render.ts";
import type { Wire } from "./wire.ts";

/** https://docs.discord.com/developers/components/reference */
const components = { row: 1, textInput: 4, paragraphStyle: 2 } as const;

export type Tickets = {
  acknowledge(ticket: Ticket, isPrivate: boolean): Promise<void>;
  /** Shows messages in place of the acknowledgement, and after it. */
  show(ticket: Ticket, documents: readonly Document[], isPrivate: boolean): Promise<void>;
  /** Shows one line that is ours, such as where the answer stands. */
  tell(ticket: Ticket, content: string): Promise<void>;
  /** Shows them to the person alone, though the acknowledgement was seen by all. */
  whisper(ticket: Ticket, documents: readonly Document[]): Promise<void>;
  /** Takes the acknowledgement away. */
  withdraw(ticket: Ticket): Promise<void>;
  form(ticket: Ticket, root: string | null, questionCharactersMax: number): Promise<void>;
  choices(ticket: Ticket, suggestions: readonly Suggestion[]): Promise<void>;
};

export function openTickets({ rest, deadline }: Wire): Tickets {
  const callback = async ({ id, token }: Ticket, body: object) => {
    await rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal: deadline() });
  };
  const edit = ({ application, token }: Ticket, body: object) =>
    // The same words again change nothing.
    patiently(["later", "unknown"], () =>
      rest.patch(Routes.webhookMessage(application, token), { body, auth: false, signal: deadline() }),
    );
  const follow = ({ application, token }: Ticket, body: Body, isPrivate: boolean) => {
    const flags = body.flags | (isPrivate ? MessageFlags.Ephemeral : 0);
    return patiently(["later"], () =>
      rest.post(Routes.webhook(application, token), { body: { ...body, flags }, auth: false, signal: deadline() }),
    );
  };
  const withdraw = async ({ application, token }: Ticket) => {
    await rest.delete(Routes.webhookMessage(application, token), { auth: false, signal: deadline() });
  };
  return {
    acknowledge: (ticket, isPrivate) =>
      callback(ticket, {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: { flags: isPrivate ? MessageFlags.Ephemeral : 0 },
      }),
    show: async (ticket, [first = [], ...rest], isPrivate) => {
      await edit(ticket, render(first, null));
      for (const document of rest) await follow(ticket, render(document, null), isPrivate);
    },
    tell: (ticket, content) => edit(ticket, { content, allowed_mentions: { parse: [] } }),
    whisper: async (ticket, documents) => {
      await withdraw(ticket);
      for (const document of documents) await follow(ticket, render(document, null), true);
    },
    withdraw,
    form: (ticket, root, questionCharactersMax) =>
      callback(ticket, { type: InteractionResponseType.Modal, data: formOf(root, questionCharactersMax) }),
    choices: (ticket, suggestions) =>
      callback(ticket, {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: choicesOf(suggestions) },
      }),
  };
}

/** The wait after a try whose end nobody saw. */
const doubtWaitMs = 2_000;

/** Tries again after failures of these kinds, while a person waits; throws what the last one threw. */
async function patiently(kinds: readonly Failure["kind"][], attempt: () => Promise<unknown>): Promise<void> {
  let thrown: unknown;
  const tried = () =>
    attempt().then(
      () => null,
      (error: unknown) => {
        thrown = error;
        return failureOf(error);
      },
    );
  const waitAfter = (failure: Failure) =>
    kinds.includes(failure.kind) ? (failure.kind === "later" ? failure.waitMs : doubtWaitMs) : null;
  if (await insist(tried, { waitAfter })) throw thrown;
}

/** One field for a question; what it was opened on comes back with it. */
function formOf(root: string | null, questionCharactersMax: number) {
  const field = {
    type: components.textInput,
    custom_id: questionField,
    style: components.paragraphStyle,
    label: "Your question",
    placeholder: "Who pays for it?",
    required: true,
    max_length: Math.min(questionCharactersMax, limits.inputCharactersMax),
  };
  return {
    title: "Ask about the story",
    custom_id: customIdOf({ action: "ask", values: root === null ? {} : { [rootField]: root } }, 0) ?? "0:ask?",
    components: [{ type: components.row, components: [field] }],
  };
}

/** A value that is too long for Discord could not come back whole, so it is not offered. */
export function choicesOf(suggestions: readonly Suggestion[]) {
  const max = limits.choiceCharactersMax;
  return suggestions
    .filter(({ label, value }) => value.length <= max && value !== "" && label.trim() !== "")
    .slice(0, limits.choicesMax)
    .map(({ label, value }) => ({ name: [...label].slice(0, max).join("").slice(0, max), value }));
}
