import { expect, test } from "vitest";
import { openFeeds } from "../../src/web/feeds.ts";
import { feedsContract, oneEntry } from "../contracts/feeds.contract.ts";
import { openFeedServer } from "../fakes/feed-server.ts";

const clock = { now: () => Date.parse("2025-06-10T12:00:00Z") };
const none = { etag: null, lastModified: null, bodyHash: null };
const open = (allowedHost: string) =>
  openFeeds({
    contact: "https://parley.example/about",
    allowedHosts: [allowedHost],
    clock,
    limits: { exchangeMs: 500, hostGapMs: 0 },
  });

feedsContract("The web", open);

test("It says who it is, what it takes, and sends no cookies or passwords.", async () => {
  const server = await openFeedServer();
  const feeds = open(server.host);
  server.serves("/a", oneEntry("Sailing"), { "set-cookie": "a=b" });
  const url = server.url("/a").replace("http://", "http://user:secret@");
  await feeds.poll({ id: "a", url }, none);
  await feeds.poll({ id: "a", url }, none);
  for (const { headers } of server.asked) {
    expect(headers["user-agent"]).toBe("Parley/0.1 (feed reader; +https://parley.example/about)");
    expect(headers["accept-encoding"]).toBe("gzip, br");
    expect(headers["accept"]).toContain("application/atom+xml");
    expect(headers).not.toHaveProperty("cookie");
    expect(headers).not.toHaveProperty("authorization");
  }
  expect(server.asked).toHaveLength(2);
  await feeds.close();
  await server.close();
});

test("Expires: 0 means that validators are not to be trusted.", async () => {
  const server = await openFeedServer();
  const feeds = open(server.host);
  server.serves("/a", oneEntry("Sailing"), { expires: "0", etag: '"1"', "last-modified": "x" });
  const answer = await feeds.poll({ id: "a", url: server.url("/a") }, none);
  expect(answer).toMatchObject({ kind: "read", validators: { etag: null, lastModified: null } });
  await feeds.close();
  await server.close();
});

test("After close a poll is answered, not thrown.", async () => {
  const feeds = open("127.0.0.1:1");
  await feeds.close();
  expect(await feeds.poll({ id: "a", url: "http://127.0.0.1:1/" }, none)).toMatchObject({ kind: "failed" });
});
