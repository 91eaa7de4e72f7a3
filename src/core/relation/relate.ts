/**
 * The relation of a new claim to an earlier one. The rules run first, in a fixed order (attribute, track, statement, text);
 * what they say is one of the features that are weighed together; vetoes come last and lead to updated, disputed or
 * different, never to silence.
 */
import type { Claim } from "../claim/claim.ts";
import { rungHeight } from "../language/verbs.ts";
import { alignWords } from "./alignment.ts";
import { compareAmounts } from "./amounts.ts";
import { attribute, countRose } from "./attribute.ts";
import { type Comparison, compare, type Told } from "./compare.ts";
import { type Features, featuresOf } from "./features.ts";
import { type Forest, forest, vote } from "./forest.ts";
import { mayContinue } from "./identity.ts";
import { type Judgement, judge } from "./judge.ts";
import { isPlan } from "./ladder.ts";
import { profileOf } from "./profile.ts";
import { namesMissing } from "./proper.ts";
import { mayRelate } from "./prospect.ts";
import { statement } from "./statement.ts";
import { thresholds } from "./thresholds.ts";
import { track } from "./track.ts";
import { traitsOf } from "./traits.ts";
import { type FactKind, round, type Verdict, verdictOf } from "./verdict.ts";
import { vetoOf } from "./vetoes.ts";
import { wording } from "./wording.ts";

/** How `after` stands to `before`, two statements of which nothing else is known. */
export const relate = (before: Claim, after: Claim): Verdict => judgedBy(forest, before, after);

/** The same with other trees than those that were learned last: for measuring how they were learned. */
export function judgedBy(table: Forest, before: Claim, after: Claim): Verdict {
  const parts = compare(before, after);
  const ruled = ruledBy(before, after, parts);
  if (ruled.relation === "updated" && countRose(parts)) return ruled;
  const judged = vote(lookedAt(before, after, parts, ruled), table);
  const settled = settle(ruled, judged, before, after, parts);
  const veto = settled.relation === "same" ? vetoOf(before, after, parts) : null;
  if (!veto) return settled;
  const instead = veto.instead.reduce((best, one) => (judged.chances[one] > judged.chances[best] ? one : best));
  return verdictOf(instead, settled.kind, parts, veto.because);
}

/** What the trees look at: the typed features and the plain counts. */
const lookedAt = (before: Claim, after: Claim, parts: Comparison, ruled: Verdict): Features => ({
  ...featuresOf(before, after, parts, ruled),
  ...profileOf(before, after, parts),
});

/** The features of two claims, for learning: all of them, and the typed ones that the weights of the stream know. */
export function weighed(before: Claim, after: Claim): { readonly all: Features; readonly typed: Features } {
  const parts = compare(before, after);
  const ruled = ruledBy(before, after, parts);
  return { all: lookedAt(before, after, parts, ruled), typed: featuresOf(before, after, parts, ruled) };
}

/** Below this chance the weights propose nothing that the rules did not say. */
const proposalMin = 0.6;

/**
 * How a claim of the stream stands to a told one: what the rules say and, where they see nothing, what the weights are
 * sure of. `told` widens what counts as already said. Whether the two are one thing at all is asked apart (identity.ts).
 */
export function relateInStream(before: Claim, after: Claim, told?: Told): Verdict {
  if (!mayRelate(before, after, told)) return strangers;
  const parts = compare(before, after, told);
  const ruled = ruledBy(before, after, parts);
  const open = ruled.relation === "different" && ruled.kind !== "track";
  const verdict = open ? proposal(before, after, parts, ruled) : ruled;
  const veto = verdict.relation === "same" ? vetoOf(before, after, parts) : null;
  if (!veto) return further(before, after, verdict, parts);
  const instead = verdictOf(veto.instead[0]!, verdict.kind, parts, veto.because);
  return veto.firmnessOnly ? { ...instead, firmnessOnly: true } : instead;
}

const strangers: Verdict = { relation: "different", kind: "text", because: ["next to nothing in common"], strength: 0 };

/** What takes its event a step on is no repeat, however it is put. */
function further(before: Claim, after: Claim, verdict: Verdict, parts: Comparison): Verdict {
  const [was, is] = [before.event, after.event];
  if (verdict.relation !== "same" || parts.event !== "same" || !was || !is || is.aside) return verdict;
  return isPlan(was.rung) && rungHeight(is.rung) > rungHeight(was.rung)
    ? verdictOf("updated", "track", parts, `${was.rung} → ${is.rung}`)
    : verdict;
}

function proposal(before: Claim, after: Claim, parts: Comparison, ruled: Verdict): Verdict {
  if (Math.max(parts.coverage, parts.backCoverage) < thresholds.keyedCoverage) return ruled;
  const adds = addsSomething(before, after);
  // What could neither be silent nor go on is not weighed: identity.ts would refuse whatever came of it.
  if (adds && !mayContinue(before, after, kindOf(before, after, parts))) return ruled;
  const judged = judge(featuresOf(before, after, parts, ruled));
  if (judged.chances[judged.relation] < proposalMin) return ruled;
  if (judged.relation === "same" && adds) return ruled;
  return settle(ruled, judged, before, after, parts);
}

/** Of so few words likeness says nothing. */
const wordsMin = 3;

/** Less than most of its words told, or a name or an amount of its own: never silent on likeness alone. */
function addsSomething(before: Claim, after: Claim): boolean {
  const [one, two] = [traitsOf(before), traitsOf(after)];
  if (two.words.length < wordsMin || namesMissing(two.matter, one.matter).length > 0) return true;
  if (compareAmounts(one.amounts, two.amounts).kept < 1) return true;
  const { coverage, backCoverage } = alignWords(one.words, two.words);
  return coverage < thresholds.disputeCoverage || backCoverage < thresholds.keyedCoverage;
}

/** What the rules alone say. */
export function relateByRules(before: Claim, after: Claim): Verdict {
  const parts = compare(before, after);
  const ruled = ruledBy(before, after, parts);
  const veto = ruled.relation === "same" ? vetoOf(before, after, parts) : null;
  return veto ? verdictOf(veto.instead[0]!, ruled.kind, parts, veto.because) : ruled;
}

function ruledBy(before: Claim, after: Claim, parts: Comparison): Verdict {
  for (const rule of [attribute, track, statement, wording]) {
    const verdict = rule(before, after, parts);
    if (verdict) return verdict;
  }
  return {
    relation: "different",
    kind: "text",
    strength: 0,
    // Written for whoever asks; in the stream nobody does.
    get because() {
      return [`little in common (link ${round(parts.link)}, told ${round(parts.coverage)})`];
    },
  };
}

function settle(ruled: Verdict, judged: Judgement, before: Claim, after: Claim, parts: Comparison): Verdict {
  if (judged.relation === ruled.relation) return ruled;
  const kind = ruled.relation === "different" ? kindOf(before, after, parts) : ruled.kind;
  return verdictOf(judged.relation, kind, parts, ...judged.because);
}

function kindOf(before: Claim, after: Claim, parts: Comparison): FactKind {
  if (before.quantities.length > 0 && after.quantities.length > 0) return "attribute";
  if (parts.event === "same") return "track";
  return before.attribution && after.attribution ? "statement" : "text";
}
