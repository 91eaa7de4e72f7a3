/**
 * What a chat wishes for its place, as people type it, laid over what the place has already: whatever is not named stays
 * as it was. One sentence says what is wrong; nothing is half-changed.
 */
import { type ChangeKind, changeKinds } from "../digest/digest.ts";
import { nearest } from "../text/nearest.ts";
import { type Destination, dailyDigestsMax } from "./destination.ts";
import { parseSchedule } from "./parse.ts";
import { parseQuietHours, type QuietHours } from "./quiet.ts";
import { isZone } from "./zone.ts";

export type Wishes = {
  readonly schedule?: string | undefined;
  readonly zone?: string | undefined;
  /** `22:00-07:00`, or a word for none. */
  readonly hours?: string | undefined;
  /** Kinds of change, or a word for none. */
  readonly urgent?: string | undefined;
  readonly quiet?: string | undefined;
  readonly thread?: string | undefined;
  readonly daily?: number | undefined;
  /** ISO 639-1; `en` for no other. */
  readonly language?: string | undefined;
};

export type Wished =
  | { readonly kind: "read"; readonly destination: Destination }
  | { readonly kind: "problem"; readonly sentence: string };

const none = /^(?:none|no|off|never|-)$/i;

export function wished(base: Destination, wishes: Wishes): Wished {
  const schedule = wishes.schedule === undefined ? base.schedule : readSchedule(wishes.schedule);
  if (typeof schedule === "string") return { kind: "problem", sentence: schedule };
  const zone = wishes.zone === undefined ? base.zone : readZone(wishes.zone);
  if (zone === null)
    return {
      kind: "problem",
      sentence: `There is no zone “${wishes.zone}”. Use an IANA name such as UTC, Europe/Kyiv or America/New_York.`,
    };
  const hours = wishes.hours === undefined ? base.quietHours : readHours(wishes.hours);
  if (typeof hours === "string") return { kind: "problem", sentence: hours };
  const urgent = wishes.urgent === undefined ? base.urgent : readKinds(wishes.urgent);
  if (typeof urgent === "string") return { kind: "problem", sentence: urgent };
  const { place, story } = base;
  const language = wishes.language ?? base.language ?? "en";
  const dailyMax = Math.min(dailyDigestsMax, wishes.daily ?? base.dailyMax);
  return {
    kind: "read",
    destination: {
      place,
      story,
      schedule,
      zone,
      quiet: oneOf(["line", "silent"] as const, wishes.quiet) ?? base.quiet,
      quietHours: hours,
      urgent,
      thread: oneOf(["new", "same"] as const, wishes.thread) ?? base.thread,
      dailyMax,
      ...(language === "en" ? {} : { language }),
    },
  };
}

const oneOf = <T extends string>(all: readonly T[], typed: string | undefined): T | undefined =>
  all.find((one) => one === typed);

function readSchedule(typed: string): Destination["schedule"] | string {
  const parsed = parseSchedule(typed);
  return parsed.kind === "schedule" ? parsed.schedule : parsed.message;
}

/** `europe/kyiv` is written `Europe/Kyiv`, where this machine knows it under that name. */
function readZone(typed: string): string | null {
  if (!isZone(typed)) return null;
  const written = new Intl.DateTimeFormat("en-US", { timeZone: typed }).resolvedOptions().timeZone;
  return written.toLowerCase() === typed.toLowerCase() ? written : typed;
}

function readHours(typed: string): QuietHours | null | string {
  if (none.test(typed)) return null;
  return (
    parseQuietHours(typed) ??
    `“${typed}” is no stretch of the day. Write two different times, such as 22:00-07:00, or none.`
  );
}

function readKinds(typed: string): readonly ChangeKind[] | string {
  if (none.test(typed)) return [];
  const words = typed
    .toLowerCase()
    .split(/[\s,+]+/)
    .filter((word) => word !== "" && word !== "and");
  const wrong = words.find((word) => !changeKinds.some((kind) => kind === word));
  if (wrong !== undefined) {
    const near = nearest(wrong, changeKinds);
    return `There is no kind of change “${wrong}”. ${near === null ? `The kinds are ${changeKinds.join(", ")}, or none.` : `Did you mean ${near}?`}`;
  }
  return changeKinds.filter((kind) => words.includes(kind));
}
