/** Every way in which an endpoint can answer has a name, is tried once, and says nothing of the server's own words. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type ModelRequest, requestOf } from "../../src/core/model/request.ts";
import { object, text } from "../../src/core/model/schema.ts";
import { openModel } from "../../src/llm/open.ts";
import type { Model } from "../../src/ports.ts";
import { type ModelServer, modelServer, type Reply } from "../fakes/model-server.ts";

let server: ModelServer;
let model: Model;
beforeAll(async () => {
  server = await modelServer();
});
afterAll(() => server.close());
beforeEach(() => {
  model = openModel({ baseUrl: server.baseUrl, name: "small", key: "key-of-a-test", thinkingTokens: 0 });
});

const request: ModelRequest = requestOf({
  role: "writer",
  version: "test-1",
  schema: object({ line: text }),
  tokensMax: 50,
  task: "Do it.",
  matter: { line: "Some </data> text" },
});
const soon = () => AbortSignal.timeout(5_000);
const ok: Reply = { kind: "text", text: '{"line":"Yes."}', usage: [40, 5] };
const json = (status: number, error: object, headers?: Readonly<Record<string, string>>): Reply => ({
  kind: "raw",
  status,
  body: JSON.stringify({ error }),
  headers: { "content-type": "application/json", ...headers },
});

test.each<[string, Reply, unknown]>([
  ["a reply with its cost", ok, { kind: "answered", text: '{"line":"Yes."}', usage: { tokensIn: 40, tokensOut: 5 } }],
  [
    "a reply of a server that counts nothing",
    { kind: "text", text: "x" },
    { kind: "answered", text: "x", usage: null },
  ],
  ["a refusal", { kind: "message", message: { content: null, refusal: "No." }, end: "stop" }, { kind: "refused" }],
  ["a filter", { kind: "message", message: { content: null }, end: "content_filter" }, { kind: "refused" }],
  ["a reply that ran out of tokens", { kind: "message", message: { content: '{"li' }, end: "length" }, { kind: "cut" }],
  [
    "an empty reply",
    { kind: "message", message: { content: "" }, end: "stop" },
    { kind: "malformed", reason: "the reply is empty" },
  ],
  [
    "a page of HTML",
    { kind: "raw", status: 200, body: "<h1>Hello</h1>", headers: { "content-type": "text/html" } },
    { kind: "malformed", reason: "another document came" },
  ],
  [
    "broken JSON",
    { kind: "raw", status: 200, body: '{"choices":', headers: { "content-type": "application/json" } },
    { kind: "malformed", reason: "the answer could not be read" },
  ],
  [
    "no choice",
    { kind: "raw", status: 200, body: "{}", headers: { "content-type": "application/json" } },
    { kind: "malformed", reason: "there is no choice in the answer" },
  ],
  ["too many requests", json(429, { message: "slow down" }, { "retry-after": "7" }), { kind: "limited", waitMs: 7000 }],
  ["too many requests without a wait", json(429, { message: "slow down" }), { kind: "limited", waitMs: null }],
  [
    "no money",
    json(429, { message: "quota", code: "insufficient_quota" }),
    { kind: "denied", reason: "the account has no money left" },
  ],
  ["a fault of the server", json(503, { message: "overloaded" }), { kind: "failing", status: 503 }],
  [
    "a wrong key",
    json(401, { message: "Incorrect API key provided: key-of-a-test" }),
    { kind: "denied", reason: "the key is not taken (401)" },
  ],
  [
    "a wrong model",
    json(404, { message: "no such model" }),
    { kind: "denied", reason: "there is no such model or address (404)" },
  ],
  ["a connection that ends", { kind: "hangUp" }, { kind: "unreachable" }],
  [
    "a redirect",
    { kind: "raw", status: 307, body: "", headers: { location: "http://127.0.0.1:9/v1/chat/completions" } },
    { kind: "unreachable" },
  ],
])("%s", async (_, reply, outcome) => {
  server.say(() => reply);
  const before = server.asked.length;
  expect(await model.ask(request, soon())).toEqual(outcome);
  expect(server.asked.length).toBe(before + 1);
});

test("silence ends with the signal", async () => {
  server.say(() => ({ kind: "silence" }));
  expect(await model.ask(request, AbortSignal.timeout(50))).toEqual({ kind: "late" });
});

test("an answer without end is cut off", async () => {
  server.say(() => ({
    kind: "raw",
    status: 200,
    body: `"${"x".repeat(1_200_000)}"`,
    headers: { "content-type": "application/json" },
  }));
  expect((await model.ask(request, soon())).kind).not.toBe("answered");
});

describe("what is sent", () => {
  test("is the schema, strict, with nothing left to chance, and the key in its header alone", async () => {
    server.say(() => ok);
    await model.ask(request, soon());
    const { path, authorization, body } = server.asked.at(-1)!;
    expect(path).toBe("/v1/chat/completions");
    expect(authorization).toBe("Bearer key-of-a-test");
    expect(body).toMatchObject({
      model: "small",
      max_tokens: 50,
      temperature: 0,
      response_format: {
        type: "json_schema",
        json_schema: { name: "writer", strict: true, schema: { additionalProperties: false } },
      },
    });
    expect(JSON.stringify(body)).not.toContain("key-of-a-test");
    expect(body.messages[1]!.content.match(/<\/data>/g)).toHaveLength(1);
    expect(Object.keys(body)).not.toContain("tools");
  });
  test.each([
    ["Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", { max_completion_tokens: 50 }],
    ["Unsupported value: 'temperature' does not support 0.", { temperature: undefined, seed: undefined }],
    ["response_format: json_schema is not supported", { response_format: { type: "json_object" } }],
  ])("changes where a server names what it does not take: %s", async (message, changed) => {
    server.say(({ body }) => {
      const still = Object.keys(changed).some(
        (key) => JSON.stringify(body[key]) !== JSON.stringify(changed[key as keyof typeof changed]),
      );
      return still ? json(400, { message }) : ok;
    });
    expect((await model.ask(request, soon())).kind).toBe("answered");
    const before = server.asked.length;
    await model.ask(request, soon());
    expect(server.asked.length).toBe(before + 1);
  });
  test("does not change for ever", async () => {
    server.say(() => json(400, { message: "response_format and max_tokens and temperature" }));
    const before = server.asked.length;
    expect(await model.ask(request, soon())).toEqual({ kind: "denied", reason: "the request is not taken (400)" });
    expect(server.asked.length - before).toBeLessThanOrEqual(6);
  });
});

describe("the probe finds", () => {
  const ready = '{"ready":"yes"}';
  test("a server that keeps to a schema", async () => {
    server.say(() => ({ kind: "text", text: ready }));
    expect(await model.probe(soon())).toEqual({ kind: "ready", format: "json_schema" });
  });
  test("a server that takes a schema and ignores it", async () => {
    server.say(({ body }) => ({
      kind: "text",
      text: JSON.stringify(body["response_format"]).includes("schema") ? "Sure!" : ready,
    }));
    expect(await model.probe(soon())).toEqual({ kind: "ready", format: "json_object" });
  });
  test("a server that knows neither, and thinks aloud", async () => {
    server.say(({ body }) =>
      body["response_format"]
        ? json(400, { message: "unknown field response_format" })
        : { kind: "text", text: `<think>hm</think>\n\`\`\`json\n${ready}\n\`\`\`` },
    );
    expect(await model.probe(soon())).toEqual({ kind: "ready", format: "prompt" });
    expect(server.asked.at(-1)!.body.messages[0]!.content).toContain("JSON schema");
  });
  test("one that cannot be used, and says why", async () => {
    server.say(() => json(401, { message: "no" }));
    expect(await model.probe(soon())).toEqual({ kind: "denied", reason: "the key is not taken (401)" });
    server.say(() => ({ kind: "text", text: "I am a teapot." }));
    expect((await model.probe(soon())).kind).toBe("malformed");
  });
});

test("a client that could not be loaded is loaded with the next request", async () => {
  vi.doMock("openai", () => {
    throw new Error("the disk is away");
  });
  server.say(() => ok);
  await expect(model.ask(request, soon())).rejects.toThrow();
  vi.doUnmock("openai");
  expect((await model.ask(request, soon())).kind).toBe("answered");
});
