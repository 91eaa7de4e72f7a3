/** Who takes part, with the role of the day and how much is reported about each. */
import { type Document, heading, strong, text } from "../../post/post.ts";
import { showNear } from "../../post/time.ts";
import { count } from "../../post/words.ts";
import { localOf } from "../../schedule/zone.ts";
import { rolesOn } from "./actor.ts";
import { abstain, concerns, type Snapshot } from "./snapshot.ts";

/** Actors with reports first, those with the most facts before the others. */
export function actorsView({ story, facts, at, zone }: Snapshot): Document {
  if (story.actors.length === 0) return abstain(`Actors · ${story.name}`, "This story names no actors.");
  const day = localOf(at, zone).day;
  const ranked = story.actors
    .map((actor) => ({ actor, own: facts.filter((fact) => concerns(fact, actor.id)) }))
    .sort((a, b) => b.own.length - a.own.length);
  return [
    heading(`Actors · ${story.name}`),
    {
      kind: "list",
      items: ranked.map(({ actor, own }) => {
        const roles = rolesOn(actor, day).join(", ");
        const last = Math.max(...own.map((fact) => fact.last));
        const reports =
          own.length === 0
            ? "nothing reported"
            : `${count(own.length, "fact")}, last reported ${showNear(last, at, zone)}`;
        return [strong(actor.name), text(`${roles === "" ? "" : ` · ${roles}`} · ${reports}`)];
      }),
    },
  ];
}
