/**
 * A configuration with new answers to the few questions that everybody has, made from the text of another one: every
 * other line, comments too, stays as it is. Pure.
 */
import { type Config, readConfig } from "./config.ts";

/** Each as it is written in the file. */
export type Answers = {
  readonly story: string;
  readonly places: readonly string[];
  readonly schedule: string;
  readonly zone: string;
  readonly quietHours: string | null;
  readonly alerts: string | null;
};

export type Draft = {
  readonly text: string;
  /** The parts that are new, to be shown. */
  readonly changed: string;
};

/**
 * `stories` takes the place of the list in the text when the new file lies elsewhere. Null when the text cannot be
 * changed in this way without touching what was not asked about: then a person must do it.
 */
export function draftConfig(base: string, answers: Answers, stories: readonly string[] | null): Draft | null {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["zone", [`zone: ${quoted(answers.zone)}`]],
    ...(stories === null ? [] : [["stories", ["stories:", ...stories.map((one) => `  - ${quoted(one)}`)]] as const]),
    ["alerts", answers.alerts === null ? [] : [`alerts: ${quoted(answers.alerts)}`]],
    ["destinations", destinationLines(answers)],
  ];
  const text = parts.reduce((whole, [key, lines]) => withPart(whole, key, lines), base);
  const before = readConfig(base, "").config;
  const after = readConfig(text, "").config;
  if (!before || !after || !isAnswered(after, answers) || rest(before) !== rest(after)) return null;
  return { text, changed: parts.flatMap(([, lines]) => lines.map((line) => `${line}\n`)).join("") };
}

const quoted = (text: string): string => JSON.stringify(text);

function destinationLines({ places, story, schedule, quietHours }: Answers): readonly string[] {
  return [
    "destinations:",
    ...places.flatMap((place) => [
      `  - place: ${quoted(place)}`,
      `    story: ${quoted(story)}`,
      `    schedule: ${quoted(schedule)}`,
      ...(quietHours === null ? [] : [`    quietHours: ${quoted(quietHours)}`]),
    ]),
  ];
}

/** Replaces the part of a key at the margin, or the comment that shows the key; without either, it comes at the end. */
function withPart(text: string, key: string, part: readonly string[]): string {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => line.startsWith(`${key}:`));
  if (from >= 0) return [...lines.slice(0, from), ...part, ...lines.slice(endOf(lines, from))].join("\n");
  if (part.length === 0) return text;
  const shown = lines.findIndex((line) => line.startsWith(`# ${key}:`));
  if (shown >= 0) return [...lines.slice(0, shown), ...part, ...lines.slice(shown + 1)].join("\n");
  return `${text.trimEnd()}\n\n${part.join("\n")}\n`;
}

/** Up to the next key at the margin, but not the blank lines and comments right before it. */
function endOf(lines: readonly string[], from: number): number {
  const next = lines.findIndex((line, at) => at > from && /^[A-Za-z]/.test(line));
  let end = next < 0 ? lines.length : next;
  while (end > from + 1 && /^(?:#|\s*$)/.test(lines[end - 1] ?? "")) end -= 1;
  return end;
}

function isAnswered(config: Config, { places, zone, alerts, story }: Answers): boolean {
  const told = config.destinations.map((one) => `${one.place} ${one.story}`);
  const wanted = places.map((place) => `${place} ${story}`);
  return config.zone === zone && config.alerts === alerts && told.join("\n") === wanted.join("\n");
}

/** What nobody asked about; where the stories lie may have to change. */
function rest({ zone: _, alerts: __, destinations: ___, stories: ____, ...others }: Config): string {
  return JSON.stringify(others);
}
