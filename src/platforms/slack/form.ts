/** The form with one field for a question, and what it carries from the button to the answer. */
import type { types } from "@slack/bolt";
import { questionCharactersMax } from "../../../commands/talks/ask.ts";
import { modal } from "./limits.ts";

export const formMark = "parley-ask";
const field = "question";

/** Where the button was pressed, so that the answer finds the way back. */
export type Asking = {
  readonly channel: string;
  readonly thread: string | null;
  readonly about: string | null;
  readonly respondUrl: string;
};

export function askForm(asking: Asking): types.ModalView {
  const words = (text: string): types.PlainTextElement => ({ type: "plain_text", text, emoji: false });
  return {
    type: "modal",
    callback_id: formMark,
    title: words("Ask Parley"),
    submit: words("Ask"),
    close: words("Cancel"),
    private_metadata: JSON.stringify(asking).slice(0, modal.metadataMax),
    blocks: [
      {
        type: "input",
        block_id: field,
        label: words("Your question"),
        hint: words("It is answered from what was reported, with sources."),
        element: { type: "plain_text_input", action_id: field, multiline: true, max_length: questionCharactersMax },
      },
    ],
  };
}

/** Null when it is not what a button of ours left. */
export function readAsking(read: unknown): Asking | null {
  if (typeof read !== "object" || read === null) return null;
  const { channel, thread, about, respondUrl } = read as Readonly<Record<string, unknown>>;
  const isPlace = (one: unknown): one is string | null => one === null || typeof one === "string";
  if (typeof channel !== "string" || typeof respondUrl !== "string" || !isPlace(thread) || !isPlace(about)) return null;
  return { channel, thread, about, respondUrl };
}

export function questionIn(values: unknown): string {
  const blocks = (values ?? {}) as Readonly<Record<string, Readonly<Record<string, { value?: unknown }>>>>;
  const value = blocks[field]?.[field]?.value;
  return typeof value === "string" ? value.trim() : "";
}
