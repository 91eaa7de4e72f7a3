/** What doctor says of a language model: nothing is asked without one, and with one where what goes, without its key. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkModel } from "../../src/cli/doctor/model.ts";
import { roles } from "../../src/core/model/request.ts";
import { type ModelServer, modelServer } from "../fakes/model-server.ts";

let server: ModelServer;
beforeAll(async () => {
  server = await modelServer();
});
afterAll(() => server.close());

const settings = () => ({
  ...{ baseUrl: server.baseUrl, name: "small", roles, priceIn: 0, priceOut: 0, thinkingTokens: 0 },
  ...{ tokensPerDay: 5000, moneyPerDay: 2 },
});
const said = async (key: string | null) =>
  (await checkModel(settings(), key, 2_000)).map(({ ok, seen }) => `${ok ? "ok" : "fault"} ${seen}`);

test("without one nothing is sent", async () => {
  expect(await checkModel(null, null, 10)).toEqual([
    { name: "model", ok: true, seen: "none; no text is sent anywhere", mend: null },
  ]);
});

test("each role says what it sends, and where", async () => {
  server.say(() => ({ kind: "text", text: '{"ready":"yes"}' }));
  const lines = await said("key-4711");
  const { host } = new URL(server.baseUrl);
  expect(lines[0]).toBe(
    `ok small at ${host}, with a key; at most 5000 tokens and 2 in money a day for each workspace, and as much for reading`,
  );
  for (const role of roles) expect(lines.join("\n")).toContain(`ok ${role}: sends `);
  expect(lines.at(-1)).toBe("ok it answers, and takes a schema as json_schema");
  expect(lines.join("\n")).not.toContain("key-4711");
  expect(JSON.stringify(server.asked.at(-1)!.body)).not.toContain("article");
});

test.each([
  [401, "fault the key is not taken (401)"],
  [404, "fault there is no such model or address (404)"],
  [429, "fault it takes no more requests for now (429)"],
  [500, "fault its server is at fault (500)"],
])("an answer of %i is a fault with its remedy", async (status, line) => {
  server.say(() => ({
    kind: "raw",
    status,
    body: '{"error":{"message":"x"}}',
    headers: { "content-type": "application/json" },
  }));
  expect((await said(null)).at(-1)).toBe(line);
});

test("silence is a fault after its time", async () => {
  server.say(() => ({ kind: "silence" }));
  expect((await checkModel(settings(), null, 50)).at(-1)?.ok).toBe(false);
});
