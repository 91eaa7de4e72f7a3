/** What a command of the command line is, and how its words are read. */
import { parseArgs } from "node:util";

/** 0 done · 1 it ran and found a problem that it names · 2 wrong usage or configuration. */
export type ExitCode = 0 | 1 | 2;

export type Io = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly root: string;
};

export type OptionSpec = { readonly type: "string" | "boolean"; readonly hint: string; readonly about: string };

export type CliCommand = {
  readonly name: string;
  readonly about: string;
  /** An invocation to copy, first on the help page. */
  readonly example: string;
  readonly positionals: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  run(args: Args, io: Io): Promise<ExitCode>;
};

export type Args = {
  readonly positionals: readonly string[];
  text(name: string): string | null;
  flag(name: string): boolean;
};

/** Wrong usage: one line that says what and how to mend it. */
export class UsageError extends Error {
  readonly code = "usage";
}

/** The program cannot go on, though it was called rightly: one line that says what and how to mend it. */
export class StoppedError extends Error {
  readonly code = "stopped";
}

/** Reads the words after the command's name. Throws a `UsageError` for what the command does not know. */
export function readArgs(command: CliCommand, words: readonly string[]): Args {
  try {
    const options = Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }]));
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...options, help: { type: "boolean" } },
      allowPositionals: true,
    });
    const read = values as Readonly<Record<string, string | boolean | undefined>>;
    return {
      positionals,
      text: (name) => (typeof read[name] === "string" ? read[name] : null),
      flag: (name) => read[name] === true,
    };
  } catch (cause) {
    const reason = (cause as Error).message.split(". ")[0]!;
    throw new UsageError(`${reason}. See: parley ${command.name} --help`);
  }
}

/** For a command that takes options only. */
export function noPositionals({ name }: CliCommand, { positionals }: Args): void {
  if (positionals.length > 0) throw new UsageError(`${name} takes no "${positionals[0]}". See: parley ${name} --help`);
}

export function helpOf(command: CliCommand): string {
  const rows = Object.entries(command.options).map(
    ([name, { hint, about }]) => [`--${name}${hint ? ` ${hint}` : ""}`, about] as const,
  );
  const all = [...rows, ["--help", "this page"] as const];
  const width = Math.max(...all.map(([left]) => left.length));
  return [
    `parley ${command.name}${command.positionals ? ` ${command.positionals}` : ""}`,
    `  ${command.about}`,
    "",
    `  example: ${command.example}`,
    "",
    ...all.map(([left, about]) => `  ${left.padEnd(width)}  ${about}`),
    "",
  ].join("\n");
}
