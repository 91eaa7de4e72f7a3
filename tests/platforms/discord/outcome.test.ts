import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { expect, test } from "vitest";
import { failureOf, harmless } from "../../../src/platforms/discord/outcome.ts";

const api = (status: number, code: number): Error =>
  new DiscordAPIError({ code, message: "told" }, code, status, "POST", "https://discord.example", {
    files: undefined,
    body: undefined,
  });
const http = (status: number): Error =>
  new HTTPError(status, "told", "POST", "https://discord.example", { body: undefined, files: undefined });
const system = (code: string): Error => Object.assign(new Error("fetch failed"), { code });
const limited = (retryAfter: number): Error =>
  new RateLimitError({
    timeToReset: 0,
    limit: 5,
    method: "POST",
    hash: "h",
    url: "https://discord.example",
    route: "/channels/:id/messages",
    majorParameter: "1",
    global: false,
    retryAfter,
    sublimitTimeout: 0,
    scope: "user",
  });

test.each<readonly [string, unknown, string]>([
  ["a token that is refused", api(401, 0), "halted"],
  [
    "a token that the client forgot",
    new Error("Expected token to be set for this request, but none was present"),
    "halted",
  ],
  ["a channel that is gone", api(404, 10003), "halted"],
  ["a server that is gone", api(404, 10004), "halted"],
  ["a channel that cannot be seen", api(403, 50001), "halted"],
  ["a right that is missing", api(403, 50013), "halted"],
  ["a person who takes no messages", api(403, 50007), "halted"],
  ["a forum that asks for a tag and has none", api(400, 40067), "halted"],
  ["slow mode", api(429, 20016), "later"],
  ["too many threads", api(400, 160006), "halted"],
  ["a rate limit", limited(4000), "later"],
  ["an address that is shut out", http(429), "later"],
  ["an address that is shut out, without a code", http(403), "later"],
  ["no connection", system("ECONNREFUSED"), "later"],
  ["no name", system("ENOTFOUND"), "later"],
  [
    "a connection that never came about",
    new TypeError("fetch failed", { cause: system("UND_ERR_CONNECT_TIMEOUT") }),
    "later",
  ],
  ["a malformed message", api(400, 50035), "refused"],
  ["words that a server forbids", api(400, 200000), "refused"],
  ["an old message that was changed too often", api(429, 30046), "refused"],
  ["an error of Discord's", http(500), "unknown"],
  ["an error of Discord's with a body", api(503, 0), "unknown"],
  ["an answer that came too late", new DOMException("aborted", "AbortError"), "unknown"],
  ["a line that was cut", system("UND_ERR_SOCKET"), "unknown"],
  ["a line that was reset", system("ECONNRESET"), "unknown"],
  ["whatever else", "a string", "unknown"],
])("%s", (_, error, kind) => {
  const failure = failureOf(error);
  expect(failure.kind).toBe(kind);
  expect(failure.reason).toMatch(/^[A-Z].*\.$/s);
});

test("a rate limit says how long", () => {
  expect(failureOf(limited(4000))).toMatchObject({ kind: "later", waitMs: 4000 });
});

test("a thread that is gone does not close the place", () => {
  expect(failureOf(api(404, 10003), "thread").kind).toBe("gone");
  expect(failureOf(api(403, 160005), "thread").kind).toBe("gone");
  expect(failureOf(api(400, 50083), "thread").kind).toBe("gone");
  expect(failureOf(api(403, 50013), "thread").kind).toBe("halted");
});

test("a request that posts nothing leaves nothing in doubt", () => {
  expect(harmless(failureOf(http(502))).kind).toBe("later");
  expect(harmless(failureOf(api(403, 50001))).kind).toBe("halted");
});
