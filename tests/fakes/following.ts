/** A destination that follows a story, where a test cares for nothing else about it. */
import { type Destination, plainDestination } from "../../src/core/schedule/destination.ts";

export const followedAt = (place: string, story: string): Destination => ({
  place,
  story,
  schedule: { kind: "every", hours: 6 },
  zone: "UTC",
  ...plainDestination,
});
