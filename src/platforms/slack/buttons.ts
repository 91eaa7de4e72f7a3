/** Buttons and the form of a question: what they carry to Slack, and what comes back when one is pressed. */
import type { types } from "@slack/bolt";
import type { Button } from "../../core/post/post.ts";
import { plain } from "../../core/text/plain.ts";
import { button as limits } from "./limits.ts";

/** The command whose actions the buttons of a post are. */
export const buttonCommand = "talks";
/** Every button of ours begins its `action_id` with this. */
export const buttonMark = "parley:";

export type Pressed = { readonly action: string; readonly values: Readonly<Record<string, string>> };

/** The buttons that Slack would take, as the row with this number in its message; null when there are none. */
export function buttonRow(items: readonly Button[], row: number): types.ActionsBlock | null {
  const elements = items
    .flatMap(buttonOf)
    .slice(0, limits.perRowMax)
    // Slack asks for an id that no other button of the message has.
    .map((one, i) => ({ ...one, action_id: `${buttonMark}${row}:${i}` }));
  return elements.length === 0 ? null : { type: "actions", elements };
}

function buttonOf({ label, action, values }: Button): readonly types.Button[] {
  const text = plain(label).trim();
  const value = JSON.stringify({ action, values } satisfies Pressed);
  if (text === "" || text.length > limits.labelMax || value.length > limits.valueMax) return [];
  return [{ type: "button", text: { type: "plain_text", text, emoji: false }, value }];
}

/** What a pressed button means; null for what is none of ours. */
export function readPressed(value: string): Pressed | null {
  const read = parsed(value);
  if (typeof read !== "object" || read === null) return null;
  const { action, values } = read as { action?: unknown; values?: unknown };
  if (typeof action !== "string" || typeof values !== "object" || values === null) return null;
  const entries = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return { action, values: Object.fromEntries(entries) };
}

export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
