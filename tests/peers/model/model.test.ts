/** The model as a third-party HTTP peer: what is sent, what comes of it, and every kind of chaos that the peer can make. */
import { afterEach, describe, expect, test } from "vitest";
import { modelServer } from "../../fakes/model-server.ts";
import type { Newsroom } from "../../fakes/newsroom.ts";
import { key, modelAt, openPeer, type Peer, roomAt, shorter, signed } from "./room.ts";

const peers: Peer[] = [];
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.stop();
});

async function peerThat(says: Parameters<typeof openPeer>[0] = {}): Promise<Peer> {
  const peer = await openPeer(says);
  peers.push(peer);
  return peer;
}

const rewriting = {
  writer: ({ lines }: { readonly lines: readonly { readonly id: string }[] }) => ({
    lines: lines.map(({ id }) => ({ id, text: shorter })),
  }),
};

async function toldBy(room: Newsroom) {
  room.feeds.publishes("quay", "a", signed);
  await room.runs(12 * 60);
  const digests = await room.digests();
  return {
    texts: digests.flatMap(({ digest }) => digest.changes.map(({ text }) => text)),
    engines: digests.flatMap(({ digest }) => digest.engine ?? []),
    shown: room.shown().join(" ").replace(/\s+/g, " "),
  };
}

test("the probe finds a schema taken, and a digest is told in the peer's words", async () => {
  const peer = await peerThat(rewriting);
  expect(await modelAt(peer.baseUrl).probe(AbortSignal.timeout(5_000))).toEqual({
    kind: "ready",
    format: "json_schema",
  });
  const { texts, engines, shown } = await toldBy(await roomAt(peer.baseUrl));
  expect(texts).toEqual([shorter]);
  expect(engines).toContainEqual({ model: "stand-in", lines: 1, why: null });
  expect(shown).toContain("in the words of the language model stand-in");
});

test("every request holds a strict schema, no tool, no address of a source and no secret", async () => {
  const peer = await peerThat(rewriting);
  const room = await roomAt(peer.baseUrl);
  await toldBy(room);
  await room.asks("Did the port and the dockers sign an agreement?");
  const requests = peer.mock.getRequests();
  expect(requests.length).toBeGreaterThan(1);
  for (const { body } of requests) {
    const sent = JSON.stringify(body);
    expect(sent).toContain('"strict":true');
    expect(sent).not.toMatch(/"tools"|https?:|quay\.example|memory:room/);
    expect(sent).not.toContain(key);
  }
  expect(room.log.said.join("\n")).not.toContain(key);
});

test("an unchanged day asks nothing again", async () => {
  const peer = await peerThat(rewriting);
  const room = await roomAt(peer.baseUrl);
  await toldBy(room);
  const asked = peer.mock.getRequests().length;
  await room.restart();
  await room.runs(24 * 60);
  expect(peer.mock.getRequests().length).toBe(asked);
});

describe("in chaos a digest is on time, whole, and says so:", () => {
  test.each([
    ["every request fails", { dropRate: 1 }],
    ["every reply is broken JSON", { malformedRate: 1 }],
    ["every connection is cut", { disconnectRate: 1 }],
    ["every request is one too many", { rateLimitRate: 1 }],
    ["everything takes long", { latencyMs: 3_000 }],
  ])("%s", async (_, chaos) => {
    const peer = await peerThat(rewriting);
    const room = await roomAt(peer.baseUrl, "latencyMs" in chaos ? "brisk" : "patient");
    peer.mock.setChaos(chaos);
    const { texts, engines, shown } = await toldBy(room);
    expect(texts).toEqual([signed.text]);
    expect(engines[0]?.why).toEqual(expect.stringMatching(/./));
    expect(shown).toContain("without the model stand-in");
  });
  test("half of everything goes wrong: each digest is whole all the same", async () => {
    const peer = await peerThat(rewriting);
    const room = await roomAt(peer.baseUrl);
    peer.mock.setChaos({ dropRate: 0.3, malformedRate: 0.3, disconnectRate: 0.3 });
    const { texts } = await toldBy(room);
    expect(texts).toHaveLength(1);
    expect([shorter, signed.text]).toContain(texts[0]);
  });
});

describe("what the peer cannot give, a server of our own does:", () => {
  test.each([
    ["a refusal", { kind: "message", message: { content: null, refusal: "No." }, end: "stop" }],
    ["a filter", { kind: "message", message: { content: null }, end: "content_filter" }],
    ["nothing", { kind: "message", message: { content: "" }, end: "stop" }],
    ["a page of HTML", { kind: "raw", status: 200, body: "<h1>502</h1>", headers: { "content-type": "text/html" } }],
  ] as const)("%s", async (_, reply) => {
    const server = await modelServer();
    server.say(() => reply);
    const { texts, engines } = await toldBy(await roomAt(server.baseUrl));
    await server.close();
    expect(texts).toEqual([signed.text]);
    expect(engines[0]?.why).toEqual(expect.stringMatching(/./));
  });
  test("thoughts before a reply are no part of it", async () => {
    const server = await modelServer();
    server.say(({ body }) => {
      const { lines } = JSON.parse(body.messages.at(-1)!.content.replace(/<\/?data>/g, "")) as {
        lines?: { id: string }[];
      };
      return {
        kind: "text",
        text: `<think>They want it short.</think>${JSON.stringify({ lines: (lines ?? []).map(({ id }) => ({ id, text: shorter })) })}`,
      };
    });
    expect((await toldBy(await roomAt(server.baseUrl))).texts).toEqual([shorter]);
    await server.close();
  });
});
