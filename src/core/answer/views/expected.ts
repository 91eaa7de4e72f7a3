/** What is planned or may happen and has not been resolved, soonest first. */
import type { Day } from "../../article/article.ts";
import { expectations, undatedExpectations } from "../../ledger/expectations.ts";
import type { FactState } from "../../ledger/state.ts";
import { citations } from "../../post/citations.ts";
import { type Document, heading, paragraph, strong, text } from "../../post/post.ts";
import { formatInstant } from "../../schedule/format.ts";
import { instantOf, localOf } from "../../schedule/zone.ts";
import { abstain, factLine, type Snapshot } from "./snapshot.ts";

/** Lines of the answer. */
export const expectedLinesMax = 15;

export function expectedView({ story, facts, at, zone }: Snapshot): Document {
  const title = `Expected · ${story.name}`;
  const dated = expectations(facts, localOf(at, zone).day);
  const late = dated.filter(({ overdue }) => overdue).map(({ state }) => state);
  const open = [...dated.map(({ state }) => state), ...undatedExpectations(facts, at)];
  if (open.length === 0) return abstain(title, "Nothing that is planned or expected is still open.");
  const sources = citations(zone);
  const shown = open.slice(0, expectedLinesMax);
  return [
    heading(title),
    { kind: "list", items: shown.map((fact) => [strong(`${titleOf(fact, late)}: `), ...factLine(fact, sources)]) },
    ...(open.length > shown.length ? [paragraph(text(`${open.length - shown.length} more not shown.`))] : []),
    ...sources.blocks(),
  ];
}

const titleOf = (fact: FactState, late: readonly FactState[]) =>
  late.includes(fact) ? `Overdue since ${dateOf(fact)}` : dateOf(fact);

function dateOf(fact: FactState): string {
  const when = fact.now.when;
  if (!when) return "No date";
  const shown = (day: Day) => formatInstant(instantOf({ day, hour: 12, minute: 0 }, "UTC"), "UTC", "day");
  return when.from === when.to ? shown(when.from) : `${shown(when.from)} to ${shown(when.to)}`;
}
