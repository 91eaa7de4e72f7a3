/**
 * A child process that is killed with SIGKILL when it has come so far: after so many pieces of output, or after so many
 * changes of the files that it keeps. Progress decides, never a clock, so a slow machine is killed at the same places.
 */
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { mainFile } from "../cli/program.ts";

export type KillAt = { readonly by: "output" | "files"; readonly count: number };

export type Death = {
  readonly out: string;
  readonly err: string;
  /** Null when it was killed. */
  readonly code: number | null;
  readonly killed: boolean;
  readonly steps: Readonly<Record<KillAt["by"], number>>;
};

export type Victim = {
  readonly args: readonly string[];
  readonly main?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where it keeps its files. */
  readonly folder: string;
  /** Null lets it live. */
  readonly killAt: KillAt | null;
  /** Asked again and again; true ends it politely, with SIGTERM. */
  readonly isDone?: () => boolean;
};

/** A process that neither ends nor is ended by then hangs: far longer than one takes on a machine with much else to do. */
const lifeMsMax = 300_000;
const askEveryMs = 25;

export function live({ args, main = mainFile, env = {}, folder, killAt, isDone }: Victim): Promise<Death> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH, HOME, LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  const steps = { output: 0, files: 0 };
  let killed = false;
  let asked = false;
  const step = (by: KillAt["by"]) => {
    steps[by] += 1;
    if (killAt && steps[killAt.by] >= killAt.count && !killed) killed = child.kill("SIGKILL");
  };
  const ask = () => {
    if (!killed && !asked && isDone?.()) asked = child.kill("SIGTERM");
  };
  const asking = setInterval(ask, askEveryMs);
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
    step("output");
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.err += text;
  });
  const watcher = watch(folder, () => step("files"));
  const tooLong = setTimeout(() => {
    said.err += `It hung, and was killed after ${lifeMsMax / 1000} seconds.\n`;
    child.kill("SIGKILL");
  }, lifeMsMax);
  return new Promise((done) =>
    child.on("close", (code) => {
      clearTimeout(tooLong);
      clearInterval(asking);
      watcher.close();
      done({ ...said, steps, code, killed: killed && code === null });
    }),
  );
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Early deaths are more frequent than late ones, so that a run is killed several times before it ends.
 * @param most about as many steps as an undisturbed run takes
 */
export function deathBy(draw: () => number, most: Readonly<Record<KillAt["by"], number>>): KillAt {
  const by = draw() < 0.5 ? "output" : "files";
  return { by, count: 1 + Math.floor(most[by] * draw() ** 2) };
}
