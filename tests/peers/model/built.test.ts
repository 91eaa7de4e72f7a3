/** The built bot as a process of its own, its model named in the configuration alone: it asks the peer, and shows no key. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../checkout/files.ts";
import { type FeedServer, openFeedServer } from "../../fakes/feed-server.ts";
import { key, openPeer, type Peer } from "./room.ts";

let [peer, feeds, folder]: [Peer, FeedServer, string] = [] as never;
const children: ChildProcess[] = [];

beforeAll(async () => {
  [peer, feeds, folder] = [await openPeer({}), await openFeedServer(), await mkdtemp(join(tmpdir(), "parley-model-"))];
  feeds.serves("/rss", `<rss version="2.0"><channel><title>Courier</title></channel></rss>`, {
    "content-type": "application/rss+xml",
  });
  await writeFile(join(folder, "key"), `${key}\n`);
  await writeFile(
    join(folder, "parley.yaml"),
    `stories: [${JSON.stringify(join(root, "tests/stories/grain-corridor.yaml"))}]
polling: { contact: "https://desk.example/bot", allowHosts: ["${feeds.host}"] }
model: { baseUrl: "${peer.baseUrl}", name: stand-in, priceIn: 1, moneyPerDay: 2 }
destinations: [{ place: "terminal:", story: grain-corridor, schedule: every 24h, quiet: silent, language: de }]
feeds: [{ id: courier, url: "${feeds.url("/rss")}", outlet: Courier }]
`,
  );
});
afterAll(async () => {
  for (const child of children) if (child.exitCode === null) child.kill("SIGKILL");
  await peer.stop();
  await feeds.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a command says until it ends, or until it says what is waited for. */
function said(words: readonly string[], until: RegExp | null): Promise<string> {
  const { PATH = "", HOME = "" } = process.env;
  const files = { PARLEY_CONFIG: join(folder, "parley.yaml"), PARLEY_STORE: join(folder, "parley.sqlite") };
  const child = spawn(process.execPath, ["src/main.ts", ...words], {
    cwd: root,
    env: { PATH, HOME, ...files, MODEL_API_KEY_FILE: join(folder, "key") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  return new Promise((resolve) => {
    let all = "";
    for (const channel of [child.stdout, child.stderr])
      channel.setEncoding("utf8").on("data", (text: string) => {
        all += text;
        if (until?.test(all)) child.kill("SIGTERM");
      });
    child.once("close", () => resolve(all));
  });
}

test("doctor names the model, what is sent where and that it answers, and not the key", async () => {
  const lines = await said(["doctor"], null);
  expect(lines).toContain(`stand-in at ${new URL(peer.baseUrl).host}, with a key`);
  expect(lines).toContain("writer: sends lines of digests and their quotes");
  expect(lines).toContain("it answers, and takes a schema as json_schema");
  expect(lines).toContain("lines in de where they pass");
  expect(lines).not.toContain(key);
});

test("start probes it once, with no text of anybody, and shows no key", async () => {
  peer.mock.clearRequests();
  const lines = await said(["start"], /The language model answers/);
  expect(lines).toContain("json_schema");
  expect(lines).not.toContain(key);
  const requests = peer.mock.getRequests();
  expect(requests).toHaveLength(1);
  expect(JSON.stringify(requests[0]?.body)).toContain("<data>\\n{}\\n</data>");
});
