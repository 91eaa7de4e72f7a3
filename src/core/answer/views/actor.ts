/** One actor's page: the role held on the day, and what is reported, newest first. */
import type { Day } from "../../article/article.ts";
import type { FactState } from "../../ledger/state.ts";
import { citations } from "../../post/citations.ts";
import { type Document, heading, type Inline, paragraph, text } from "../../post/post.ts";
import { showNear } from "../../post/time.ts";
import { count, inner } from "../../post/words.ts";
import { localOf } from "../../schedule/zone.ts";
import type { Actor } from "../../story/story.ts";
import { concerns, factLine, newestFirst, type Snapshot } from "./snapshot.ts";

/** Facts on an actor's page; `timeline NAME` has the others. */
export const actorFactsMax = 12;

export function actorView({ facts, at, zone }: Snapshot, actor: Actor): Document {
  const own = newestFirst(facts.filter((fact) => concerns(fact, actor.id)));
  const title = [heading(titleOf(actor, localOf(at, zone).day))];
  if (own.length === 0) return [...title, paragraph(text(`Nothing has been reported about ${actor.name} so far.`))];
  const sources = citations(zone);
  const shown = own.slice(0, actorFactsMax);
  return [
    ...title,
    {
      kind: "list",
      items: shown.map((fact): readonly Inline[] => [
        text(`${showNear(fact.changed, at, zone)}: `),
        ...factLine(fact, sources),
        ...historyOf(fact, at, zone),
      ]),
    },
    ...(own.length > shown.length
      ? [paragraph(text(`${count(own.length - shown.length, "older fact")} not shown: /talks timeline ${actor.id}.`))]
      : []),
    ...sources.blocks(),
  ];
}

/** The roles that an actor holds on a day, as an article would write them; empty when none is known for it. */
export function rolesOn(actor: Actor, day: Day): readonly string[] {
  return actor.roles.filter((role) => (role.from ?? day) <= day && day <= (role.to ?? day)).map((role) => role.title);
}

/** `Name · first role, second role`. */
export function titleOf(actor: Actor, day: Day): string {
  const roles = rolesOn(actor, day);
  return roles.length === 0 ? actor.name : `${actor.name} · ${roles.join(", ")}`;
}

/** The value before the present one, in one line. */
function historyOf(fact: FactState, at: number, zone: string): readonly Inline[] {
  const last = fact.before.at(-1);
  if (!last) return [];
  const more = fact.before.length > 1 ? `, and ${count(fact.before.length - 1, "value")} before that` : "";
  return [text(` — before, from ${showNear(last.at, at, zone)}: ${inner(last.text)}${more}.`)];
}
