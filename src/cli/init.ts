/**
 * `parley init`: five questions, then a configuration. Every answer is also a flag, so that it works without a keyboard.
 * It asks for no token, and replaces no file that it was not told to replace.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import type { Config } from "../../config/config.ts";
import { type Answers, type Draft, draftConfig } from "../../config/draft.ts";
import { peek } from "../store/sqlite/peek.ts";
import { type Args, type CliCommand, type ExitCode, type Io, noPositionals, UsageError } from "./command.ts";
import { lineOf, masked } from "./doctor/show.ts";
import { nextSteps } from "./init/next.ts";
import { type Question, questionsFor, readTimes } from "./init/questions.ts";
import { applicationFrom } from "./invite.ts";
import { faultsOf, settingsOf } from "./settings.ts";
import { postTests } from "./test-message.ts";

/** Asks a person; null where there is none. */
export type Asking = ((question: string) => Promise<string>) | null;

export const initCommand: CliCommand = {
  name: "init",
  about: "Asks five things, writes the configuration, and says what is left to do.",
  example: 'parley init --places "discord:123/456" --schedule "daily 08:00 in Europe/Kyiv" --force',
  positionals: "",
  options: {
    story: { type: "string", hint: "ID", about: "the story that is followed" },
    places: { type: "string", hint: "PLACES", about: "where digests are posted, with commas between" },
    schedule: { type: "string", hint: "TIMES", about: '"daily 08:00, 20:00", with or without "in ZONE"' },
    zone: { type: "string", hint: "ZONE", about: "the IANA zone, when the schedule names none" },
    "quiet-hours": { type: "string", hint: "HOURS", about: "22:00-07:00, or none" },
    alerts: { type: "string", hint: "PLACE", about: "where an administrator is told of what needs a hand, or none" },
    app: { type: "string", hint: "ID", about: "Discord's application id, for the invitation's link" },
    force: { type: "boolean", hint: "", about: "change the file that is there; the old one is kept beside it" },
    "dry-run": { type: "boolean", hint: "", about: "show what would be written, and write nothing" },
    test: { type: "boolean", hint: "", about: "post a test message where a token is set" },
  },
  run: async (args, io) => {
    noPositionals(initCommand, args);
    if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) return init(args, io, null);
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    // Ctrl-D and Ctrl-C end it, also in the middle of a question.
    lines.once("close", () => {
      io.err("\nNothing was written.\n");
      process.exit(1);
    });
    try {
      return await init(args, io, (question) => lines.question(question));
    } finally {
      lines.removeAllListeners("close");
      lines.close();
    }
  },
};

export async function init(args: Args, io: Io, asking: Asking): Promise<ExitCode> {
  const target = targetIn(io.root);
  const application = (secrets: Readonly<Record<string, string>>) => applicationFrom(args.text("app"), secrets);
  const { secrets } = target.loaded;
  application(secrets);
  const mayReplace = !target.exists || args.flag("force") || args.flag("dry-run");
  if (!mayReplace && asking === null)
    throw new UsageError(
      `${target.file} is there already. Give --force to change it (the old one is kept), --dry-run to look, or set PARLEY_CONFIG to another path.`,
    );
  const answers = await answersFrom(args, target, asking);
  const draft = draftConfig(target.base, answers, target.storiesFrom);
  if (!draft) throw new UsageError(`${target.file} is written in a way that init cannot change. Edit it by hand.`);
  io.out(`In ${target.file}, and everything else as it is:\n\n${draft.changed}\n`);
  if (args.flag("dry-run")) return 0;
  if (!mayReplace && !(await isAgreed(asking, target.file))) {
    io.out("Nothing was written.\n");
    return 0;
  }
  write(target, draft, io);
  io.out(nextSteps({ places: answers.places, set: Object.keys(secrets), application: application(secrets) }));
  return args.flag("test") ? test(io, answers.places) : 0;
}

type Target = {
  readonly path: string;
  readonly file: string;
  readonly exists: boolean;
  /** The text that is changed: the file's own, or that of the one that came with Parley. */
  readonly base: string;
  readonly config: Config;
  readonly storiesFrom: readonly string[] | null;
  readonly storyIds: readonly string[];
  readonly loaded: ReturnType<typeof faultsOf>["loaded"];
};

function targetIn(root: string): Target {
  const { loaded, ...here } = faultsOf(root);
  const path = resolve(root, loaded.file);
  const exists = existsSync(path);
  const source = exists ? { loaded, ...here } : faultsOf(root, {});
  const { config } = source.loaded;
  if (!config) throw new UsageError(`${source.faults[0] ?? `${source.loaded.file} cannot be used.`}`);
  const from = resolve(root, source.loaded.file);
  const moved = config.stories.map((one) => relative(dirname(path), resolve(dirname(from), one)) || ".");
  return {
    path,
    file: loaded.file,
    exists,
    base: readFileSync(from, "utf8"),
    config,
    storiesFrom: exists ? null : moved,
    storyIds: source.stories.map(({ id }) => id),
    loaded,
  };
}

async function answersFrom(args: Args, { config, storyIds }: Target, asking: Asking): Promise<Answers> {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = args.text("zone") ?? (asking !== null && config.zone === "UTC" ? own : config.zone);
  if ("problem" in readTimes("daily 08:00", zone))
    throw new UsageError("--zone: Use an IANA zone such as UTC or Europe/Kyiv.");
  let answers: Answers = { story: "", places: [], schedule: "", zone, quietHours: null, alerts: null };
  for (const question of questionsFor(storyIds, zone)) {
    const given = args.text(question.name);
    answers = { ...answers, ...(given === null && asking ? await ask(question, asking) : readGiven(question, given)) };
  }
  return answers;
}

function readGiven(question: Question, given: string | null): Partial<Answers> {
  const reading = question.read((given ?? question.usual).trim());
  if ("problem" in reading) throw new UsageError(`--${question.name}: ${reading.problem}`);
  return reading;
}

/** More wrong answers than this, and somebody should read first. */
const triesMax = 5;

async function ask(question: Question, asking: NonNullable<Asking>): Promise<Partial<Answers>> {
  let problem = "";
  for (let tries = 0; tries < triesMax; tries += 1) {
    const typed = (await asking(`${problem}${question.ask} [${question.usual}]: `)).trim();
    const reading = question.read(typed === "" ? question.usual : typed);
    if (!("problem" in reading)) return reading;
    problem = `${reading.problem}\n`;
  }
  throw new UsageError(`--${question.name}: ${problem.trim()}`);
}

async function isAgreed(asking: Asking, file: string): Promise<boolean> {
  return asking !== null && /^y(?:es)?$/i.test((await asking(`Change ${file}? (yes/no) [no]: `)).trim());
}

function write({ path, file, exists }: Target, draft: Draft, io: Io): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (exists) copyFileSync(path, `${path}.before`);
    writeFileSync(`${path}.new`, draft.text);
    renameSync(`${path}.new`, path);
  } catch (cause) {
    throw new UsageError(
      `${file} cannot be written (${(cause as NodeJS.ErrnoException).code}). Check the folder's rights.`,
    );
  }
  io.out(`Written to ${file}${exists ? `; the old one is ${file}.before` : ""}.\n\n`);
}

/** The bot has not run with this configuration, so nothing but its tokens is known. */
async function test(io: Io, places: readonly string[]): Promise<ExitCode> {
  const { loaded, config } = settingsOf(io.root);
  const clock = { now: () => Date.now() };
  const log = { info() {}, warn() {}, error() {} };
  const opening = await peek(loaded.storePath);
  const installation = async (id: string) => (opening.kind === "open" ? opening.kept.installation(id) : null);
  const tests = await postTests({ loaded, config, places, installation, clock, log });
  if (opening.kind === "open") await opening.kept.close();
  for (const one of tests) io.out(lineOf(masked(one, Object.values(loaded.secrets))));
  return tests.every(({ ok }) => ok) ? 0 : 1;
}
