/** What sources contradict each other on, both sides in their own words and with their own sources. Takes no side. */
import type { FactState, Version } from "../../ledger/state.ts";
import { type Citations, citations } from "../../post/citations.ts";
import { type Block, type Document, heading, type Inline, paragraph, strong, text } from "../../post/post.ts";
import { showNear } from "../../post/time.ts";
import { count, listed } from "../../post/words.ts";
import { abstain, newestFirst, type Snapshot, versionLine } from "./snapshot.ts";

/** Disputes in one answer. */
export const disputesMax = 10;
/** Outlets named for one side. */
const outletsMax = 3;

export function disputedView({ story, facts, at, zone }: Snapshot): Document {
  const title = `Disputed · ${story.name}`;
  const open = newestFirst(facts.filter((fact) => fact.against.length > 0 && !fact.withdrawn));
  if (open.length === 0) return abstain(title, "No sources contradict each other at present.");
  const sources = citations(zone);
  const shown = open.slice(0, disputesMax);
  return [
    heading(title),
    ...shown.flatMap((fact) => dispute(fact, `${fact.ref}, since ${showNear(fact.changed, at, zone)}`, sources)),
    ...(open.length > shown.length ? [paragraph(text(`${open.length - shown.length} more not shown.`))] : []),
    ...sources.blocks(),
  ];
}

function dispute(fact: FactState, title: string, sources: Citations): readonly Block[] {
  return [
    paragraph(strong(title)),
    {
      kind: "list",
      items: [side("One side", fact.now, sources), ...fact.against.map((one) => side("Against it", one, sources))],
    },
  ];
}

function side(name: string, version: Version, sources: Citations): readonly Inline[] {
  const outlets = [...new Set(version.evidence.map((one) => one.outlet))];
  const named = outlets.length > outletsMax ? [...outlets.slice(0, outletsMax), "others"] : outlets;
  const weight = `${listed(named)}; ${count(version.independentOrigins, "independent origin")}`;
  return [strong(`${name}: `), ...versionLine(version, sources), text(` (${weight})`)];
}
