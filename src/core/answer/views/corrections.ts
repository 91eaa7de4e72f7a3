/** What was told and then corrected or deleted at its source, newest first. */
import { citations } from "../../post/citations.ts";
import { type Document, heading, text } from "../../post/post.ts";
import { showNear } from "../../post/time.ts";
import { abstain, newestFirst, type Snapshot, versionLine } from "./snapshot.ts";

/** Lines of the answer. */
export const correctionsMax = 20;

export function correctionsView({ story, facts, at, zone }: Snapshot): Document {
  const title = `Corrections · ${story.name}`;
  const gone = newestFirst(facts.filter((fact) => fact.withdrawn)).slice(0, correctionsMax);
  if (gone.length === 0) return abstain(title, "No source has withdrawn anything that was told.");
  const sources = citations(zone);
  return [
    heading(title),
    {
      kind: "list",
      items: gone.map((fact) => [
        text(
          `Withdrawn by ${fact.now.evidence.length === 1 ? "its source" : "its sources"} ${showNear(fact.changed, at, zone)}; it had said: `,
        ),
        ...versionLine(fact.now, sources),
        text(` ${fact.ref}`),
      ]),
    },
    ...sources.blocks(),
  ];
}
