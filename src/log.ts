/**
 * The log: one line an event, on standard error. JSON for programs, plain words when a person watches. Control
 * characters and secrets never reach the line; what an event means is the caller's affair.
 */
import type { Clock, Log } from "./ports.ts";

export const logLevels = ["silent", "error", "warn", "info"] as const;
export type LogLevel = (typeof logLevels)[number];

type Fields = Readonly<Record<string, string | number | boolean | null>>;

export type LogOptions = {
  readonly clock: Clock;
  /** Plain words instead of JSON: for a terminal. */
  readonly human: boolean;
  /** Literal values that must never be shown, whatever the key they stand under. */
  readonly secrets: readonly string[];
};

/** Longer values are cut, and say so. */
export const valueLengthMax = 2000;
/** Shorter literals would blank out ordinary words. */
const secretLengthMin = 8;

const secretKey = /token|secret|password|passwd|authorization|cookie|credential|(?:api|access|private)[-_]?key/i;
/** Shapes of tokens that may come in through somebody else's error text. */
const secretShape = /\b(?:xox[a-z]|xapp|sk|ghp|glpat)[-_][\w-]{8,}|\bBearer\s+[\w.~+/-]{8,}=*|\/\/[^\s/@]{1,200}@/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point; they could forge a line or steer a terminal.
const control = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** A log that writes whole lines, each ending in a newline, to `write`. Events below `level` are dropped. */
export function openLog(level: LogLevel, write: (line: string) => void, options: LogOptions): Log {
  const say = (kind: Exclude<LogLevel, "silent">, message: string, fields: Fields = {}): void => {
    if (logLevels.indexOf(kind) > logLevels.indexOf(level)) return;
    const time = new Date(options.clock.now()).toISOString();
    const shown = Object.entries(fields).map(([key, value]) => [key, cleanField(key, value, options.secrets)] as const);
    const text = clean(message, options.secrets);
    write(options.human ? humanLine(time, kind, text, shown) : jsonLine(time, kind, text, shown));
  };
  return {
    info: (message, fields) => say("info", message, fields),
    warn: (message, fields) => say("warn", message, fields),
    error: (message, fields) => say("error", message, fields),
  };
}

type Shown = readonly (readonly [string, string | number | boolean | null])[];

function jsonLine(time: string, level: string, message: string, fields: Shown): string {
  return `${JSON.stringify({ ...Object.fromEntries(fields), time, level, message })}\n`;
}

function humanLine(time: string, level: string, message: string, fields: Shown): string {
  const rest = fields.map(([key, value]) => ` ${key}=${typeof value === "string" ? JSON.stringify(value) : value}`);
  return `${time.slice(11, 19)} ${level.padEnd(5)} ${message}${rest.join("")}\n`;
}

function cleanField(key: string, value: Fields[string] | undefined, secrets: readonly string[]): Shown[number][1] {
  if (secretKey.test(key)) return "[hidden]";
  return typeof value === "string" ? clean(value, secrets) : (value ?? null);
}

function clean(text: string, secrets: readonly string[]): string {
  const whole = text.length > valueLengthMax ? `${text.slice(0, valueLengthMax)}… (cut)` : text;
  const hidden = secrets
    .filter((secret) => secret.length >= secretLengthMin)
    .reduce((rest, secret) => rest.replaceAll(secret, "[hidden]"), whole);
  return hidden
    .replace(secretShape, (found) => (found.startsWith("//") ? "//[hidden]@" : "[hidden]"))
    .replace(control, " ");
}
