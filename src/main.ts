#!/usr/bin/env node
/** The command line: finds the command, reads its words, and turns every outcome into one clear line and an exit code. */
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { askCommand } from "./cli/ask.ts";
import { type CliCommand, type ExitCode, helpOf, type Io, readArgs, UsageError } from "./cli/command.ts";
import { demoCommand } from "./cli/demo.ts";
import { doctorCommand } from "./cli/doctor.ts";
import { feedCommand } from "./cli/feed.ts";
import { matchCommand } from "./cli/match.ts";
import { relateCommand } from "./cli/relate.ts";
import { replayCommand } from "./cli/replay.ts";
import { startCommand } from "./cli/start.ts";
import { nearest } from "./core/text/nearest.ts";

const commands: readonly CliCommand[] = [
  startCommand,
  demoCommand,
  replayCommand,
  matchCommand,
  askCommand,
  relateCommand,
  feedCommand,
  doctorCommand,
];

const usage = [
  "parley COMMAND",
  "  Follows one negotiation through many feeds and tells what changed, with its sources.",
  "",
  "  example: parley demo",
  "",
  ...commands.map((command) => `  ${command.name.padEnd(8)} ${command.about}`),
  "",
  "  parley COMMAND --help shows its options.",
  "",
].join("\n");

async function main(words: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (!name || name === "--help" || name === "-h" || name === "help") {
    (name ? io.out : io.err)(usage);
    return name ? 0 : 2;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const near = nearest(
      name,
      commands.map((one) => one.name),
    );
    throw new UsageError(`There is no command "${name}". ${near ? `Did you mean "${near}"?` : "See: parley --help"}`);
  }
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

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const io: Io = { out: (text) => void process.stdout.write(text), err: (text) => void process.stderr.write(text), root };
process.exitCode = await main(process.argv.slice(2), io).catch(failed);
