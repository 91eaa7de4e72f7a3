/** Says an answer where it was asked for: to everyone or to one person, in as many messages as it takes. */
import { type Document, paragraph, text } from "../../core/post/post.ts";
import type { Answer } from "../../ports.ts";
import { type Failure, insist, insistWaitMsMax } from "../insist.ts";
import { contentOf, unfurled, unparsed } from "./calls.ts";
import { intoMessages } from "./fit.ts";
import { answerMessagesMax, responsesMax } from "./limits.ts";
import { threadName } from "./memory.ts";
import { failureOf } from "./outcome.ts";
import type { Posting } from "./posting.ts";
import type { Heard } from "./requests.ts";
import type { Workspace } from "./workspaces.ts";

/** How saying a message ended; after an end in doubt nothing is said again. */
export type Spoken = "said" | "unsaid" | "doubtful";

export type Voice = { readonly messagesMax: number; say(document: Document, n: number): Promise<Spoken> };

/** `unsaid` only when nothing of the answer was said, so that another voice may try. */
export async function speak(answer: Answer, voice: Voice): Promise<Spoken> {
  const all = intoMessages([...answer.post.root, ...answer.post.thread.flat()]);
  const isCut = all.length > voice.messagesMax;
  const said = isCut ? [...all.slice(0, voice.messagesMax - 1), tooMuch] : all;
  for (const [n, document] of said.entries()) {
    const how = await voice.say(document, n);
    // What follows a gap would not be understood.
    if (how !== "said") return n === 0 ? how : "doubtful";
  }
  return "said";
}

const tooMuch: Document = [
  paragraph(
    text("The rest is left out here: it takes more messages than one answer may have. Ask for less at a time."),
  ),
];

/** Only what was surely not said is tried again. */
async function spoken(attempt: () => Promise<Failure | null>): Promise<Spoken> {
  const failure = await insist(attempt, { waitAfter: (one) => (one.kind === "later" ? one.waitMs : null) });
  if (failure === null) return "said";
  return failure.kind === "unknown" ? "doubtful" : "unsaid";
}

/** In the channel, for everyone. */
export function aloud({ calls, memory }: Posting, workspace: Workspace, { request, spot }: Heard): Voice {
  return {
    messagesMax: answerMessagesMax,
    say: (document, n) =>
      spoken(async () => {
        const outboxId = `answer|${request.id}|${n}`;
        const posted = { ...spot, document, seed: seedOf(request.id, n), outboxId, way: "" };
        const called = await calls.post(workspace, posted, insistWaitMsMax);
        if (called.kind === "failed") return called.failure;
        memory.newest.set(threadName(spot.channel, spot.thread ?? called.value), called.value);
        return null;
      }),
  };
}

/** In the channel, for one person. */
export function privately({ client }: Workspace, { request, spot }: Heard): Voice {
  const { channel, user, thread } = spot;
  return {
    messagesMax: answerMessagesMax,
    say: (document, n) =>
      spoken(() =>
        attempted(() =>
          client.chat.postEphemeral({
            channel,
            user,
            ...contentOf({ channel, document, seed: seedOf(request.id, n) }),
            ...unparsed,
            ...(thread === null ? {} : { thread_ts: thread }),
          }),
        ),
      ),
  };
}

/** Posts to a `response_url`; throws when Slack does not take it. */
export type Respond = (body: Readonly<Record<string, unknown>>) => Promise<void>;

/** Through the address that came with a command or a button: it works where the bot is no member, five times in half an hour. */
export function respondingTo(
  respond: Respond,
  { request, spot }: Heard,
  audience: Answer["audience"],
  used = 0,
): Voice {
  return {
    messagesMax: responsesMax - used,
    say: (document, n) =>
      spoken(() =>
        attempted(() =>
          respond({
            response_type: audience === "room" ? "in_channel" : "ephemeral",
            replace_original: false,
            ...contentOf({ channel: spot.channel, document, seed: seedOf(request.id, n) }),
            ...unparsed,
            ...unfurled,
            ...(spot.thread === null ? {} : { thread_ts: spot.thread }),
          }),
        ),
      ),
  };
}

async function attempted(run: () => Promise<unknown>): Promise<Failure | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

/** Block ids are only ever compared within one message; letters that Slack takes are enough. */
const seedOf = (id: string, n: number): string => `${id.replace(/[^A-Za-z0-9.-]/g, "-").slice(-100)}-${n}`;
