/** The facts of the chosen story as they stand when the person asks. */
import type { Snapshot } from "../../src/core/answer/views/snapshot.ts";
import type { Story } from "../../src/core/story/story.ts";
import type { Caller } from "../command.ts";
import type { Services } from "../services.ts";

export function snapshot(story: Story | undefined, caller: Caller, services: Services): Snapshot {
  const chosen = story ?? caller.story;
  return { story: chosen, facts: services.facts(chosen, caller.now), at: caller.now, zone: caller.zone };
}
