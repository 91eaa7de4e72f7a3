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
import { changesReply } from "./changes.ts";
import { type Line, linesOf, write } from "./compose.ts";
import type { Passage } from "./passage.ts";
import { asideOf, passagesOf } from "./passages.ts";
import { type Part, readQuestion } from "./question.ts";
import { type Reply, replyTo } from "./reply.ts";
import { exchanged } from "./thread.ts";
import type { Told } from "./told.ts";

export type AnswerInput = {
  readonly question: string;
  /** What was asked before in the same thread, oldest first: "and the minister?" goes on from there. */
  readonly before?: readonly string[];
  readonly story: Story;
  readonly lexicon: Lexicon;
  /** As they stood at `at`. */
  readonly facts: readonly FactState[];
  /** Every claim behind those facts; without them only the facts' own wordings are read. */
  readonly told?: readonly Told[];
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
  /** What it is made of, sentence by sentence. */
  readonly lines: readonly Line[];
};

/** Facts that one question is held against in full; of more, those that share the most words and names with it. */
export const factsReadMax = 2000;

export function answer(input: AnswerInput): Answer {
  const { question, story, lexicon, at } = input;
  const known = { story, lexicon, day: dayOf(at) };
  const earlier: Part[] = [];
  for (const one of (input.before ?? []).slice(-threadReadMax)) earlier.push(...readQuestion(one, known, earlier));
  const parts = readQuestion(question, known, earlier);
  const told = Map.groupBy(input.told ?? [], (one) => one.fact);
  const asked = [...earlier, ...parts];
  const read = [
    ...nearestFacts(input.facts, asked).flatMap((fact) =>
      passagesOf(fact, told.get(fact.ref) ?? [], { story, lexicon }),
    ),
    ...nearestAsides(told.get(null) ?? [], asked).map((one) => asideOf(one, { story, lexicon })),
  ];
  const replies = parts.map((part, place) => replyIn(part, parts[place - 1] ?? earlier.at(-1), input, read));
  return write(
    linesOf(replies, input),
    replies.every((reply) => reply.kind === "abstain"),
    input,
  );
}

/** Questions of one thread that are read again for what the newest leaves out. */
const threadReadMax = 6;

/** "And the minister?" asks the question before it again, or, when that has no answer, about the minister. */
function replyIn(part: Part, before: Part | undefined, input: AnswerInput, read: readonly Passage[]): Reply {
  const ground = groundOf(input, read);
  const since = part.kind === "changed" ? whenIn(part.written, dayOf(input.at), "past") : null;
  if (part.kind === "changed" && part.asked.length === 0 && part.terms.length === 0)
    return changesReply(part, since === null ? null : startOf(since.from), ground);
  const again = before ? exchanged(part, before) : null;
  const reply = again ? replyTo(again, ground) : null;
  if (reply?.kind === "answer") return reply;
  return replyTo(part, since === null ? ground : { ...ground, since: startOf(since.from) });
}

function groundOf({ story, at }: AnswerInput, passages: readonly Passage[]) {
  const sides = new Map(story.actors.map((actor) => [actor.id, actor.side ?? actor.id]));
  return { passages, storyName: story.name, sideOf: (actor: string) => sides.get(actor) ?? actor, at };
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

/** Of what joins no fact, whatever shares a word with the questions; of more than a few the newest. */
function nearestAsides(asides: readonly Told[], parts: readonly Part[]): readonly Told[] {
  const terms = new Set(parts.flatMap((part) => part.terms.map((term) => term.term)));
  const names = parts.flatMap((part) => part.asked.map((asked) => asked.word));
  const shares = ({ claim }: Told) =>
    claim.terms.some(([term]) => terms.has(term)) || names.some((name) => claim.text.toLowerCase().includes(name));
  return asides.filter(shares).slice(-factsReadMax);
}
