/** Answers as messages: a fault costs nobody an answer, and no answer is said twice. */
import { DiscordAPIError, HTTPError } from "discord.js";
import { expect, test } from "vitest";
import { paragraph, text } from "../../../src/core/post/post.ts";
import { say } from "../../../src/platforms/discord/saying.ts";
import type { Wire } from "../../../src/platforms/discord/wire.ts";

const http = (status: number) =>
  new HTTPError(status, "told", "POST", "https://discord.example", { body: undefined, files: undefined });
const forbidden = new DiscordAPIError({ code: 50013, message: "told" }, 50013, 403, "POST", "https://discord.example", {
  files: undefined,
  body: undefined,
});
const reset = Object.assign(new Error("fetch failed"), { code: "ECONNRESET" });
const refused = Object.assign(new Error("fetch failed"), { code: "ECONNREFUSED" });

/** What was posted, with the nonce of each try, and how long was waited in between. */
async function said(faults: readonly (Error | null)[]) {
  const left = [...faults];
  const nonces: string[] = [];
  const waits: number[] = [];
  const post = async (
    _: string,
    { body }: { readonly body: { readonly nonce: string; readonly enforce_nonce: true } },
  ) => {
    expect(body.enforce_nonce).toBe(true);
    nonces.push(body.nonce);
    const fault = left.shift();
    if (fault) throw fault;
  };
  const wire = { rest: { post }, deadline: () => AbortSignal.timeout(60_000) } as unknown as Wire;
  const wait = async (ms: number) => void waits.push(ms);
  const documents = [[paragraph(text("One."))], [paragraph(text("Two."))]];
  return { nonces, waits, how: (await say(wire, "1", documents, { key: "k", below: null }, wait)).kind };
}

test.each([
  ["an error of Discord's", http(502)],
  ["a line that was reset", reset],
  ["no connection", refused],
])("after %s a message is tried again with its nonce", async (_, fault) => {
  const { nonces, waits, how } = await said([fault]);
  expect(how).toBe("said");
  expect(nonces).toHaveLength(3);
  expect(nonces[0]).toBe(nonces[1]);
  expect(nonces[2]).not.toBe(nonces[1]);
  expect(waits).toHaveLength(1);
  expect(waits[0]).toBeGreaterThan(0);
});

test.each([
  ["what is forbidden is tried once", [forbidden], 1, "unsaid"],
  ["an address that is shut out waits too long for a person", [http(429)], 1, "unsaid"],
  ["four tries are enough, and the first part may be there", [reset, reset, reset, reset], 4, "begun"],
  ["the second part is refused, and the first is there", [null, forbidden], 2, "begun"],
] as const)("%s, and the caller hears of it", async (_, faults, tries, end) => {
  const { nonces, how } = await said(faults);
  expect(how).toBe(end);
  expect(nonces).toHaveLength(tries);
});
