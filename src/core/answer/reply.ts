/**
 * Chooses what to say to one question: the newest value of each fact that answers it, at most one line of history, or
 * nothing but a related fact. It decides what is said, not how it is laid out.
 */
import type { Instant } from "../article/article.ts";
import { phases } from "../language/verbs.ts";
import type { Term } from "../language/words.ts";
import type { FactState } from "../ledger/state.ts";
import { type Chosen, chosenFrom } from "./choose.ts";
import { isProspect, type Passage } from "./passage.ts";
import type { Asked, Part } from "./question.ts";
import { type Implied, type Relevance, relevanceOf, relevanceThresholds, strengthOf } from "./relevance.ts";

export type Reply =
  | { readonly kind: "answer"; readonly part: Part; readonly chosen: readonly Chosen[]; readonly timed: boolean }
  | { readonly kind: "abstain"; readonly part: Part; readonly unknown: Asked | null; readonly related: Passage | null };

/** A name that this share of all facts bears is the story's own: nobody repeats it. */
const impliedShare = 0.4;
const dayMs = 86_400_000;
const recencyWeight = 0.5;
const recencyHalfLifeDays = 2;

export type Ground = {
  readonly passages: readonly Passage[];
  readonly storyName: string;
  readonly sideOf: (actor: string) => string;
  readonly at: Instant;
};

export function replyTo(part: Part, ground: Ground): Reply {
  const implied = impliedBy(part, ground);
  const known = (asked: Asked) =>
    implied.has(asked.id) || ground.passages.some((passage) => strengthOf(asked, passage, ground.sideOf) > 0);
  const unknown = part.asked.find((asked) => !known(asked));
  if (unknown) return { kind: "abstain", part, unknown, related: null };
  const all = ground.passages.map((passage) => relevanceOf(part, passage, implied, ground.sideOf));
  const answering = all.filter((one) => one.answers);
  const answers = inOrder(part, expecting(part, answering), ground);
  if (part.kind === "when") return replyToWhen(part, answers, all, ground);
  return answers.length > 0 ? replied(part, answers, all) : unanswered(part, all);
}

/** A date that is still ahead, else how far the event has come, else when it was. */
function replyToWhen(part: Part, answers: readonly Relevance[], all: readonly Relevance[], ground: Ground): Reply {
  const timed = answers.filter((one) => isTimed(one.passage) && staged(part, one.passage));
  const ahead = part.future ? timed.filter((one) => !isOver(one.passage)) : timed;
  if (ahead.length > 0) return replied(part, ahead, all);
  const stages = all.filter((one) => isStage(part, one) && !isOver(one.passage));
  if (stages.length > 0) {
    const chosen = chosenFrom(part, inOrder(part, stages, ground), all).filter((one) => one.as !== "history");
    return { kind: "answer", part, chosen: chosen.slice(0, stagesMax), timed: false };
  }
  return timed.length > 0 ? replied(part, timed, all) : unanswered(part, all);
}

/** Stages told when the date itself is not reported. */
const stagesMax = 2;

const replied = (part: Part, answers: readonly Relevance[], all: readonly Relevance[]): Reply => ({
  kind: "answer",
  part,
  chosen: chosenFrom(part, answers, all),
  timed: true,
});

const unanswered = (part: Part, all: readonly Relevance[]): Reply => ({
  kind: "abstain",
  part,
  unknown: null,
  related: relatedTo(part, all),
});

function impliedBy(part: Part, { passages, storyName, sideOf }: Ground): Implied {
  const facts = new Set(passages.map((passage) => passage.fact.ref)).size;
  const everywhere = part.asked.filter((asked) => {
    if (asked.kind === "actor" && asked.person) return false;
    if (part.kind === "about") return false;
    if (asked.kind === "name" && storyName.toLowerCase().includes(asked.word)) return true;
    const bearing = new Set(
      passages.filter((passage) => strengthOf(asked, passage, sideOf) > 0).map((passage) => passage.fact.ref),
    ).size;
    return asked.kind !== "country" && facts >= 5 && bearing >= facts * impliedShare;
  });
  return new Set(everywhere.map((asked) => asked.id));
}

/** In a picture of somebody, what is the case comes before what might be. */
const steadiness: Readonly<Record<Passage["modality"], number>> = {
  done: 0.2,
  ongoing: 0.2,
  planned: 0.1,
  stated: 0,
  denied: 0.1,
  cancelled: 0.2,
  may: -0.1,
  conditional: -0.4,
};

/** Best first. What is newer, better attested and worth a line goes before its equals. */
function inOrder(part: Part, answers: readonly Relevance[], { at }: Ground): readonly Relevance[] {
  const newest = Math.max(...answers.map(({ passage }) => passage.version.at));
  const weigh = ({ score, passage }: Relevance) =>
    score +
    recencyWeight * 2 ** (-(newest - passage.version.at) / (recencyHalfLifeDays * dayMs)) +
    (passage.fact.tellable ? 0.15 : 0) +
    (passage.standing === "before" ? -0.2 : 0) +
    (passage.fact.withdrawn ? -1 : 0) +
    (part.future && isProspect(passage) ? 0.4 : 0) +
    (part.kind === "about" ? steadiness[passage.modality] : 0) +
    (part.last && (passage.stems.has("last") || passage.stems.has("latest")) ? 0.5 : 0) +
    Math.min(0.3, passage.fact.salience / 40);
  const known = answers.filter(({ passage }) => passage.version.at <= at);
  return known
    .map((one) => ({ ...one, score: weigh(one) }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.passage.version.at - a.passage.version.at ||
        (a.passage.fact.ref < b.passage.fact.ref ? -1 : 1),
    );
}

const isOver = ({ modality }: Passage) => modality === "done" || modality === "denied" || modality === "cancelled";

/** Asked whether a thing will come, plans and offers answer before what has been. */
function expecting(part: Part, answers: readonly Relevance[]): readonly Relevance[] {
  const prospects = part.kind === "yesno" && part.future ? answers.filter((one) => isProspect(one.passage)) : [];
  return prospects.length > 0 ? prospects : answers;
}

/** Between an event and what it does there is no other event: "the talks will end", not "talks on ending the war". */
const otherObject = /\b(?:on|about|over|aim\w*|toward\w*|efforts?)\b/;

function staged(part: Part, passage: Passage): boolean {
  const asked = new Set(part.terms.filter((term) => phases.has(term.term)).map((term) => term.term));
  return asked.size === 0 || nearTopic(part, passage, asked);
}

/** Whether one of these stages is said of the event asked about. */
function nearTopic(part: Part, { run, text }: Passage, stages: ReadonlySet<string>): boolean {
  const topics = new Set(part.terms.filter((term) => !phases.has(term.term)).map((term) => term.term));
  if (topics.size === 0) return true;
  const between = (a: Term, b: Term) => text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
  const places = run.filter((term) => stages.has(term.term));
  return run.some((term) => topics.has(term.term) && places.some((place) => !otherObject.test(between(term, place))));
}

const timeCue =
  /\b(?:today|tomorrow|yesterday|tonight|noon|midday|midnight|weekend|(?:next|this|last|a|\d+|two|three) (?:weeks?|months?|years?|days?|hours?)|until|o'clock|[ap]\.?m\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|\d{4})\b/i;
const isTimed = ({ version, text }: Passage) => version.when !== undefined || timeCue.test(text);

/** "When does it end?": a report that it goes on, or has begun, is the nearest there is. */
function isStage(part: Part, { passage, names }: Relevance): boolean {
  const topic = part.terms.filter((term) => !phases.has(term.term));
  return (
    topic.length < part.terms.length &&
    names >= relevanceThresholds.name &&
    isTimed(passage) &&
    topic.every((term) => passage.terms.has(term.term)) &&
    nearTopic(part, passage, new Set(phases.keys()))
  );
}

/** The nearest report to a question that nothing answers; none when it is not clearly about the same. */
function relatedTo(part: Part, all: readonly Relevance[]): Passage | null {
  if (part.terms.length === 0 || part.subject.length > 0) return null;
  const near = all
    .filter(
      (one) =>
        one.cover >= relevanceThresholds.related && one.passage.standing !== "before" && !one.passage.fact.withdrawn,
    )
    .filter((one) => one.names >= 1 && one.exact > 0)
    .sort((a, b) => b.exact - a.exact || b.score - a.score || b.passage.version.at - a.passage.version.at);
  return near[0]?.passage ?? null;
}

/** What changed last: tellable facts, newest first. */
export function newestChanges(facts: readonly FactState[], since: Instant | null, max: number): readonly FactState[] {
  return facts
    .filter((fact) => fact.tellable && (since === null || fact.changed > since))
    .sort((a, b) => b.changed - a.changed || b.salience - a.salience || (a.ref < b.ref ? -1 : 1))
    .slice(0, max);
}
