/**
 * Chooses what to say to one question: the newest value of each fact that answers it, at most one line of history, or
 * nothing but a related fact. It decides what is said, not how it is laid out.
 */
import type { Instant } from "../article/article.ts";
import { phases } from "../language/verbs.ts";
import { dayOf } from "../text/day.ts";
import { type Chosen, chosenFrom } from "./choose.ts";
import { inOrder } from "./order.ts";
import { isProspect, type Passage } from "./passage.ts";
import type { Asked, Part } from "./question.ts";
import { reasonsFor } from "./reasons.ts";
import { type Implied, type Relevance, relevanceOf, strengthOf } from "./relevance.ts";
import { relevanceThresholds } from "./thresholds.ts";
import { isOver, isStage, isTimed, nextOf, staged } from "./timing.ts";

export type Reply =
  | { readonly kind: "answer"; readonly part: Part; readonly chosen: readonly Chosen[]; readonly timed: boolean }
  | { readonly kind: "abstain"; readonly part: Part; readonly unknown: Asked | null; readonly related: Passage | null };

/** A name that this share of all facts bears is the story's own: nobody repeats it. */
const impliedShare = 0.4;

export type Ground = {
  readonly passages: readonly Passage[];
  readonly storyName: string;
  readonly sideOf: (actor: string) => string;
  readonly at: Instant;
  /** Only what was first told after this counts; everything when it is not given. */
  readonly since?: Instant;
};

export function replyTo(asked: Part, ground: Ground): Reply {
  const part = withTopic(asked, ground.passages);
  const implied = impliedBy(part, ground);
  const known = (asked: Asked) =>
    implied.has(asked.id) || ground.passages.some((passage) => strengthOf(asked, passage, ground.sideOf) > 0);
  const unknown = part.asked.find((asked) => !known(asked));
  if (unknown) return { kind: "abstain", part, unknown, related: null };
  const all = ground.passages
    .filter((one) => !isBroad(part) || one.worth > 0 || one.evidence[0]?.lang !== "en")
    .filter(({ at }) => at <= ground.at && at > (ground.since ?? Number.NEGATIVE_INFINITY))
    .map((passage) => relevanceOf(part, passage, implied, ground.sideOf));
  const answering = narrowed(
    part,
    all.filter((one) => one.answers),
  );
  const answers = inOrder(part, answering);
  if (part.kind === "when") return replyToWhen(part, answers, all, ground);
  if (part.kind === "why" && answers.length > 0)
    return { kind: "answer", part, chosen: reasonsFor(answers, ground.passages), timed: true };
  return answers.length > 0 ? replied(part, answers, all) : unanswered(part, all);
}

/** A picture is made of what is worth a line. */
const isBroad = ({ kind }: Part) => kind === "about" || kind === "changed";

/** "Is it over?" without a word about what: the kind of event that the story tells most of. */
function withTopic(part: Part, passages: readonly Passage[]): Part {
  const staged = part.predicate !== null && phases.has(part.predicate);
  if (!staged || part.terms.length > 1 || part.asked.length > 0) return part;
  const families = Map.groupBy(
    passages.flatMap(({ event }) => (event ? [event.family] : [])),
    (family) => family,
  );
  const [topic] = [...families].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  if (topic === undefined) return part;
  return {
    ...part,
    vague: true,
    terms: [{ term: topic, stem: topic, weight: topicWeight, start: 0, end: 0 }, ...part.terms],
  };
}
const topicWeight = 0.5;

/** Of what answers, what stands, has the shape that was asked for, and is a plan where plans are asked for. */
function narrowed(part: Part, answers: readonly Relevance[]): readonly Relevance[] {
  const standing = preferring(answers, ({ passage }) => !passage.withdrawn);
  const shaped = preferring(standing, ({ shape }) => shape > 1);
  if (part.says) return preferring(shaped, ({ passage }) => part.asked.some(({ id }) => passage.sources.has(id)));
  return part.kind === "yesno" && part.future ? preferring(shaped, ({ passage }) => isProspect(passage)) : shaped;
}

/** Those that fit, or all when none does. */
function preferring<T>(all: readonly T[], fits: (one: T) => boolean): readonly T[] {
  const fitting = all.filter(fits);
  return fitting.length > 0 ? fitting : all;
}

/** A date that is still ahead, else how far the event has come, else when it was. */
function replyToWhen(part: Part, answers: readonly Relevance[], all: readonly Relevance[], ground: Ground): Reply {
  const timed = answers.filter((one) => isTimed(one.passage) && staged(part, one.passage));
  const ahead = part.future ? timed.filter((one) => !isOver(one.passage)) : timed;
  const next = part.next ? nextOf(ahead, ground.at) : ahead;
  if (next.length > 0) return replied(part, next, all);
  const dated = ahead.filter(({ passage: { when } }) => when !== null && when.to >= dayOf(ground.at));
  if (part.next && dated.length > 0) return replied(part, dated, all);
  if (ahead.length > 0 && !part.next) return replied(part, ahead, all);
  const stages = all.filter((one) => isStage(part, one) && !isOver(one.passage) && !one.passage.withdrawn);
  if (stages.length > 0) {
    const chosen = chosenFrom(part, inOrder(part, stages), all).filter((one) => one.as !== "history");
    return { kind: "answer", part, chosen: chosen.slice(0, stagesMax), timed: false };
  }
  return timed.length > 0 && !part.next ? replied(part, timed, all) : unanswered(part, all);
}

/** Stages told when the date itself is not reported. */
const stagesMax = 2;

export const replied = (part: Part, answers: readonly Relevance[], all: readonly Relevance[]): Reply => ({
  kind: "answer",
  part,
  chosen: chosenFrom(part, answers, all),
  timed: true,
});

export const unanswered = (part: Part, all: readonly Relevance[]): Reply => ({
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

/** The nearest report to a question that nothing answers; none when it is not clearly about the same. */
function relatedTo(part: Part, all: readonly Relevance[]): Passage | null {
  if (part.terms.length === 0 || part.subject.length > 0) return null;
  const near = all
    .filter(
      (one) => one.cover >= relevanceThresholds.related && one.passage.standing !== "before" && !one.passage.withdrawn,
    )
    .filter((one) => one.names >= 1 && one.exact > 0)
    .sort((a, b) => b.exact - a.exact || b.score - a.score || b.passage.at - a.passage.at);
  return near[0]?.passage ?? null;
}
