#!/usr/bin/env node
/** The command line: finds the command, reads its words, and turns every outcome into one clear line and an exit code. */
import { enableCompileCache } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type CliCommand, type ExitCode, helpOf, type Io, readArgs, UsageError } from "./cli/command.ts";
import { nearest } from "./core/text/nearest.ts";

/** A command is loaded when it is called: the bot does not carry the others. */
const commands: Readonly<Record<string, () => Promise<CliCommand>>> = {
  start: async () => (await import("./cli/start.ts")).startCommand,
  demo: async () => (await import("./cli/demo.ts")).demoCommand,
  replay: async () => (await import("./cli/replay.ts")).replayCommand,
  match: async () => (await import("./cli/match.ts")).matchCommand,
  ask: async () => (await import("./cli/ask.ts")).askCommand,
  relate: async () => (await import("./cli/relate.ts")).relateCommand,
  feed: async () => (await import("./cli/feed.ts")).feedCommand,
  doctor: async () => (await import("./cli/doctor.ts")).doctorCommand,
};

async function usage(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  return [
    "parley COMMAND",
    "  Follows one negotiation through many feeds and tells what changed, with its sources.",
    "",
    "  example: parley demo",
    "",
    ...all.map((command) => `  ${command.name.padEnd(8)} ${command.about}`),
    "",
    "  parley COMMAND --help shows its options.",
    "",
  ].join("\n");
}

async function main(words: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (!name || name === "--help" || name === "-h" || name === "help") {
    (name ? io.out : io.err)(await usage());
    return name ? 0 : 2;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const near = nearest(name, Object.keys(commands));
    throw new UsageError(`There is no command "${name}". ${near ? `Did you mean "${near}"?` : "See: parley --help"}`);
  }
  const command = await load();
  if (rest.includes("--help")) {
    io.out(helpOf(command));
    return 0;
  }
  return command.run(readArgs(command, rest), io);
}

/** The one place where an error becomes words; a stack is for people who ask for it. */
function failed(cause: unknown): ExitCode {
  if (cause instanceof UsageError) {
    process.stderr.write(`parley: ${cause.message}\n`);
    return 2;
  }
  const error = cause instanceof Error ? cause : new Error(String(cause));
  process.stderr.write(`parley: something unexpected went wrong: ${error.message.split("\n")[0]}.\n`);
  return 1;
}

// A reader that goes away (`| head`) ends the writing, not with an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

// The second start does not compile what the first one did.
enableCompileCache();
const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const io: Io = { out: (text) => void process.stdout.write(text), err: (text) => void process.stderr.write(text), root };
process.exitCode = await main(process.argv.slice(2), io).catch(failed);
