/** The built bot as a process of its own: configured by settings alone, with a feed on this machine and a store in a folder. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../checkout/files.ts";
import { type FeedServer, openFeedServer } from "../../fakes/feed-server.ts";
import { type Stage, token } from "./stage.ts";

export type Life = {
  /** Everything that it wrote, on both channels. */
  said(): string;
  /** Ends it; with SIGTERM it may say goodbye. Resolves with its exit code, null when it was killed. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
  readonly ended: Promise<number | null>;
};

export type Built = {
  readonly storePath: string;
  live(env?: Readonly<Record<string, string>>): Life;
  close(): Promise<void>;
};

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><link>https://courier.example/</link>
<description>Trade news</description></channel></rss>`;

/** `places` follow the grain corridor; the token comes as a file, as a container would have it. */
export async function buildBot({ rest }: Stage, places: readonly string[], alerts: string | null): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), "parley-built-"));
  const feeds = await openFeedServer();
  feeds.serves("/rss", feed, { "content-type": "application/rss+xml" });
  await writeFile(join(folder, "parley.yaml"), settings(feeds, places, alerts));
  await writeFile(join(folder, "token"), `${token}\n`);
  const storePath = join(folder, "parley.sqlite");
  const children: ChildProcess[] = [];
  return {
    storePath,
    live: (env = {}) => {
      const { PATH = "", HOME = "" } = process.env;
      const child = spawn(process.execPath, ["src/main.ts", "start"], {
        cwd: root,
        env: {
          ...{ PATH, HOME, LOG_LEVEL: "info" },
          ...{ PARLEY_CONFIG: join(folder, "parley.yaml"), PARLEY_STORE: storePath },
          ...{ DISCORD_TOKEN_FILE: join(folder, "token"), DISCORD_API_URL: rest.url },
          ...env,
        },
        stdio: ["ignore", "pipe", "pipe"],
      });
      children.push(child);
      return lifeOf(child);
    },
    close: async () => {
      for (const child of children) if (child.exitCode === null) child.kill("SIGKILL");
      await feeds.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function lifeOf(child: ChildProcess): Life {
  let said = "";
  for (const channel of [child.stdout, child.stderr])
    channel?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  return {
    said: () => said,
    ended,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

const settings = (feeds: FeedServer, places: readonly string[], alerts: string | null): string => `
zone: UTC
stories: [${JSON.stringify(join(root, "tests/stories/grain-corridor.yaml"))}]
polling: { contact: "https://desk.example/bot", allowHosts: ["${feeds.host}"] }
${alerts === null ? "" : `alerts: "${alerts}"`}
destinations:
${places.map((place) => `  - { place: "${place}", story: grain-corridor, schedule: daily 08:00 }`).join("\n")}
feeds:
  - { id: courier, url: "${feeds.url("/rss")}", outlet: Courier }
`;
