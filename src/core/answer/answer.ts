/**
 * Answers a question from the facts and from nothing else. Every sentence is a source's own and carries it; what the
 * facts do not report is said not to be reported. The question is data: it is compared, never obeyed and never echoed
 * but for the letters of a name.
 */
import type { Instant } from "../article/article.ts";
import { whenIn } from "../claim/when.ts";
import type { Evidence } from "../digest/digest.ts";
import type { FactState } from "../ledger/state.ts";
import type { Document } from "../post/post.ts";
import type { Lexicon } from "../story/lexicon.ts";
import type { Story } from "../story/story.ts";
import { dayOf, startOf } from "../text/day.ts";
import { linesOf, write } from "./compose.ts";
import { type Passage, passagesOf } from "./passage.ts";
import { type Part, readQuestion } from "./question.ts";
import { newestChanges, type Reply, replyTo } from "./reply.ts";

export type AnswerInput = {
  readonly question: string;
  readonly story: Story;
  readonly lexicon: Lexicon;
  /** As they stood at `at`. */
  readonly facts: readonly FactState[];
  readonly at: Instant;
  /** Articles followed up to `at`, for the sentence that says that none of them reports it. */
  readonly articles: number;
  /** IANA zone in which times are shown; the story's own when not given. */
  readonly zone?: string;
};

export type Answer = {
  /** Plain text, one sentence a line. */
  readonly text: string;
  readonly abstained: boolean;
  /** The facts that were used, in the order of the sentences. */
  readonly facts: readonly FactState[];
  readonly evidence: readonly Evidence[];
  readonly document: Document;
};

/** Facts that one question is held against in full; of more, those that share the most words and names with it. */
export const factsReadMax = 2000;
const changesMax = 6;

export function answer(input: AnswerInput): Answer {
  const { question, story, lexicon, at } = input;
  const parts = readQuestion(question, { story, lexicon, day: dayOf(at) });
  const read = nearestFacts(input.facts, parts).flatMap((fact) => passagesOf(fact, { story, lexicon }));
  const replies = parts.map((part) =>
    part.kind === "changed" && part.asked.length === 0
      ? changesReply(part, input, read)
      : replyTo(part, groundOf(input, read)),
  );
  return write(
    linesOf(replies, input),
    replies.every((reply) => reply.kind === "abstain"),
    input,
  );
}

function groundOf({ story, at }: AnswerInput, passages: readonly Passage[]) {
  const sides = new Map(story.actors.map((actor) => [actor.id, actor.side ?? actor.id]));
  return { passages, storyName: story.name, sideOf: (actor: string) => sides.get(actor) ?? actor, at };
}

/** "What changed since Thursday?" */
function changesReply(part: Part, { facts, at }: AnswerInput, passages: readonly Passage[]): Reply {
  const since = whenIn(part.written, dayOf(at), "past");
  const changed = newestChanges(facts, since === null ? null : startOf(since.from), changesMax);
  const chosen = changed.flatMap((fact) => {
    const passage = passages.find((one) => one.fact === fact && one.standing === "now");
    return passage ? [{ as: "answer" as const, passage }] : [];
  });
  return chosen.length === 0
    ? { kind: "abstain", part, unknown: null, related: null }
    : { kind: "answer", part, chosen, timed: true };
}

/** All facts while they are few; else those with the most in common with the questions, the newest first. */
function nearestFacts(facts: readonly FactState[], parts: readonly Part[]): readonly FactState[] {
  if (facts.length <= factsReadMax) return facts;
  const terms = new Set(parts.flatMap((part) => part.terms.map((term) => term.term)));
  const names = new Set(parts.flatMap((part) => part.asked.map((asked) => asked.id)));
  const shared = (fact: FactState) =>
    fact.stems.filter((stem) => terms.has(stem)).length +
    2 * [...fact.actors, ...fact.names, ...fact.places].filter((id) => names.has(id)).length;
  return facts
    .map((fact) => ({ fact, shared: shared(fact) }))
    .sort((a, b) => b.shared - a.shared || b.fact.changed - a.fact.changed)
    .slice(0, factsReadMax)
    .map(({ fact }) => fact);
}
