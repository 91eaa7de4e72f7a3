/** From the words of a command line to its command, and from every outcome to one clear line and an exit code. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "../core/text/nearest.ts";
import { type CliCommand, type ExitCode, helpOf, type Io, readArgs, UsageError } from "./command.ts";
import { complain } from "./say.ts";

/** A command is loaded when it is called: the bot does not carry the others. */
const commands: Readonly<Record<string, () => Promise<CliCommand>>> = {
  start: async () => (await import("./start.ts")).startCommand,
  demo: async () => (await import("./demo.ts")).demoCommand,
  replay: async () => (await import("./replay.ts")).replayCommand,
  match: async () => (await import("./match.ts")).matchCommand,
  ask: async () => (await import("./ask.ts")).askCommand,
  relate: async () => (await import("./relate.ts")).relateCommand,
  feed: async () => (await import("./feed.ts")).feedCommand,
  init: async () => (await import("./init.ts")).initCommand,
  doctor: async () => (await import("./doctor.ts")).doctorCommand,
  invite: async () => (await import("./invite.ts")).inviteCommand,
  manifest: async () => (await import("./manifest.ts")).manifestCommand,
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

/** Runs what the words say. It never throws: what goes wrong is one line on standard error and an exit code. */
export function run(words: readonly string[], io: Io): Promise<ExitCode> {
  return dispatch(words, io).catch((cause: unknown) => failed(cause, io));
}

async function dispatch(words: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = words[0] === "help" && words[1] ? [words[1], "--help"] : words;
  if (!name || name === "help" || asksForHelp([name])) {
    (name ? io.out : io.err)(await usage());
    return name ? 0 : 2;
  }
  if (name === "--version" || name === "-v") {
    io.out(`parley ${versionIn(io.root)}\n`);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const near = nearest(name, Object.keys(commands));
    throw new UsageError(`There is no command "${name}". ${near ? `Did you mean "${near}"?` : "See: parley --help"}`);
  }
  const command = await load();
  if (asksForHelp(rest)) {
    io.out(helpOf(command));
    return 0;
  }
  return command.run(readArgs(command, rest), io);
}

function versionIn(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { readonly version: string }).version;
}

/** Before `--`, behind which everything is a name. */
const asksForHelp = (words: readonly string[]) =>
  words
    .slice(0, words.includes("--") ? words.indexOf("--") : undefined)
    .some((word) => word === "--help" || word === "-h");

/** The one place where an error becomes words. */
export function failed(cause: unknown, io: Io): ExitCode {
  if (cause instanceof UsageError) {
    complain(io, "parley", cause.message);
    return 2;
  }
  const error = cause instanceof Error ? cause : new Error(String(cause));
  complain(io, "parley", `something unexpected went wrong: ${error.message.split("\n")[0]}.`);
  return 1;
}
