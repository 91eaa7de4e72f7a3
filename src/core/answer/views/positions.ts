/**
 * Who holds what on which issue: the matrix of actors and issues, told as one short list an actor, so that it can be
 * heard as well as seen. A position is what an actor itself is reported to say; being mentioned is not a position.
 */
import type { FactState } from "../../ledger/state.ts";
import { type Citations, citations } from "../../post/citations.ts";
import { type Block, type Document, heading, paragraph, strong, text } from "../../post/post.ts";
import { listed, titled } from "../../post/words.ts";
import type { Actor, Story } from "../../story/story.ts";
import { abstain, factLine, newestFirst, type Snapshot } from "./snapshot.ts";

export function positionsView({ story, facts, zone }: Snapshot): Document {
  const title = `Positions · ${story.name}`;
  const held = facts.filter((fact) => fact.speaker !== null && fact.issue !== null && !fact.withdrawn);
  const sources = citations(zone);
  const rows = story.actors.flatMap((actor) => rowOf(actor, held, story, sources));
  if (rows.length === 0) return abstain(title, "No actor has been reported with a position on an issue so far.");
  return [heading(title), ...rows, ...sources.blocks()];
}

/** The newest position of one actor on each issue, and the issues on which none is reported. */
function rowOf(actor: Actor, held: readonly FactState[], story: Story, sources: Citations): readonly Block[] {
  const own = newestFirst(held.filter((fact) => fact.speaker === actor.id));
  if (own.length === 0) return [];
  const cells = story.issues.map((issue) => ({ issue, fact: own.find((fact) => fact.issue === issue.id) }));
  const silent = cells.filter(({ fact }) => !fact).map(({ issue }) => issue.name);
  return [
    paragraph(strong(actor.name)),
    {
      kind: "list",
      items: [
        ...cells.flatMap(({ issue, fact }) =>
          fact ? [[strong(`${titled(issue.name)}: `), ...factLine(fact, sources)]] : [],
        ),
        ...(silent.length === 0 ? [] : [[text(`No position reported on ${silentOn(silent)}.`)]]),
      ],
    },
  ];
}

/** Issues that are named when nothing is reported on them; more are counted. */
const silentNamedMax = 3;

const silentOn = (issues: readonly string[]): string =>
  issues.length <= silentNamedMax ? listed(issues, "or") : `${issues.length} other issues`;
