/**
 * How long `parley start` needs until it asks its first feed, and how much memory it holds when it has nothing to do:
 * the real program in a process of its own, against a feed on loopback.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "../samples.ts";
import { atMost, median, megabytes, ms, nowMs, type Row, row } from "./clock.ts";

const runs = 3;
const idleMs = 5000;
/** Later the reader's thread has ended and the heap was tidied; one start is watched for so long. */
const restMs = 30_000;
/** A start that takes longer has failed. */
const startMsMax = 15_000;
const coldMsMax = 1000;
const idleBytesMax = 120e6;

type Start = { readonly coldMs: number; readonly bytes: number; readonly restBytes: number };

export async function startRows(): Promise<readonly Row[]> {
  if (!existsSync(join(root, "src/main.ts"))) return [row("cold start", "not there yet: src/main.ts", "")];
  const ours: Start[] = [];
  const bare: Start[] = [];
  for (let run = 0; run < runs; run++) {
    ours.push(
      await started(
        (folder) => ({ args: startArgs(), env: { PARLEY_CONFIG: join(folder, "parley.yaml") } }),
        run === runs - 1 ? restMs : idleMs,
      ),
    );
    bare.push(
      await started(
        (_, url) => ({ args: ["-e", `fetch(${JSON.stringify(url)}); setInterval(() => {}, 1e6)`], env: {} }),
        idleMs,
      ),
    );
  }
  const cold = median(ours.map((one) => one.coldMs));
  const idle = median(ours.map((one) => one.bytes));
  return [
    row("start to the first feed asked", ms(cold), `${runs} starts, median`, {
      baseline: `bare Node and fetch ${ms(median(bare.map((one) => one.coldMs)))}`,
      target: `≤ ${ms(coldMsMax)}`,
      verdict: atMost(cold, coldMsMax),
    }),
    row(`memory after ${idleMs / 1000} s idle`, megabytes(idle), `${runs} starts, median`, {
      baseline: `bare Node and fetch ${megabytes(median(bare.map((one) => one.bytes)))}`,
      target: `≤ ${megabytes(idleBytesMax)}`,
      verdict: atMost(idle, idleBytesMax),
    }),
    row(`memory after ${restMs / 1000} s idle`, megabytes(ours.at(-1)!.restBytes), "1 start"),
  ];
}

/** What `npm start` gives to Node: the flags that keep a bot small belong to what is measured. */
function startArgs(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: { start: string };
  };
  return scripts.start.split(" ").slice(1);
}

type Program = { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };

async function started(program: (folder: string, url: string) => Program, watchedMs: number): Promise<Start> {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(join(folder, "parley.yaml"), configFor(host, folder));
  const { args, env } = program(folder, `http://${host}/feed.xml`);
  const began = nowMs();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, LOG_LEVEL: "error" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (text: Buffer) => {
    complaint += text.toString();
  });
  try {
    const late = wait(startMsMax, "late", { ref: false });
    const first = await Promise.race([once(server, "request"), once(child, "exit").then(() => "exit"), late]);
    const coldMs = nowMs() - began;
    if (typeof first === "string") throw new Error(`The program asked nothing (${first}): ${complaint.trim()}`);
    await wait(idleMs);
    const bytes = residentBytes(child.pid!);
    await wait(watchedMs - idleMs);
    return { coldMs, bytes, restBytes: residentBytes(child.pid!) };
  } finally {
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resident memory of a process. */
function residentBytes(pid: number): number {
  const file = `/proc/${pid}/status`;
  const known = existsSync(file) ? /VmRSS:\s+(\d+) kB/.exec(readFileSync(file, "utf8"))?.[1] : undefined;
  return Number(known ?? execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).trim()) * 1024;
}

function configFor(host: string, folder: string): string {
  return [
    `store: ${join(folder, "parley.sqlite")}`,
    `stories: [${join(root, "config/stories/miami-talks.yaml")}]`,
    `polling: { contact: "https://parley.example/contact", allowHosts: ["${host}"] }`,
    `destinations: [{ place: "terminal:", story: miami-talks, schedule: "daily 08:00" }]`,
    `feeds: [{ id: bench, outlet: Bench, url: "http://${host}/feed.xml", lang: en }]`,
  ].join("\n");
}

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Bench</title><link>https://bench.example/</link><description>One entry</description><item><guid>1</guid><title>A harbour opens</title><link>https://bench.example/1</link><pubDate>Mon, 03 Mar 2025 06:00:00 GMT</pubDate><description>The harbour of Aldermoor opened on Monday.</description></item></channel></rss>`;
