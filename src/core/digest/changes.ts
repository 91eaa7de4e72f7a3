/**
 * What a window adds: each fact as it stood at the window's start held against how it stands at its end. Whatever
 * happened in between is folded into the newest state, so the order of articles within a window does not matter.
 */
import type { Instant } from "../article/article.ts";
import type { Fact, Ledger } from "../ledger/ledger.ts";
import type { FactState, Version } from "../ledger/state.ts";
import { stateOf } from "../ledger/states.ts";
import type { Change, ChangeKind, Window } from "./digest.ts";
import { disputeLine, shortLine } from "./lines.ts";

/** The changes of a window, unordered and unchecked. */
export function changesIn(ledger: Ledger, window: Window): readonly Change[] {
  return touched(ledger, window).flatMap((fact) => changeOf(fact, window) ?? []);
}

/** Facts with an entry or a withdrawal in the window. */
export function touched(ledger: Ledger, { since, until }: Window): readonly Fact[] {
  const inside = (at: Instant) => at <= until && (since === null || at > since);
  return [...ledger.facts.values()].filter(
    (fact) => fact.entries.some((entry) => inside(entry.seen)) || [...fact.withdrawn.values()].some(inside),
  );
}

function changeOf(fact: Fact, { since, until }: Window): Change | null {
  const before = stateOf(fact, since ?? Number.NEGATIVE_INFINITY, until);
  const after = stateOf(fact, until);
  if (!after) return null;
  const told = before?.tellable && !before.withdrawn ? before : null;
  const kind = kindOf(told, after);
  return kind ? changeFrom(kind, told, after) : null;
}

function kindOf(told: FactState | null, after: FactState): ChangeKind | null {
  if (!told) return !after.tellable || after.withdrawn ? null : after.against.length > 0 ? "disputed" : "new";
  if (after.withdrawn) return "withdrawn";
  if (after.against.some((one) => !told.against.some((old) => old.at === one.at && old.text === one.text)))
    return "disputed";
  if (!sameVersion(told.now, after.now)) return after.tellable ? "updated" : null;
  return confirms(told.now, after.now) ? "confirmed" : null;
}

const sameVersion = (a: Version, b: Version) => a.at === b.at;

/** A second independent origin, or a better source than before: unnamed → named → the party itself. */
function confirms(told: Version, now: Version): boolean {
  if (told.independentOrigins < 2 && now.independentOrigins >= 2) return true;
  return told.sourceKind === "unnamed" && (now.sourceKind === "person" || now.sourceKind === "document");
}

function changeFrom(kind: ChangeKind, told: FactState | null, after: FactState): Change {
  const disputed = kind === "disputed";
  const versions = disputed ? [after.now, ...after.against] : [after.now];
  return {
    ref: after.ref,
    kind,
    text: disputed ? disputeLine(after) : shortLine(after.now.text),
    was: kind === "updated" && told ? shortLine(told.now.text) : null,
    actors: after.actors,
    issue: after.issue,
    modality: after.now.modality,
    independentOrigins: new Set(versions.flatMap((version) => version.evidence.map((one) => one.origin))).size,
    salience: after.salience,
    borrowed: after.now.borrowed,
    ...(after.now.wordedBy && !disputed ? { wordedBy: after.now.wordedBy } : {}),
    evidence: versions.flatMap((version) => version.evidence),
  };
}
