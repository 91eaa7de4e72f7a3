/** What is planned or may happen and has not been resolved, soonest first. */
import type { Day } from "../../article/article.ts";
import { expectations } from "../../ledger/expectations.ts";
import type { FactState } from "../../ledger/state.ts";
import { citations } from "../../post/citations.ts";
import { type Document, heading, paragraph, strong, text } from "../../post/post.ts";
import { formatInstant } from "../../schedule/format.ts";
import { instantOf, localOf } from "../../schedule/zone.ts";
import { abstain, factLine, type Snapshot } from "./snapshot.ts";

/** Lines of the answer. */
export const expectedLinesMax = 15;

const openModalities: ReadonlySet<string> = new Set(["planned", "may", "conditional"]);

export function expectedView({ story, facts, at, zone }: Snapshot): Document {
  const title = `Expected · ${story.name}`;
  const today = localOf(at, zone).day;
  const known = new Map(expectations(facts, today).map(({ state, overdue }) => [state.ref, overdue]));
  const dated = facts.filter((fact) => isExpected(fact, today) && isListed(fact, known)).sort(soonestFirst);
  const late = facts.filter((fact) => known.get(fact.ref) === true).sort(soonestFirst);
  const open = [...late, ...dated];
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

/** What has a date is listed unless another fact tells what became of it, or says the same. */
const isListed = (fact: FactState, known: ReadonlyMap<string, boolean>) =>
  fact.now.when === undefined || !fact.tellable || fact.now.modality === "conditional" || known.has(fact.ref);

const titleOf = (fact: FactState, late: readonly FactState[]) =>
  late.includes(fact) ? `Overdue since ${dateOf(fact)}` : dateOf(fact);

/** Whether a fact is still ahead on a day: planned, possible or conditional, and its date not past. */
export function isExpected(fact: FactState, today: Day): boolean {
  if (fact.withdrawn || !openModalities.has(fact.now.modality)) return false;
  return fact.now.when === undefined ? fact.tellable : fact.now.when.to >= today;
}

function soonestFirst(a: FactState, b: FactState): number {
  const left = a.now.when?.from ?? "9999";
  const right = b.now.when?.from ?? "9999";
  return left < right ? -1 : left > right ? 1 : b.salience - a.salience;
}

function dateOf(fact: FactState): string {
  const when = fact.now.when;
  if (!when) return "No date";
  const shown = (day: Day) => formatInstant(instantOf({ day, hour: 12, minute: 0 }, "UTC"), "UTC", "day");
  return when.from === when.to ? shown(when.from) : `${shown(when.from)} to ${shown(when.to)}`;
}
