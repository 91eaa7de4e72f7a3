/**
 * The four calls that read and write messages, each at Slack's own pace: before a limit bites by keeping calls apart,
 * after it has bitten by silence until the time that Slack named. One attempt a call.
 */
import type { Document } from "../../core/post/post.ts";
import type { Failure } from "../insist.ts";
import { historyPageMax, patienceMs, postGapMs, tier3GapMs } from "./limits.ts";
import { failureOf, isRateLimit, refusedWord } from "./outcome.ts";
import type { Pace } from "./pace.ts";
import { render } from "./render.ts";
import type { Workspace } from "./workspaces.ts";

export type Called<T> =
  | { readonly kind: "done"; readonly value: T }
  /** `word` is Slack's own for why it refused; empty when it said nothing. */
  | { readonly kind: "failed"; readonly failure: Failure; readonly word: string };

/** A message as it is looked for again. */
export type Seen = {
  readonly ts: string;
  readonly user: string;
  /** What we posted it as; null for messages of others. */
  readonly outboxId: string | null;
  readonly way: string;
  readonly replies: number;
  readonly latestReply: string | null;
  readonly replyUsers: readonly string[];
};

export type Page = { readonly messages: readonly Seen[]; readonly cursor: string | null };

export type Said = {
  readonly channel: string;
  readonly document: Document;
  /** Makes block ids new with each wording. */
  readonly seed: string;
};

export type Posted = Said & {
  readonly thread: string | null;
  /** Named in the message's metadata, by which it is found again. */
  readonly outboxId: string;
  readonly way: string;
};

export type Calls = {
  post(workspace: Workspace, posted: Posted, patience?: number): Promise<Called<string>>;
  update(workspace: Workspace, said: Said & { readonly ts: string }): Promise<Called<string>>;
  /** Newest first; `only` asks for the one message with that time. */
  history(workspace: Workspace, channel: string, at: { cursor?: string; only?: string }): Promise<Called<Page>>;
  /** Replies of a thread, its root among them, oldest first. */
  replies(workspace: Workspace, channel: string, ts: string, cursor?: string): Promise<Called<Page>>;
};

export const metadataType = "parley_message";

/** Nothing in a text is looked at for names, channels or addresses, and no address opens into a preview. */
export const unparsed = { parse: "none", link_names: false } as const;
export const unfurled = { unfurl_links: false, unfurl_media: false } as const;

/** What one message says; Slack refuses one without text. */
export function contentOf({ document, seed }: Said): ReturnType<typeof render> {
  const { text, blocks } = render(document, seed);
  return { text: text === "" ? "…" : text, blocks };
}

export function openCalls(pace: Pace): Calls {
  const paced = pacedBy(pace);
  return {
    post: (workspace, posted, patience = patienceMs) =>
      paced(workspace, "chat.postMessage", [`${workspace.team}/${posted.channel}`, postGapMs], patience, async () => {
        const { channel, thread, outboxId, way } = posted;
        const { ts } = await workspace.client.chat.postMessage({
          channel,
          ...contentOf(posted),
          ...unparsed,
          ...unfurled,
          metadata: { event_type: metadataType, event_payload: { outbox_id: outboxId, part: way } },
          ...(thread === null ? {} : { thread_ts: thread }),
        });
        return ts ?? "";
      }),
    update: (workspace, said) =>
      paced(workspace, "chat.update", [`${workspace.team} update`, tier3GapMs], patienceMs, async () => {
        const { channel, ts } = said;
        await workspace.client.chat.update({ channel, ts, ...contentOf(said), ...unparsed });
        return ts;
      }),
    history: (workspace, channel, { cursor, only }) =>
      paced(workspace, "conversations.history", [`${workspace.team} history`, tier3GapMs], patienceMs, async () =>
        pageOf(
          await workspace.client.conversations.history({
            channel,
            include_all_metadata: true,
            ...(only === undefined
              ? { limit: historyPageMax }
              : { limit: 1, latest: only, oldest: only, inclusive: true }),
            ...(cursor === undefined ? {} : { cursor }),
          }),
        ),
      ),
    replies: (workspace, channel, ts, cursor) =>
      paced(workspace, "conversations.replies", [`${workspace.team} replies`, tier3GapMs], patienceMs, async () =>
        pageOf(
          await workspace.client.conversations.replies({
            channel,
            ts,
            include_all_metadata: true,
            limit: historyPageMax,
            ...(cursor === undefined ? {} : { cursor }),
          }),
        ),
      ),
  };
}

type Paced = <T>(
  workspace: Workspace,
  method: string,
  lane: readonly [string, number],
  patience: number,
  run: () => Promise<T>,
) => Promise<Called<T>>;

/** A wait may end a little before its time, by the clock. */
const momentMs = 50;

/** Waits for a turn in the call's lane, unless Slack asked for silence about its method. */
function pacedBy(pace: Pace): Paced {
  return async ({ team }, method, [lane, laneMs], patience, run) => {
    const silence = `${team} ${method}`;
    // Slack may ask for silence while a call waits for its turn.
    const turns = [[silence, 0, patience] as const, [lane, laneMs, patience] as const, [silence, 0, momentMs] as const];
    for (const [name, gapMs, patienceMs] of turns) {
      const waitMs = await pace.turn(name, gapMs, patienceMs);
      if (waitMs > 0) return failed({ kind: "later", waitMs, reason: "Slack allows no more messages just now." });
    }
    try {
      return { kind: "done", value: await run() };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "later" && isRateLimit(error)) pace.hold(silence, failure.waitMs);
      return failed(failure, refusedWord(error));
    } finally {
      // Slack counts from when it took the call, which may be long after it was sent.
      pace.hold(lane, laneMs);
    }
  };
}

const failed = (failure: Failure, word = ""): Called<never> => ({ kind: "failed", failure, word });

type Answered = {
  readonly messages?: readonly unknown[];
  readonly has_more?: boolean;
  readonly response_metadata?: { readonly next_cursor?: string };
};

function pageOf({ messages = [], has_more, response_metadata }: Answered): Page {
  const cursor = response_metadata?.next_cursor ?? "";
  return { messages: messages.map(seenOf), cursor: has_more && cursor !== "" ? cursor : null };
}

function seenOf(message: unknown): Seen {
  const one = (message ?? {}) as Readonly<Record<string, unknown>>;
  const metadata = (one["metadata"] ?? {}) as { event_type?: unknown; event_payload?: Record<string, unknown> };
  const isOurs = metadata.event_type === metadataType;
  const users = one["reply_users"];
  return {
    ts: String(one["ts"] ?? ""),
    user: String(one["user"] ?? ""),
    outboxId: isOurs ? String(metadata.event_payload?.["outbox_id"] ?? "") : null,
    way: String(metadata.event_payload?.["part"] ?? ""),
    replies: Number(one["reply_count"] ?? 0),
    latestReply: typeof one["latest_reply"] === "string" ? one["latest_reply"] : null,
    replyUsers: Array.isArray(users) ? users.map(String) : [],
  };
}
