/**
 * What a window adds: each fact as it stood at the window's start held against how it stands at its end. Whatever
 * happened in between is folded into the newest state, so the order of articles within a window does not matter.
 */
import type { Instant } from "../article/article.ts";
import type { Fact, Ledger } from "../ledger/ledger.ts";
import type { FactState, Version } from "../ledger/state.ts";
import { stateOf } from "../ledger/states.ts";
import { confirmers, isBetterSource } from "../ledger/voices.ts";
import type { Change, ChangeKind, Window } from "./digest.ts";
import { disputeLine, type Side, shortLine, sidesOf } from "./lines.ts";

/** A change that is not checked yet, with the two sides of a dispute. */
export type Found = Change & { readonly sides: readonly Side[] };

/** The changes of a window, unordered and unchecked. */
export function changesIn(ledger: Ledger, window: Window): readonly Found[] {
  return touched(ledger, window).flatMap((fact) => changeOf(fact, window) ?? []);
}

/** Facts with an entry or a withdrawal in the window. */
export function touched(ledger: Ledger, { since, until }: Window): readonly Fact[] {
  const inside = (at: Instant) => at <= until && (since === null || at > since);
  return [...ledger.facts.values()].filter(
    (fact) => fact.entries.some((entry) => inside(entry.seen)) || [...fact.withdrawn.values()].some(inside),
  );
}

function changeOf(fact: Fact, { since, until }: Window): Found | null {
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

/** A second independent origin, or a better source than before: unnamed → named → on the record → in writing. */
function confirms(told: Version, now: Version): boolean {
  const second = told.independentOrigins < 2 && now.independentOrigins >= 2;
  return (second || isBetterSource(now.sourceKind, told.sourceKind)) && confirmers(told.voices, now.voices).length > 0;
}

function changeFrom(kind: ChangeKind, told: FactState | null, after: FactState): Found {
  const sides = kind === "disputed" ? sidesOf(after) : [];
  const versions = sides.length > 0 ? [after.now, ...after.against] : [after.now];
  const by = kind === "confirmed" ? confirmers(told!.now.voices, after.now.voices) : [];
  return {
    ref: after.ref,
    kind,
    text: sides.length > 0 ? disputeLine(sides) : shortLine(after.now.text),
    was: kind === "updated" && told ? shortLine(told.now.text) : null,
    ...(by.length > 0 ? { confirmedBy: by } : {}),
    actors: after.actors,
    issue: after.issue,
    ...aboutOf(after),
    modality: after.now.modality,
    independentOrigins: new Set(versions.flatMap((version) => version.evidence.map((one) => one.origin))).size,
    salience: after.salience,
    borrowed: after.now.borrowed,
    ...(after.now.wordedBy && sides.length === 0 ? { wordedBy: after.now.wordedBy } : {}),
    evidence: versions.flatMap((version) => version.evidence),
    sides,
  };
}

/** An event that is only mentioned beside does not make the line one. */
function aboutOf({ now, speaker }: FactState): Pick<Change, "about"> {
  if (now.event && !now.event.aside) return { about: "event" };
  return speaker === null ? {} : { about: "statement" };
}
