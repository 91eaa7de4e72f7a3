/** What was told and then corrected or deleted at its source, newest first. */
import type { TakenBack } from "../../ledger/taken-back.ts";
import { citations, foremost, sourcesPerLineMax } from "../../post/citations.ts";
import { type Document, heading, type Inline, text } from "../../post/post.ts";
import { showNear } from "../../post/time.ts";
import { listed } from "../../post/words.ts";
import { abstain, newestFirst, noted, type Snapshot, versionLine } from "./snapshot.ts";

/** Lines of the answer. */
export const correctionsMax = 20;

/** `taken` are values that their sources replaced by others; facts that nobody says any more are found in the snapshot. */
export function correctionsView({ story, facts, at, zone }: Snapshot, taken: readonly TakenBack[]): Document {
  const title = `Corrections · ${story.name}`;
  const sources = citations(zone);
  const withdrawn = newestFirst(facts.filter((fact) => fact.withdrawn)).map((fact) => ({
    at: fact.changed,
    line: (): readonly Inline[] => [
      text(
        `Withdrawn by ${fact.now.evidence.length === 1 ? "its source" : "its sources"} ${showNear(fact.changed, at, zone)}; it had said: `,
      ),
      ...versionLine(fact.now, sources),
      text(` ${fact.ref}`),
    ],
  }));
  const corrected = taken.flatMap(({ ref, at: when, by, said, now }) =>
    now === null
      ? []
      : [
          {
            at: when,
            line: (): readonly Inline[] => [
              text(`Corrected by ${listed(by)} ${showNear(when, at, zone)}; it had said: `),
              ...versionLine(said, sources),
              text(` What stands now: ${noted(now.text, now.evidence)} `),
              ...sources.links(foremost(now.evidence, sourcesPerLineMax)),
              text(` ${ref}`),
            ],
          },
        ],
  );
  const all = [...withdrawn, ...corrected].sort((a, b) => b.at - a.at).slice(0, correctionsMax);
  if (all.length === 0) return abstain(title, "No source has withdrawn anything that was told.");
  return [heading(title), { kind: "list", items: all.map(({ line }) => line()) }, ...sources.blocks()];
}
