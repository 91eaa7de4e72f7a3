/** A destination is a place that follows a story on a schedule. It is a value; what is posted there is decided elsewhere. */
import type { QuietHours } from "./quiet.ts";
import type { Schedule } from "./schedule.ts";

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
};
