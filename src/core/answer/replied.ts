/** What is said to one question, once it is known which passages answer it. */
import { type Chosen, chosenFrom } from "./choose.ts";
import { answersDiffer, saysNo } from "./matter.ts";
import type { Asked, Part } from "./part.ts";
import type { Passage } from "./passage.ts";
import type { Relevance } from "./relevance.ts";
import { relevanceThresholds } from "./thresholds.ts";
import { verdictOf } from "./verdict.ts";

export type Reply =
  | {
      readonly kind: "answer";
      readonly part: Part;
      readonly chosen: readonly Chosen[];
      readonly lacks: "date" | "reason" | null;
    }
  | {
      readonly kind: "abstain";
      readonly part: Part;
      readonly unknown: Asked | null;
      readonly related: readonly Passage[];
    };

export function replied(part: Part, answers: readonly Relevance[], all: readonly Relevance[]): Reply {
  const chosen = inOneSense(part, chosenFrom(part, answers, all));
  const asked =
    part.sense === null ? chosen : chosen.filter(({ passage }) => saysNo(passage) === (part.sense === "no"));
  return asked.length > 0 ? { kind: "answer", part, chosen: asked, lacks: null } : unanswered(part, all);
}

/** Beside a yes no other report makes it a no, unless the two are in dispute. */
function inOneSense(part: Part, chosen: readonly Chosen[]): readonly Chosen[] {
  if (part.kind !== "yesno") return chosen;
  const holds = ({ passage }: Chosen) => verdictOf(part, passage).holds;
  const first = chosen.find((one) => one.as === "answer" && holds(one) !== "open");
  if (!first) return chosen;
  const opposed = (one: Chosen) => one.as === "answer" && holds(one) !== "open" && holds(one) !== holds(first);
  return chosen.filter((one) => !opposed(one) || answersDiffer(one.passage, first.passage));
}

export const unanswered = (part: Part, all: readonly Relevance[], near: readonly Passage[] = []): Reply => ({
  kind: "abstain",
  part,
  unknown: null,
  related: near.length > 0 ? near : relatedTo(part, all),
});

/** The nearest report to a question that nothing answers; none when it is not clearly about the same. */
function relatedTo(part: Part, all: readonly Relevance[]): readonly Passage[] {
  if (part.terms.length === 0 || part.subject.length > 0) return [];
  const near = all
    .filter(
      (one) => one.cover >= relevanceThresholds.related && one.passage.standing !== "before" && !one.passage.withdrawn,
    )
    .filter((one) => one.names >= 1 && one.exact > 0)
    .sort((a, b) => b.exact - a.exact || b.score - a.score || b.passage.at - a.passage.at);
  return near.slice(0, 1).map(({ passage }) => passage);
}
