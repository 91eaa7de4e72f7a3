/**
 * What was asked of late, so that "and the minister?" is understood: in each thread, and by each person where there is no
 * thread. It is held in memory only, and not for long, because nobody's questions are kept.
 */
import type { Instant } from "../core/article/article.ts";
import type { Request } from "../ports.ts";
import { type Bounded, bounded } from "./bounded.ts";

/** Threads and people that are remembered. */
const conversationsMax = 2_000;
/** Questions of each; what is older means nothing for the newest. */
const questionsMax = 6;
/** A talk of this morning goes on in its thread. */
const threadMsMax = 24 * 3_600_000;
/** What one person asked elsewhere is gone on from at once, or not at all. */
const personMsMax = 15 * 60_000;

export type Conversations = {
  /** What a question may go on from, oldest first. */
  before(request: Where, now: Instant): readonly string[];
  asked(request: Where, question: string, now: Instant): void;
};

type Where = Pick<Request, "place" | "person" | "thread">;
type Asked = { readonly question: string; readonly at: Instant };

export function openConversations(): Conversations {
  const talks: Bounded<string, readonly Asked[]> = bounded(conversationsMax);
  const fresh = (name: string, now: Instant, msMax: number): readonly string[] =>
    (talks.get(name) ?? []).filter(({ at }) => now - at <= msMax).map(({ question }) => question);
  return {
    before: (request, now) => {
      const said = request.thread === null ? [] : fresh(threadOf(request), now, threadMsMax);
      // A question in the open channel is often gone on from in the thread of its answer.
      return said.length > 0 ? said : fresh(personOf(request), now, personMsMax);
    },
    asked: (request, question, at) => {
      const names = request.thread === null ? [personOf(request)] : [personOf(request), threadOf(request)];
      for (const name of names) talks.set(name, [...(talks.get(name) ?? []), { question, at }].slice(-questionsMax));
    },
  };
}

const threadOf = ({ place, thread }: Where): string => JSON.stringify([place, "thread", thread]);
const personOf = ({ place, person }: Where): string => JSON.stringify([place, "person", person]);
