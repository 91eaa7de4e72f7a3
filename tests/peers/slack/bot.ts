/** The built bot as a child process, configured by settings alone, with a store that already holds what it has to post. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OutboxRow, StoredDigest } from "../../../src/ports.ts";
import { mainFile } from "../../cli/program.ts";
import { withStore } from "../stores.ts";
import { appToken, botToken, type Front } from "./front.ts";
import { place } from "./people.ts";

export type House = {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
};

export type Child = {
  /** Resolves when the bot says that it runs, or after so long. */
  running(limitMs: number): Promise<void>;
  /** Everything on standard output and standard error so far. */
  said(): string;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<number | null>;
};

/** Far from any hour at which the tests run, and silent when nothing happened: only what is in the store is posted. */
const config = `zone: UTC
stories: [story.yaml]
polling: { contact: "https://desk.example/bot" }
destinations:
  - { place: "${place}", story: dock-talks, schedule: every 24h, quiet: silent }
feeds:
  - { id: quay, url: "http://127.0.0.1:9/rss", outlet: Quay Herald, lang: en }
`;

const story = `story: dock-talks
name: Dock talks
zone: UTC
words: [talks, strike]
actors:
  - { name: Orla Fenwick, side: dockers, aliases: [Fenwick], roles: [dockers' leader] }
`;

export async function openHouse(
  front: Front,
  holds: {
    /** More of the configuration. */
    readonly settings?: string;
    readonly rows?: readonly OutboxRow[];
    readonly digests?: readonly (readonly [StoredDigest, readonly OutboxRow[]])[];
  },
): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), "parley-slack-"));
  await writeFile(join(folder, "parley.yaml"), `${config}${holds.settings ?? ""}`);
  await writeFile(join(folder, "story.yaml"), story);
  const storePath = join(folder, "parley.sqlite");
  await withStore(storePath, async (store) => {
    for (const [digest, rows] of holds.digests ?? []) await store.saveDigest(digest, rows);
    await store.addMessages(holds.rows ?? []);
  });
  const { PATH = "", HOME = "" } = process.env;
  return {
    folder,
    env: {
      PATH,
      HOME,
      PARLEY_CONFIG: join(folder, "parley.yaml"),
      PARLEY_STORE: storePath,
      LOG_LEVEL: "info",
      SLACK_API_URL: front.api,
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export function startBot({ folder, env }: House, more: Readonly<Record<string, string>> = {}): Child {
  const child: ChildProcess = spawn(process.execPath, [mainFile, "start"], {
    cwd: folder,
    env: { ...env, ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const running = Promise.withResolvers<void>();
  const hear = (chunk: unknown) => {
    said += String(chunk);
    if (said.includes("Parley is running")) running.resolve();
  };
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", hear);
  return {
    running: (limitMs) => Promise.race([running.promise, new Promise<void>((resolve) => setTimeout(resolve, limitMs))]),
    said: () => said,
    kill: (signal) => void child.kill(signal),
    ended: new Promise((resolve) => child.on("close", (code) => resolve(code))),
  };
}
