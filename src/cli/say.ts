/** What a command prints: foreign text made plain, and JSON in which nothing can steer a terminal. */
import { plain } from "../core/text/plain.ts";
import type { Io } from "./command.ts";

/** One line on standard error, whatever was in its parts. */
export function complain(io: Pick<Io, "err">, where: string, what: string): void {
  io.err(`${oneLine(`${where}: ${what}`)}\n`);
}

/** Foreign text as a part of a line. */
export const oneLine = (text: string): string => plain(text).trim();

/** Characters that JSON may hold as they are, but that a terminal acts upon or hides. */
const steering = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** The same value as `JSON.stringify` would write, with such characters as escapes. */
export function jsonText(value: unknown, indent = 2): string {
  const escaped = (found: string) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${JSON.stringify(value, null, indent).replace(steering, escaped)}\n`;
}
