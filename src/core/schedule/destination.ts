/** A destination is a place that follows a story on a schedule. It is a value; what is posted there is decided elsewhere. */
import type { Instant } from "../article/article.ts";
import type { ChangeKind } from "../digest/digest.ts";
import type { QuietHours } from "./quiet.ts";
import type { Schedule } from "./schedule.ts";
import { localOf } from "./zone.ts";

export type Destination = {
  /** `platform:…`, for instance `terminal:`. */
  readonly place: string;
  /** The id of the story. */
  readonly story: string;
  readonly schedule: Schedule;
  /** IANA zone of the schedule and of every time that is shown. */
  readonly zone: string;
  /** What a window without a change gets: one line with counts, or nothing. */
  readonly quiet: "line" | "silent";
  readonly quietHours: QuietHours | null;
  /** Kinds of change that are told in quiet hours too. */
  readonly urgent: readonly ChangeKind[];
  /** Whether each digest opens a thread of its own, or all go on in the first one. */
  readonly thread: "new" | "same";
  /** Digests on one local day at most; what comes after waits for the next day. */
  readonly dailyMax: number;
  /** ISO 639-1 of the language in which lines are told, where a model can; English without it. */
  readonly language?: string;
};

/** A digest an hour: nobody reads more. It is no cap, since a day may have more than 24 hours. */
export const dailyDigestsMax = 24;

/** What a destination is without further wishes. */
export const plainDestination = {
  quiet: "line",
  quietHours: null,
  urgent: [],
  thread: "new",
  dailyMax: dailyDigestsMax,
} as const satisfies Partial<Destination>;

/** What a chat set for a place and a story. */
export type Following = {
  readonly destination: Destination;
  /** The person who last changed it, as the platform names people, and when. */
  readonly by: string;
  readonly changed: Instant;
  /** When the place began to follow: nothing before it is told. Later wishes keep it; beginning anew does not. */
  readonly since: Instant;
  /** True where the place stopped following what the configuration lets it follow. */
  readonly ended: boolean;
};

/** The note of when a place was first seen to follow a story. */
export const begunName = (place: string, story: string): string => `begun|${place}|${story}`;

/** Every destination there is: what a chat set takes the place of what was configured for the same place and story. */
export function followed(configured: readonly Destination[], set: readonly Following[]): readonly Destination[] {
  const same = (a: Destination, b: Destination) => a.place === b.place && a.story === b.story;
  const kept = configured.filter((one) => !set.some(({ destination }) => same(one, destination)));
  return [...kept, ...set.filter(({ ended }) => !ended).map(({ destination }) => destination)];
}

/** Whether a local day's digests are used up, when these were told. */
export function isUsedUp(
  { zone, dailyMax }: Pick<Destination, "zone" | "dailyMax">,
  told: readonly Instant[],
  now: Instant,
): boolean {
  if (dailyMax >= dailyDigestsMax) return false;
  const today = localOf(now, zone).day;
  return told.filter((at) => localOf(at, zone).day === today).length >= dailyMax;
}
