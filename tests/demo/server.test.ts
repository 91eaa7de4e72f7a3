import { request } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FeedAnswer } from "../../src/core/feed/feed.ts";
import { documentOf, entriesMax } from "../../src/demo/document.ts";
import { type Format, formats, loadSamples, type Sample, type SampleArticle } from "../../src/demo/samples.ts";
import { type SampleServer, serveSamples } from "../../src/demo/server.ts";
import type { Feeds } from "../../src/ports.ts";
import { openFeeds } from "../../src/web/feeds.ts";

const hour = 3_600_000;
const start = Date.UTC(2025, 0, 6, 8);
const articleAt = (n: number, more: Partial<SampleArticle> = {}): SampleArticle => ({
  id: `a${n}`,
  url: `https://quay.example/2025/01/06/a${n}`,
  published: start + n * hour,
  versions: [{ at: start + n * hour, title: `Ferry <${n}> & "crew"`, text: `First ${n} ]]> & <b>.\nSecond line.` }],
  cases: [],
  ...more,
});
const outlet = (format: Format, articles: readonly SampleArticle[]): Sample => ({
  id: `quay-${format}`,
  title: "Quay & Co",
  about: "A sample.",
  domain: "quay.example",
  format,
  lang: "en",
  owner: null,
  country: null,
  stateRun: false,
  articles,
});
const revised = articleAt(1, {
  versions: [
    { at: start + hour, title: "Ferry late", text: "The ferry is late." },
    { at: start + 5 * hour, title: "Ferry cancelled", text: "The ferry is cancelled." },
  ],
});
const none = { etag: null, lastModified: null, bodyHash: null };

let now = start;
let server: SampleServer;
let feeds: Feeds;
const samples = [...formats.map((format) => outlet(format, [articleAt(0), revised, articleAt(2)])), ...loadAll()];

function loadAll(): readonly Sample[] {
  return loadSamples("config/demo").samples;
}

beforeAll(async () => {
  server = await serveSamples(samples, () => now);
  feeds = openFeeds({
    contact: "https://parley.example/about",
    allowedHosts: [new URL(server.origin).host],
    clock: { now: () => now },
    limits: { hostGapMs: 0 },
  });
});
afterAll(async () => {
  await feeds.close();
  await server.close();
});

const urlOf = (id: string): string => server.feeds.find((feed) => feed.outlet === id)?.url ?? "";
const poll = (id: string, validators = none as FeedAnswerValidators) => feeds.poll({ id, url: urlOf(id) }, validators);
type FeedAnswerValidators = Parameters<Feeds["poll"]>[1];

function read(answer: FeedAnswer) {
  if (answer.kind !== "read") throw new Error(`${answer.kind}: ${"reason" in answer ? answer.reason : ""}`);
  return answer.feed;
}

describe.each(formats)("a feed served as %s", (format) => {
  const id = `quay-${format}`;

  test("is read without problems, with everything escaped", async () => {
    now = start;
    const feed = read(await poll(id));
    expect(feed.problems).toEqual([]);
    expect(feed).toMatchObject({ title: "Quay & Co", description: "A sample.", language: "en" });
    expect(feed.entries).toHaveLength(1);
    expect(feed.entries[0]).toMatchObject({
      id: "https://quay.example/2025/01/06/a0",
      link: "https://quay.example/2025/01/06/a0",
      title: 'Ferry <0> & "crew"',
      published: start,
      content: "First 0 ]]> & <b>.\nSecond line.",
    });
  });

  test("shows what was published by then, and each article as it then was", async () => {
    const seen: unknown[] = [];
    for (const after of [-1, 0, 1, 4, 5]) {
      now = start + after * hour;
      seen.push(read(await poll(id)).entries.map(({ title }) => title.slice(0, 10)));
    }
    expect(seen).toEqual([
      [],
      ["Ferry <0> "],
      ["Ferry late", "Ferry <0> "],
      ["Ferry <2> ", "Ferry late", "Ferry <0> "],
      ["Ferry <2> ", "Ferry canc", "Ferry <0> "],
    ]);
    const entry = read(await poll(id)).entries[1];
    expect([entry?.published, entry?.updated]).toEqual([start + hour, start + 5 * hour]);
  });

  test("says that nothing changed until something does", async () => {
    now = start;
    const first = await poll(id);
    if (first.kind !== "read") throw new Error(first.kind);
    now = start + hour - 1;
    expect((await poll(id, first.validators)).kind).toBe("unchanged");
    now = start + hour;
    expect((await poll(id, first.validators)).kind).toBe("read");
  });
});

type Answered = { readonly status: number; readonly headers: Record<string, unknown>; readonly body: Buffer };

function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answered> {
  return new Promise((done, fail) => {
    const asked = request(`${server.origin}${path}`, { headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on("error", fail);
    asked.end();
  });
}

describe("the server", () => {
  const path = "/quay-rss/feed.xml";

  test("answers 304 to its entity tag, and to its date when there is no tag", async () => {
    now = start;
    const first = await ask(path);
    const [etag, date] = [String(first.headers["etag"]), String(first.headers["last-modified"])];
    expect(date).toBe("Mon, 06 Jan 2025 08:00:00 GMT");
    const status = async (headers: Record<string, string>) => (await ask(path, headers)).status;
    expect(await status({ "if-none-match": etag })).toBe(304);
    expect(await status({ "if-none-match": `"x", W/${etag}` })).toBe(304);
    expect(await status({ "if-modified-since": date })).toBe(304);
    expect(await status({ "if-none-match": '"x"', "if-modified-since": date })).toBe(200);
    expect(await status({ "if-modified-since": "Mon, 06 Jan 2025 07:59:59 GMT" })).toBe(200);
    expect((await ask(path, { "if-none-match": etag })).body).toHaveLength(0);
  });

  test("packs with gzip for who takes it", async () => {
    const [plain, packed] = [await ask(path), await ask(path, { "accept-encoding": "gzip, br" })];
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(packed.body)).toEqual(plain.body);
    expect((await ask(path, { "accept-encoding": "gzip;q=0" })).headers).not.toHaveProperty("content-encoding");
  });

  test("knows its feeds, and reading them, and nothing else", async () => {
    expect((await ask("/nowhere")).status).toBe(404);
    expect((await ask(path, {}, "POST")).status).toBe(405);
    const head = await ask(path, {}, "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });
});

test("A document holds the newest entries only.", () => {
  const many = Array.from({ length: entriesMax + 5 }, (_, n) => articleAt(n));
  const { items } = JSON.parse(documentOf(outlet("json", many), start + 99 * hour).body) as { items: { id: string }[] };
  expect(items).toHaveLength(entriesMax);
  expect(items[0]?.id).toMatch(/a29$/);
});

test("Every bundled outlet is read whole at the end of the last day, in its own language.", async () => {
  now = Date.UTC(2025, 11, 23);
  for (const sample of loadAll()) {
    const feed = read(await poll(sample.id));
    expect(feed.problems, sample.id).toEqual([]);
    expect(feed.language).toBe(sample.lang);
    const newest = sample.articles.toReversed().slice(0, entriesMax);
    expect(feed.entries.map((entry) => [entry.link, entry.content])).toEqual(
      newest.map(({ url, versions }) => [url, versions.at(-1)?.text]),
    );
  }
});
