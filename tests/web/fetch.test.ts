import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Fetcher, openFetcher } from "../../src/web/fetch.ts";
import type { Resolve } from "../../src/web/guard.ts";
import { type FeedServer, openFeedServer } from "../fakes/feed-server.ts";

const none = { etag: null, lastModified: null, bodyHash: null };
const limits = { exchangeMs: 800, connectMs: 400, decodedBytesMax: 4_000_000, wireBytesMax: 100_000 };
let server: FeedServer;
let fetcher: Fetcher;

beforeAll(async () => {
  server = await openFeedServer();
  fetcher = openFetcher({ contact: "test", allowedHosts: [server.host], limits });
});
afterAll(async () => {
  await fetcher.close();
  await server.close();
});

const get = (path: string) => fetcher.get(server.url(path), none);
async function textOf(path: string): Promise<string> {
  const outcome = await get(path);
  return outcome.kind === "body" ? new TextDecoder().decode(outcome.bytes) : `${outcome.kind}`;
}

describe("Bodies", () => {
  const text = "A ferry sails. ".repeat(50);
  test.each([
    ["plain", text, {}],
    ["gzip", gzipSync(text), { "content-encoding": "gzip" }],
    ["gzip without saying so", gzipSync(text), {}],
    ["plain announced as gzip", text, { "content-encoding": "gzip" }],
    ["brotli", brotliCompressSync(text), { "content-encoding": "br" }],
    ["zlib", deflateSync(text), { "content-encoding": "deflate" }],
    ["bare deflate", deflateRawSync(text), { "content-encoding": "deflate" }],
    ["gzip in brotli", brotliCompressSync(gzipSync(text)), { "content-encoding": "gzip, br" }],
  ])("%s", async (_name, body, headers) => {
    server.serves("/body", body, headers);
    expect(await textOf("/body")).toBe(text);
  });

  test.each([
    ["a gzip bomb", gzipSync(Buffer.alloc(50_000_000)), { "content-encoding": "gzip" }, "too-big"],
    ["a brotli bomb", brotliCompressSync(Buffer.alloc(50_000_000)), { "content-encoding": "br" }, "too-big"],
    ["too many bytes", Buffer.alloc(200_000, 65), {}, "too-big"],
    ["three encodings", text, { "content-encoding": "gzip, gzip, br" }, "unreadable"],
    ["an encoding nobody asked for", text, { "content-encoding": "zstd" }, "unreadable"],
    ["damaged gzip", gzipSync(text).subarray(0, 40), { "content-encoding": "gzip" }, "unreadable"],
  ])("%s is stopped", async (_name, body, headers, failure) => {
    server.serves("/bad", body, headers);
    expect(await get("/bad")).toMatchObject({ kind: "failed", failure });
    server.serves("/next", "served");
    expect(await textOf("/next")).toBe("served");
  });
});

describe("Redirects", () => {
  test.each([301, 302, 303, 307, 308])("%i is followed", async (status) => {
    server.redirects("/from", "/to?x=1", status);
    server.serves("/to?x=1", "arrived");
    expect(await textOf("/from")).toBe("arrived");
  });

  test("Five are followed, six are not.", async () => {
    for (let hop = 6; hop > 0; hop -= 1) server.redirects(`/hop${hop}`, `/hop${hop - 1}`);
    server.serves("/hop0", "arrived");
    expect(await textOf("/hop5")).toBe("arrived");
    expect(await get("/hop6")).toMatchObject({ kind: "failed", failure: "server" });
  });

  test("A circle ends.", async () => {
    server.redirects("/circle", "/circle");
    expect(await get("/circle")).toMatchObject({ kind: "failed", failure: "server" });
  });

  test.each(["file:///etc/hostname", "ftp://a.example/", "http://[::1]/", "http://2130706433/", "http://127.0.0.1:1/"])(
    "to %s is refused",
    async (location) => {
      server.redirects("/away", location);
      expect(await get("/away")).toMatchObject({ kind: "failed", failure: "blocked" });
    },
  );
});

describe("Private addresses", () => {
  let secret: FeedServer;
  beforeAll(async () => {
    secret = await openFeedServer();
    secret.serves("/", "secret");
  });
  afterAll(() => secret.close());

  const portOf = () => secret.host.split(":")[1] ?? "";
  const toLoopback: Resolve = async () => [{ address: "127.0.0.1", family: 4 }];
  const asking = async (host: string, resolve = toLoopback) => {
    // The private server's port is let through, so that only the address can be the reason.
    const guarded = openFetcher({
      contact: "test",
      allowedHosts: [server.host],
      limits,
      resolve,
      allowedPorts: [portOf()],
    });
    const outcome = await guarded.get(`http://${host}/`, none);
    await guarded.close();
    return outcome;
  };

  test.each([
    "127.0.0.1",
    "localhost",
    "localhost.",
    "[::1]",
    "0.0.0.0",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "017700000001",
    "127.1",
    "１２７。０。０。１",
    "169.254.169.254",
    "[fe80::1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
  ])("%s is not reached", async (host) => {
    expect(await asking(host)).toMatchObject({ kind: "failed", failure: "blocked" });
    expect(await asking(`${host}:${portOf()}`)).toMatchObject({ kind: "failed", failure: "blocked" });
  });

  test("A name that leads to loopback is not reached, nor one with mixed answers.", async () => {
    const loopback = { address: "127.0.0.1", family: 4 };
    const world = { address: "93.184.215.14", family: 4 };
    for (const answers of [[loopback], [world, loopback], []])
      expect(await asking(`feeds.example:${portOf()}`, async () => answers)).toMatchObject({ failure: "blocked" });
  });

  test("A name that answers differently each time is asked once, and only its judged answer is dialled.", async () => {
    let asked = 0;
    const rebinding: Resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? "93.184.215.14" : "127.0.0.1", family: 4 }];
    };
    const outcome = await asking(`feeds.example:${portOf()}`, rebinding);
    expect(outcome.kind).toBe("failed");
    expect(asked).toBe(1);
  });

  test("Nothing ever arrived at the private server.", () => expect(secret.asked).toEqual([]));

  test("Exactly the allowed host and port is reached.", async () => {
    const allowed = openFetcher({ contact: "test", allowedHosts: [secret.host], limits });
    expect((await allowed.get(secret.url("/"), none)).kind).toBe("body");
    expect((await allowed.get(server.url("/"), none)).kind).toBe("failed");
    await allowed.close();
  });
});

test("A server that drips for ever is ended by the deadline, not by the idle timer.", async () => {
  server.drips("/drip");
  expect(await get("/drip")).toMatchObject({ kind: "failed", failure: "timeout" });
});
