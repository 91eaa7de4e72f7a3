/** What every Feeds adapter promises the pipeline, whatever it is made of. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Validators } from "../../src/core/feed/feed.ts";
import type { Feeds } from "../../src/ports.ts";
import { type FeedServer, openFeedServer } from "../fakes/feed-server.ts";

const none: Validators = { etag: null, lastModified: null, bodyHash: null };

export const oneEntry = (title: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title><link>https://harbour.example/</link>
  <item><title>${title}</title><link>https://harbour.example/1</link><guid>https://harbour.example/1</guid>
  <pubDate>Tue, 10 Jun 2025 09:00:00 GMT</pubDate><description>The ferry sails again.</description></item>
  </channel></rss>`;

/** @param open must reach the given host although it is private, and must give up on a silent server within a second */
export function feedsContract(name: string, open: (allowedHost: string) => Feeds): void {
  describe(`${name} keeps the Feeds contract`, () => {
    let server: FeedServer;
    let feeds: Feeds;
    const poll = (path: string, validators = none) => feeds.poll({ id: "harbour", url: server.url(path) }, validators);

    beforeAll(async () => {
      server = await openFeedServer();
      feeds = open(server.host);
    });
    afterAll(async () => {
      await feeds.close();
      await server.close();
    });

    test("a feed is read", async () => {
      server.serves("/a", oneEntry("Sailing"));
      const answer = await poll("/a");
      expect(answer).toMatchObject({ kind: "read", feed: { title: "Harbour Post", entries: [{ title: "Sailing" }] } });
    });

    test("validators go back as they came, and a 304 is unchanged", async () => {
      server.servesWithEtag("/etag", oneEntry("Sailing"), 'W/"x-1"');
      const first = await poll("/etag");
      if (first.kind !== "read") throw new Error("The first poll must read.");
      expect(first.validators.etag).toBe('W/"x-1"');
      expect(await poll("/etag", first.validators)).toEqual({
        kind: "unchanged",
        // Whether or not a server says what time it is, to the second.
        date: expect.toSatisfy((date) => date === undefined || date % 1000 === 0),
        validators: first.validators,
        waitMs: null,
      });
    });

    test("the same body without validators is unchanged too", async () => {
      server.serves("/same", oneEntry("Sailing"));
      const first = await poll("/same");
      if (first.kind !== "read") throw new Error("The first poll must read.");
      expect((await poll("/same", first.validators)).kind).toBe("unchanged");
      server.serves("/same", oneEntry("Sailing on"));
      expect((await poll("/same", first.validators)).kind).toBe("read");
    });

    test.each([
      [401, {}, "forbidden"],
      [403, {}, "forbidden"],
      [403, { "cf-mitigated": "challenge" }, "challenge"],
      [404, {}, "missing"],
      [410, {}, "gone"],
      [429, {}, "limited"],
      [500, {}, "server"],
      [503, {}, "server"],
      [304, {}, "server"],
    ] as const)("status %i is a failure in plain words", async (status, headers, failure) => {
      server.answers("/status", status, headers);
      const answer = await poll("/status");
      expect(answer).toMatchObject({ kind: "failed", failure });
      expect(answer.kind === "failed" && answer.reason).toMatch(/^[A-Z].*\w.*[.)]$/);
    });

    test.each([
      ["retry-after", "120", 120_000],
      ["cache-control", "public, max-age=600", 600_000],
    ])("%s is passed on", async (header, value, waitMs) => {
      server.answers("/wait", 503, { [header]: value });
      expect(await poll("/wait")).toMatchObject({ waitMs });
    });

    test.each([
      ["an empty body", "", "unreadable"],
      ["a web page", "<!doctype html><html><body><h1>Are you human?</h1></body></html>", "challenge"],
      ["nonsense", "lorem ipsum", "unreadable"],
    ])("%s is not an empty feed", async (_name, body, failure) => {
      server.serves("/odd", body);
      expect(await poll("/odd")).toMatchObject({ kind: "failed", failure });
    });

    test("a server that drips or hangs is given up, and the next feed is served", async () => {
      server.drips("/drip");
      server.hangs("/hang");
      server.serves("/after", oneEntry("Sailing"));
      expect(await poll("/drip")).toMatchObject({ kind: "failed", failure: "timeout" });
      expect(await poll("/hang")).toMatchObject({ kind: "failed", failure: "timeout" });
      expect((await poll("/after")).kind).toBe("read");
    });

    test("a connection that breaks off and one that is refused are network failures", async () => {
      server.breaksOff("/broken");
      expect(await poll("/broken")).toMatchObject({ kind: "failed", failure: "network" });
      const dead = await openFeedServer();
      await dead.close();
      const answer = await feeds.poll({ id: "dead", url: dead.url("/") }, none);
      expect(answer.kind).toBe("failed");
    });

    test.each(["", "not an address", "ftp://harbour.example/feed", "file:///etc/hostname", "http://10.0.0.1/feed"])(
      "%s is refused",
      async (url) => {
        expect(await feeds.poll({ id: "x", url }, none)).toMatchObject({ kind: "failed", failure: "blocked" });
      },
    );

    test("one host is asked one thing at a time", async () => {
      server.serves("/a", oneEntry("Sailing"));
      await Promise.all(Array.from({ length: 6 }, () => poll("/a")));
      expect(server.openAtOnce).toBe(1);
    });
  });
}
