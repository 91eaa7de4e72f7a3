/** Who takes part: one actor, all actors, and what each of them holds. */
import { actorView } from "../../src/core/answer/views/actor.ts";
import { actorsView } from "../../src/core/answer/views/actors.ts";
import { positionsView } from "../../src/core/answer/views/positions.ts";
import { action, toPerson } from "../command.ts";
import { story } from "../option.ts";
import { snapshot } from "./snapshot.ts";

export const actor = action({
  about: "What is reported about one actor.",
  audience: "person",
  options: { name: { kind: "actor", about: "A person, government or body.", required: true }, story },
  run: async ({ name, story }, caller, services) => toPerson(actorView(snapshot(story, caller, services), name)),
});

export const actors = action({
  about: "Who takes part, with their roles.",
  audience: "person",
  options: { story },
  run: async ({ story }, caller, services) => toPerson(actorsView(snapshot(story, caller, services))),
});

export const positions = action({
  about: "Who holds what on which issue.",
  audience: "person",
  options: { story },
  run: async ({ story }, caller, services) => toPerson(positionsView(snapshot(story, caller, services))),
});
