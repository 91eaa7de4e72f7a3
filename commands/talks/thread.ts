/** The digest in whose thread a person writes, as it was posted. */
import type { Digest } from "../../src/core/digest/digest.ts";
import type { Story } from "../../src/core/story/story.ts";
import type { Caller } from "../command.ts";
import type { Services } from "../services.ts";

export async function digestOfThread({ place, digestId }: Caller, services: Services): Promise<Digest | null> {
  return digestId === null ? null : services.postedAt(place, digestId);
}

/** The story that a digest tells, which need not be the one that is meant at the place. */
export function storyOf(digest: Digest, caller: Caller, { stories }: Services): Story {
  return stories.find(({ id }) => id === digest.story) ?? caller.story;
}
