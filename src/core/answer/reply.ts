/**
 * Chooses what to say to one question: the newest value of each fact that answers it, at most one line of history, or
 * nothing but a related fact. It decides what is said, not how it is laid out.
 */
import type { Instant } from "../article/article.ts";
import type { Quantity } from "../claim/claim.ts";
import { happenings } from "../language/verbs.ts";
import type { FactState } from "../ledger/state.ts";
import { isDuring } from "./as-of.ts";
import { comingReply, isComing } from "./coming.ts";
import { comparedReply, isComparison } from "./compare.ts";
import { countedIn, unitsAsked } from "./counted.ts";
import { identified, isIdentity } from "./identity.ts";
import { impliedBy, withTopic } from "./implied.ts";
import { saysNo } from "./matter.ts";
import { nearestTo, reportsOf, type Scored } from "./nearest.ts";
import { inOrder } from "./order.ts";
import type { Asked, Part } from "./part.ts";
import { isProspect, type Passage } from "./passage.ts";
import { reasonsFor } from "./reasons.ts";
import { type Relevance, relevanceOf, strengthOf } from "./relevance.ts";
import { type Reply, replied, unanswered } from "./replied.ts";
import { replyToWhen, stateOf } from "./reply-when.ts";
import { isBygone, nextOf } from "./timing.ts";
import { isDeniedThere } from "./verdict.ts";

export type Ground = {
  readonly passages: readonly Passage[];
  readonly storyName: string;
  readonly sideOf: (actor: string) => string;
  readonly at: Instant;
  /** Only what was first told after this counts; everything when it is not given. */
  readonly since?: Instant;
};

/** What the reports say in the question's own words, or else the nearest that they come to it. */
export function replyTo(asked: Part, ground: Ground): Reply {
  const compared = isComparison(asked) ? comparedReply(asked, ground) : null;
  if (compared) return compared;
  const coming = isComing(asked) ? comingReply(asked, ground.passages, ground.at) : null;
  if (coming) return coming;
  const reply = sureReply(asked, ground);
  return reply.kind === "abstain" && reply.unknown === null ? nearReply(reply, ground) : reply;
}

function nearReply(reply: Reply & { kind: "abstain" }, { passages, sideOf, at, since }: Ground): Reply {
  const { part } = reply;
  const seen = passages.filter(
    (one) => one.at <= at && one.at > (since ?? Number.NEGATIVE_INFINITY) && !isTooLate(part, one, at),
  );
  const { answering, related } = nearestTo(part, seen, sideOf);
  if (answering.length === 0) return { ...reply, related: related.length > 0 ? related : reply.related };
  const answers = answering.map(asRelevance);
  // What is only near to a yes/no question is neither.
  return replied({ ...part, vague: part.kind === "yesno" }, answers, answers);
}

function sureReply(asked: Part, ground: Ground): Reply {
  const part = withTopic(asked, ground.passages);
  const implied = impliedBy(part, ground);
  const known = (asked: Asked) =>
    implied.has(asked.id) || ground.passages.some((passage) => strengthOf(asked, passage, ground.sideOf) > 0);
  const unknown = part.asked.find((asked) => !known(asked));
  if (unknown) return { kind: "abstain", part, unknown, related: [] };
  const seen = ground.passages
    .filter(({ at }) => at <= ground.at && at > (ground.since ?? Number.NEGATIVE_INFINITY))
    .map((passage) => relevanceOf(part, passage, implied, ground.sideOf));
  const all = isBroad(part) ? worthTelling(part, seen) : seen;
  const denied = deniedBy(part, all);
  const answering = narrowed(
    part,
    all.filter((one) => one.answers && !denied.has(one.passage.fact) && !isTooLate(part, one.passage, ground.at)),
  );
  const answers = inOrder(part, answering);
  if (part.kind === "when") return replyToWhen(part, answers, all, ground.at);
  if (part.kind === "why" && answers.length > 0) return whyReply(part, answers, ground);
  if (answers.length > 0 && isIdentity(part)) return whoReply(part, answers);
  if (answers.length === 0) return stateOf(part, all) ?? unanswered(part, all);
  const next = part.kind === "yesno" && part.next && isHappening(part) ? nextOf(answers, ground.at) : [];
  return replied(part, next.length > 0 ? next : answers, all);
}

/** Asked whether a thing is to come, a plan for a day that is over says nothing. */
const isTooLate = (part: Part, passage: Passage, at: Instant): boolean =>
  part.kind === "yesno" && part.future && isBygone(passage, at);

/** Asked who did a thing: those of whom it is now reported that they did not are no answer. */
const deniedBy = (part: Part, all: readonly Relevance[]): ReadonlySet<FactState> =>
  part.kind !== "who" || part.negated
    ? new Set()
    : new Set(
        all
          .filter(({ answers, passage }) => answers && passage.standing === "now" && isDeniedThere(part, passage))
          .map(({ passage }) => passage.fact),
      );

/** A picture is made of what is worth a line; of a thing that only asides name, of them. */
function worthTelling(part: Part, all: readonly Relevance[]): readonly Relevance[] {
  const worth = all.filter(({ passage }) => passage.worth > 0 || passage.evidence[0]?.lang !== "en");
  const isNamed = ({ answers, exact }: Relevance) => answers && exact > 0;
  const onlyAside = worth.every((one) => !one.answers || one.exact === 0) && all.some(isNamed);
  return part.asked.length === 0 && part.terms.length > 1 && onlyAside ? all : worth;
}

/** Who somebody is, and then the news of them. */
const whoReply = (part: Part, answers: readonly Relevance[]): Reply => ({
  kind: "answer",
  part,
  chosen: identified(part, answers)
    .slice(0, identityMax)
    .map(({ passage }) => ({ as: "answer", passage })),
  lacks: null,
});
const identityMax = 3;

/** Why: of all reports of the thing the nearest, which need not be the newest. */
function whyReply(part: Part, answers: readonly Relevance[], { passages, sideOf, at }: Ground): Reply {
  const seen = passages.filter((one) => one.at <= at);
  const near = reportsOf(part, seen, sideOf);
  const reports = near.length > 0 ? near : answers.map(({ passage }) => passage);
  const { chosen, given } = reasonsFor(reports, seen);
  return { kind: "answer", part, chosen, lacks: given ? null : "reason" };
}

/** A near report as one that answers; its score on the scale of the others. */
const asRelevance = ({ passage, score }: Scored): Relevance => ({
  passage,
  answers: true,
  cover: 1,
  score: score * nearScale,
  names: 1,
  between: true,
  exact: 0,
  shape: 3,
});
const nearScale = 0.5;

const isHappening = ({ predicate }: Part): boolean => predicate !== null && happenings.has(predicate);

const isBroad = ({ kind }: Part) => kind === "about" || kind === "changed";

/** Of what answers, what stands, has the shape that was asked for, and is a plan where plans are asked for. */
function narrowed(part: Part, answers: readonly Relevance[]): readonly Relevance[] {
  const standing = preferring(answers, ({ passage }) => !passage.withdrawn);
  const { during } = part;
  const timed = during ? preferring(standing, ({ passage }) => isDuring(during, passage)) : standing;
  const shaped = preferring(timed, ({ shape }) => shape > 1);
  if (part.kind === "why" && part.negated) return preferring(shaped, ({ passage }) => saysNo(passage));
  if (part.kind === "number") return preferring(shaped, ({ passage }) => countedIn(part, passage).some(isOf(part)));
  if (part.kind === "about" && part.asked.length === 0) return preferring(shaped, ({ exact }) => exact > 0);
  if (part.says) return saidBy(part, shaped);
  return part.kind === "yesno" && part.future ? preferring(shaped, ({ passage }) => isProspect(passage)) : shaped;
}

/** What somebody says is what he is reported to say; of a body or a country what is reported of it will do. */
function saidBy({ asked }: Part, answers: readonly Relevance[]): readonly Relevance[] {
  const own = answers.filter(({ passage }) => asked.some(({ id }) => passage.sources.has(id)));
  return own.length > 0 || asked.some(({ person }) => person) ? own : answers;
}

/** "How many votes?" is answered by votes before it is by "six members voted". */
const isOf =
  (part: Part) =>
  ({ unit }: Quantity): boolean =>
    unitsAsked(part).includes(unit);

/** Those that fit, or all when none does. */
function preferring<T>(all: readonly T[], fits: (one: T) => boolean): readonly T[] {
  const fitting = all.filter(fits);
  return fitting.length > 0 ? fitting : all;
}
