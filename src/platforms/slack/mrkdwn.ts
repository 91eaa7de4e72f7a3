/**
 * Slack's markup for the one place that still needs it, the top-level `text` that notifications and screen readers use.
 * Blocks hold typed elements, in which nothing is parsed.
 */

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Exactly the three characters that Slack's markup is made of (https://docs.slack.dev/messaging/formatting-message-text). */
export function escaped(text: string): string {
  return text.replace(/[&<>]/g, (one) => escapes[one]!);
}

/** What a person typed: Slack hands it over escaped, with its own marks for people, channels and links. */
export function typed(text: string): string {
  return text
    .replace(/<[^<>|]*\|([^<>]*)>/g, "$1")
    .replace(/<((?:https?|mailto):[^<>|]*)>/g, "$1")
    .replace(/<[@#!][^<>|]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a text names this user. */
export const names = (text: string, user: string): boolean =>
  text.includes(`<@${user}>`) || text.includes(`<@${user}|`);

/** Whole bytes that a text takes as UTF-8 once it is escaped. */
export const escapedBytes = (text: string): number => Buffer.byteLength(escaped(text));
