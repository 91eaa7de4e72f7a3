/** Times and what is made of them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const nowMs = (): number => performance.now();

/** Processor time of this thread: what a busy machine does beside does not count. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** By the clock on the wall, and by the processor time of this thread. */
export function timed<T>(work: () => T): { readonly ms: number; readonly cpuMs: number; readonly value: T } {
  const [began, spent] = [nowMs(), cpuMs()];
  const value = work();
  return { ms: nowMs() - began, cpuMs: cpuMs() - spent, value };
}

/** The value below which `part` of the values lie. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** One row of the table; `verdict` is empty when nothing was promised. */
export type Row = {
  readonly name: string;
  readonly value: string;
  readonly baseline: string;
  readonly target: string;
  readonly verdict: "met" | "short" | "";
  readonly runs: string;
};

export const row = (name: string, value: string, runs: string, rest: Partial<Row> = {}): Row => ({
  name,
  value,
  runs,
  baseline: "",
  target: "",
  verdict: "",
  ...rest,
});

export const atMost = (value: number, limit: number): "met" | "short" => (value <= limit ? "met" : "short");
export const ms = (value: number): string =>
  value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** What `npm start` gives to Node: the flags that keep a bot small belong to what is measured. */
export function startFlags(root: string): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: { start: string } };
  const words = scripts.start.split(" ");
  return words.slice(1, words.indexOf("src/main.ts"));
}
