/**
 * The five things that everybody has to say, each a question on the terminal and a flag. What was typed is never
 * repeated in a complaint: somebody may have pasted a token.
 */
import type { Answers } from "../../../config/draft.ts";
import { parseSchedule, showSchedule } from "../../core/schedule/parse.ts";
import { parseQuietHours, showQuietHours } from "../../core/schedule/quiet.ts";
import { isZone } from "../../core/schedule/zone.ts";
import { placeFrom, placeProblem } from "./places.ts";

export type Reading = Partial<Answers> | { readonly problem: string };

export type Question = {
  /** The flag's name. */
  readonly name: "story" | "places" | "schedule" | "quiet-hours" | "alerts";
  readonly ask: string;
  /** What an empty answer means. */
  readonly usual: string;
  read(typed: string): Reading;
};

/** `zone` is used where the schedule names none. */
export function questionsFor(stories: readonly string[], zone: string): readonly Question[] {
  return [
    {
      name: "story",
      ask: `Which story? Known: ${stories.join(", ")}`,
      usual: stories[0] ?? "",
      read: (typed) =>
        stories.includes(typed) ? { story: typed } : { problem: `That is no story. Known: ${stories.join(", ")}` },
    },
    {
      name: "places",
      ask: "Where are digests posted? One place or more, with commas between; links to channels will do",
      usual: "terminal:",
      read: readPlaces,
    },
    {
      name: "schedule",
      ask: "When, and in which zone?",
      usual: `daily 08:00, 20:00 in ${zone}`,
      read: (typed) => readTimes(typed, zone),
    },
    {
      name: "quiet-hours",
      ask: 'Hours in which nothing is posted, such as "22:00-07:00"',
      usual: "none",
      read: readHours,
    },
    {
      name: "alerts",
      ask: "Where is an administrator told of what needs a hand? A place, or none for the log alone",
      usual: "none",
      read: readAlerts,
    },
  ];
}

const isNone = (typed: string): boolean => /^(?:none|no|off|-)$/i.test(typed);

function readPlaces(typed: string): Reading {
  const all = typed.split(/[\s,]+/).filter((one) => one !== "");
  const problem = placeProblem(all.length === 0 ? [typed] : all);
  return problem === null ? { places: [...new Set(all.flatMap((one) => placeFrom(one) ?? []))] } : { problem };
}

/** "daily 08:00 in Europe/Kyiv"; the zone may be left out. */
export function readTimes(typed: string, usualZone: string): Reading {
  const [times = "", zone = usualZone] = typed.split(/\s+in\s+(?=\S+$)/);
  const parsed = parseSchedule(times);
  if (parsed.kind === "error") return { problem: "That is no schedule. Write daily 08:00, 20:00 or every 6h." };
  if (!isZone(zone)) return { problem: "That is no zone. Use an IANA zone such as UTC or Europe/Kyiv." };
  return { schedule: showSchedule(parsed.schedule), zone };
}

function readHours(typed: string): Reading {
  if (isNone(typed)) return { quietHours: null };
  const hours = parseQuietHours(typed);
  return hours
    ? { quietHours: showQuietHours(hours) }
    : { problem: 'Those are no quiet hours. Write two different times, for instance "22:00-07:00", or none.' };
}

function readAlerts(typed: string): Reading {
  if (isNone(typed)) return { alerts: null };
  const problem = placeProblem([typed]);
  return problem === null ? { alerts: placeFrom(typed) } : { problem: `${problem} Or write none.` };
}
