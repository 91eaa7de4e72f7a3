/** The program as a child process, as a person or a script would call it. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Io } from "../../src/cli/command.ts";
import { run } from "../../src/cli/run.ts";

export const mainFile = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

const root = fileURLToPath(new URL("../..", import.meta.url));

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** A call that takes longer hangs. */
const callMsMax = 15_000;

export type Call = { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly input?: string };

/** Runs it to its end; nothing of the surrounding configuration gets in. */
export function parley(args: readonly string[], call: Call = {}): Promise<Ended> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [mainFile, ...args], {
    cwd: call.cwd ?? tmpdir(),
    env: { PATH, HOME, TZ: "Asia/Kathmandu", ...call.env },
    timeout: callMsMax,
    killSignal: "SIGKILL",
  });
  child.stdin.on("error", () => {});
  child.stdin.end(call.input ?? "");
  return Promise.all([textOf(child.stdout), textOf(child.stderr), closed(child)]).then(([out, err, code]) => ({
    code,
    out,
    err,
  }));
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function closed(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((done) => child.on("close", (code) => done(code)));
}

const streams = (): { readonly said: { out: string; err: string }; readonly io: Io } => {
  const said = { out: "", err: "" };
  const keep = (stream: "out" | "err") => (text: string) => {
    said[stream] += text;
  };
  return { said, io: { out: keep("out"), err: keep("err"), root } };
};

/** The same without a process of its own, which is a hundred times faster. */
export async function inProcess(args: readonly string[]): Promise<Ended> {
  const { said, io } = streams();
  const code = await run(args, io);
  return { code, ...said };
}

/** A folder of its own with the given files; a name that ends in `/` makes a folder. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly path: string;
  readonly remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), "parley-cli-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** One JSON object a line. */
export const lines = (...values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("");

/** What no output of a well-behaved program holds. */
export const stackTrace = /\n\s+at |node:internal|\.ts:\d+:\d+|TypeError|ReferenceError/;
