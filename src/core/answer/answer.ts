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
import { asOf, stoodAt } from "./as-of.ts";
import { changesReply } from "./changes.ts";
import { type Line, linesOf, write } from "./compose.ts";
import { moreAbout } from "./further.ts";
import { heardFrom } from "./heard.ts";
import type { Part } from "./part.ts";
import type { Passage } from "./passage.ts";
import { readQuestion } from "./question.ts";
import type { Reply } from "./replied.ts";
import { type Ground, replyTo } from "./reply.ts";
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

const nothingTold: readonly Told[] = [];

export function answer(input: AnswerInput): Answer {
  const { question, story, lexicon, at, facts, told = nothingTold } = input;
  const heard = heardFrom(facts, told, { story, lexicon });
  const known = { story, lexicon, day: dayOf(at), reported: heard.reported };
  const earlier: Part[] = [];
  for (const one of (input.before ?? []).slice(-threadReadMax)) earlier.push(...readQuestion(one, known, earlier));
  const parts = readQuestion(question, known, earlier);
  const ground = groundOf(input, heard.passages([...earlier, ...parts]));
  const replies = parts.map((part, place) => replyIn(part, parts[place - 1] ?? earlier.at(-1), ground));
  return write(
    linesOf(replies, input),
    replies.every((reply) => reply.kind === "abstain"),
    input,
  );
}

/** Questions of one thread that are read again for what the newest leaves out. */
const threadReadMax = 6;

/** "And the minister?" asks the question before it again, or, when that has no answer, about the minister. */
function replyIn(part: Part, before: Part | undefined, ground: Ground): Reply {
  const since = part.kind === "changed" ? whenIn(part.written, dayOf(ground.at), "past") : null;
  if (part.kind === "changed" && part.asked.length === 0 && part.during) {
    const { during } = part;
    return changesReply(part, null, {
      ...ground,
      passages: ground.passages.filter(({ at }) => at >= during.from && at < during.to),
    });
  }
  if (part.kind === "changed" && part.asked.length === 0 && part.terms.length === 0)
    return changesReply(part, since === null ? null : startOf(since.from), ground);
  const then = asOf(part, dayOf(ground.at));
  if (then) return replyTo(then.part, { ...ground, at: then.at, passages: stoodAt(ground.passages, then.at) });
  const more = before && part.bare ? moreAbout(part, replyTo(before, ground), ground) : null;
  if (more) return more;
  const again = before ? exchanged(part, before) : null;
  const reply = again ? replyTo(again, ground) : null;
  if (reply?.kind === "answer") return reply;
  return replyTo(part, since === null ? ground : { ...ground, since: startOf(since.from) });
}

function groundOf({ story, at }: AnswerInput, passages: readonly Passage[]): Ground {
  const sides = new Map(story.actors.map((actor) => [actor.id, actor.side ?? actor.id]));
  return { passages, storyName: story.name, sideOf: (actor: string) => sides.get(actor) ?? actor, at };
}
