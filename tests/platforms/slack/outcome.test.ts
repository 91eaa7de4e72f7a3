/** How each way in which a call can end is judged, told by Slack's own client against a server that misbehaves. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Failure } from "../../../src/platforms/insist.ts";
import { clientOptions, openClient, quietLogger, respondTo } from "../../../src/platforms/slack/client.ts";
import { failureOf, isRateLimit, refusedWord } from "../../../src/platforms/slack/outcome.ts";
import { logInMemory } from "../../fakes/log.ts";
import { botToken, type Fault, type SlackServer, startSlack } from "../../fakes/slack-server.ts";

let slack: SlackServer;
beforeAll(async () => {
  slack = await startSlack();
});
afterAll(() => slack.close());

async function failing(does: Fault["does"], options: { readonly api?: string; readonly timeout?: number } = {}) {
  const { api = slack.api, timeout = 10_000 } = options;
  const client = openClient(botToken, { ...clientOptions(api, logInMemory()), timeout });
  slack.fail({ method: "chat.postMessage", does });
  const before = slack.calls.length;
  const error: unknown = await client.chat.postMessage({ channel: "C1", text: "x", blocks: [] }).then(
    () => new Error("it was posted"),
    (thrown: unknown) => thrown,
  );
  return { error, failure: failureOf(error), tries: slack.calls.length - before };
}

// what Slack does, how it is judged, part of the reason
const table: readonly (readonly [Fault["does"], Failure["kind"], RegExp])[] = [
  ["cut", "unknown", /broke off/],
  ["cut after", "unknown", /broke off/],
  [{ status: 500 }, "unknown", /answered 500/],
  [{ status: 503 }, "unknown", /answered 503/],
  [{ status: 404 }, "later", /answered 404/],
  [{ status: 429, retryAfter: 3 }, "later", /asks to wait/],
  [{ status: 429 }, "later", /does not say how long/],
  [{ error: "internal_error" }, "unknown", /internal_error/],
  [{ error: "fatal_error" }, "unknown", /fatal_error/],
  [{ error: "service_unavailable" }, "unknown", /service_unavailable/],
  [{ error: "request_timeout" }, "later", /request_timeout/],
  [{ error: "ratelimited" }, "later", /ratelimited/],
  [{ error: "invalid_auth" }, "halted", /does not accept the bot token/],
  [{ error: "not_authed" }, "halted", /no bot token/],
  [{ error: "account_inactive" }, "halted", /removed from this workspace/],
  [{ error: "token_revoked" }, "halted", /Install the app again/],
  [{ error: "token_expired" }, "halted", /Install the app again/],
  [{ error: "missing_scope", extra: { needed: "chat:write" } }, "halted", /lacks a permission.*\(chat:write\)/],
  [{ error: "not_in_channel" }, "halted", /\/invite @Parley/],
  [{ error: "channel_not_found" }, "halted", /channel is gone/],
  [{ error: "is_archived" }, "halted", /archived/],
  [{ error: "restricted_action_read_only_channel" }, "halted", /Only some people/],
  [{ error: "invalid_blocks" }, "refused", /invalid_blocks/],
  [{ error: "msg_too_long" }, "refused", /msg_too_long/],
  [{ error: "something_new" }, "refused", /something_new/],
];

describe("a post that Slack answers with", () => {
  test.each(table)("%j is %s", async (does, kind, reason) => {
    const { failure, tries } = await failing(does);
    expect(failure.kind).toBe(kind);
    expect(failure.reason).toMatch(reason);
    // The client never posts a second time on its own.
    expect(tries).toBe(1);
  });

  test("a time to wait is left alone for that long, within reason", async () => {
    expect((await failing({ status: 429, retryAfter: 3 })).failure).toMatchObject({ waitMs: 3_000 });
    expect((await failing({ status: 429, retryAfter: 0 })).failure).toMatchObject({ waitMs: 1_000 });
    expect((await failing({ status: 429, retryAfter: 99_999 })).failure).toMatchObject({ waitMs: 3_600_000 });
  });

  test("no answer at all may have arrived", async () => {
    const { failure, tries } = await failing("hang", { timeout: 50 });
    expect(failure.kind).toBe("unknown");
    expect(tries).toBe(1);
  });

  test("a server that nobody reaches surely took nothing", async () => {
    const gone = await startSlack();
    await gone.close();
    const client = openClient(botToken, clientOptions(gone.api, logInMemory()));
    const error: unknown = await client.chat
      .postMessage({ channel: "C1", text: "x", blocks: [] })
      .catch((e: unknown) => e);
    expect(failureOf(error)).toMatchObject({ kind: "later", reason: expect.stringContaining("ECONNREFUSED") });
  });

  test("its own word is told, and whether it was about pace", async () => {
    expect(refusedWord((await failing({ error: "msg_blocks_too_long" })).error)).toBe("msg_blocks_too_long");
    expect(refusedWord((await failing("cut")).error)).toBe("");
    expect(isRateLimit((await failing({ status: 429, retryAfter: 1 })).error)).toBe(true);
    expect(isRateLimit((await failing({ status: 429 })).error)).toBe(true);
    expect(isRateLimit((await failing({ error: "ratelimited" })).error)).toBe(true);
    expect(isRateLimit((await failing({ status: 503 })).error)).toBe(false);
  });
});

test.each([
  [null, "unknown"],
  ["text", "unknown"],
  [new Error("odd"), "unknown"],
  [{ code: "slack_webapi_platform_error" }, "refused"],
] as const)("%j as an error is %s", (error, kind) => {
  expect(failureOf(error).kind).toBe(kind);
});

test("causes that form a ring end", () => {
  const ring: Record<string, unknown> = { code: "slack_webapi_request_error" };
  ring["original"] = ring;
  expect(failureOf(ring).kind).toBe("unknown");
});

test("a response address is judged like any other call", async () => {
  for (const [does, kind] of [
    [{ status: 500 }, "unknown"],
    [{ status: 404 }, "later"],
    [{ status: 429, retryAfter: 2 }, "later"],
    ["cut", "unknown"],
  ] as const) {
    slack.fail({ method: "response_url", does });
    const error: unknown = await respondTo(slack.responseUrl())({ text: "x" }).catch((thrown: unknown) => thrown);
    expect(failureOf(error).kind, JSON.stringify(does)).toBe(kind);
  }
});

test("what the SDK logs below a warning is dropped, and above it holds no objects", () => {
  const lines: unknown[] = [];
  const log = {
    info: () => {},
    warn: (...all: unknown[]) => void lines.push(all),
    error: (...all: unknown[]) => void lines.push(all),
  };
  const logger = quietLogger(log);
  logger.debug("http request body: the whole digest");
  logger.info("the same");
  logger.warn("http request failed", "socket closed", { body: "the whole digest" });
  logger.error(new Error("broken"));
  expect(lines).toEqual([
    ["Slack's client warns", { what: "http request failed socket closed" }],
    ["Slack's client reports a fault", { what: "broken" }],
  ]);
});
