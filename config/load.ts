/**
 * Files and environment, read once, at the start. This is the only place that knows `process.env` and where the
 * configuration lies. It opens no network and prints nothing.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { nearest } from "../src/core/text/nearest.ts";
import { type LogLevel, logLevels } from "../src/log.ts";
import { type Config, type ConfigProblem, readConfig } from "./config.ts";
import { zone as zoneShape } from "./shape.ts";

/** Every variable that Parley reads, and what it is for. */
export const environment = {
  PARLEY_CONFIG: "path of the configuration file; config/parley.yaml without it",
  PARLEY_STORE: "path of the SQLite file, in place of `store`",
  PARLEY_ZONE: "IANA zone, in place of `zone`",
  LOG_LEVEL: `how much is logged: ${logLevels.join(", ")}`,
  NO_COLOR: "set to anything: no colour on the terminal",
  DISCORD_TOKEN: "the bot's token: turns Discord on",
  DISCORD_TOKEN_FILE: "a file that holds the token, in place of DISCORD_TOKEN",
  DISCORD_API_URL: "another address than Discord's own, on this machine only: for tests",
  SLACK_BOT_TOKEN: "the app's bot token; with SLACK_APP_TOKEN it turns Slack on for one workspace",
  SLACK_BOT_TOKEN_FILE: "a file that holds it",
  SLACK_APP_TOKEN: "the app-level token of Socket Mode",
  SLACK_APP_TOKEN_FILE: "a file that holds it",
  SLACK_SIGNING_SECRET: "what Slack signs its requests with; with the next three it turns Slack on for many workspaces",
  SLACK_SIGNING_SECRET_FILE: "a file that holds it",
  SLACK_CLIENT_ID: "the app's client id",
  SLACK_CLIENT_ID_FILE: "a file that holds it",
  SLACK_CLIENT_SECRET: "the app's client secret; installations are sealed with it",
  SLACK_CLIENT_SECRET_FILE: "a file that holds it",
  SLACK_STATE_SECRET: "a long random text of your own, against forged installations",
  SLACK_STATE_SECRET_FILE: "a file that holds it",
  MODEL_API_KEY: "the key of the language model that `model` describes; servers of your own often want none",
  MODEL_API_KEY_FILE: "a file that holds it",
  SLACK_API_URL: "another address than Slack's own, on this machine only: for tests",
  SLACK_AUTHORIZE_URL: "another page than Slack's own to agree to an installation, on this machine only: for tests",
} as const;

/** Values that are never shown; each may also be given as a file, `NAME_FILE`. */
export const secretVariables = [
  "DISCORD_TOKEN",
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_CLIENT_ID",
  "SLACK_CLIENT_SECRET",
  "SLACK_STATE_SECRET",
  "MODEL_API_KEY",
] as const;

/** Addresses of the chats' interfaces. A token must not go anywhere else, so only this machine is allowed. */
const addressVariables = ["DISCORD_API_URL", "SLACK_API_URL", "SLACK_AUTHORIZE_URL"] as const;

/** The files of this machine. Both throw when there is nothing at the path. */
export type Files = { read(path: string): string; list(path: string): readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

export type Loaded = {
  /** Null when there is any problem. */
  readonly config: Config | null;
  readonly file: string;
  /** The store's absolute path, or `:memory:`. */
  readonly storePath: string;
  /** Story files in the order of their names, with a path to show. */
  readonly stories: readonly { readonly file: string; readonly text: string }[];
  readonly problems: readonly ConfigProblem[];
  /** Values that must never be shown, by the name of their variable. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Other addresses of the chats, by the name of their variable. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly logLevel: LogLevel;
  readonly color: boolean;
};

const defaultFile = "config/parley.yaml";
/** A folder with more story files than this is the wrong folder. */
const storyFilesMax = 100;

export const disk: Files = {
  read: (path) => readFileSync(path, "utf8"),
  list: (path) => readdirSync(path),
};

/**
 * Reads everything that starts Parley. `root` is the folder that relative paths in the environment are counted from,
 * normally the checkout; `secretNames` are variables that may also be given as a file, `NAME_FILE`. Never throws:
 * what cannot be read is a problem with its fix.
 */
export function loadConfig({
  root,
  env = process.env,
  files = disk,
  secretNames = secretVariables,
}: {
  readonly root: string;
  readonly env?: Environment;
  readonly files?: Files;
  readonly secretNames?: readonly string[];
}): Loaded {
  const problems: ConfigProblem[] = [];
  const path = resolve(root, env["PARLEY_CONFIG"] || defaultFile);
  const file = relative(root, path);
  const text = attempt(() => files.read(path));
  if (text === null) problems.push(unreadable(file, "Set PARLEY_CONFIG, or restore the file."));
  const zone = readZone(env, problems);
  const read = text === null ? { config: null, problems: [] } : readConfig(text, file, zone);
  problems.push(...read.problems);
  const level = readLevel(env, problems);
  const secrets = readSecrets(secretNames, root, env, files, problems);
  const addresses = readAddresses(env, problems);
  const config = read.config && { ...read.config, store: env["PARLEY_STORE"] || read.config.store };
  const stories = config ? readStories(config, dirname(path), root, files, problems) : [];
  const store = config?.store ?? ":memory:";
  return {
    config: problems.length === 0 ? config : null,
    file,
    storePath: store === ":memory:" ? store : resolve(env["PARLEY_STORE"] ? root : dirname(dirname(path)), store),
    stories,
    problems,
    secrets,
    addresses,
    logLevel: level,
    color: !env["NO_COLOR"],
  };
}

function readZone(env: Environment, problems: ConfigProblem[]): string | undefined {
  const asked = env["PARLEY_ZONE"] || undefined;
  const checked = zoneShape.optional().safeParse(asked);
  if (checked.success) return checked.data;
  problems.push(outside("PARLEY_ZONE", `"${asked}" is no zone.`, checked.error.issues[0]?.message ?? ""));
  return undefined;
}

function readLevel(env: Environment, problems: ConfigProblem[]): LogLevel {
  const asked = env["LOG_LEVEL"] || "info";
  const level = logLevels.find((known) => known === asked);
  if (level) return level;
  const near = nearest(asked, logLevels);
  const fix = near ? `Did you mean "${near}"?` : `Use ${logLevels.join(", ")}.`;
  problems.push(outside("LOG_LEVEL", `"${asked}" is no level.`, fix));
  return "info";
}

/** Story texts in the order of the configuration, a folder's files by name. What they mean is read elsewhere. */
function readStories(
  config: Config,
  base: string,
  root: string,
  files: Files,
  problems: ConfigProblem[],
): Loaded["stories"] {
  const paths = config.stories.flatMap((entry) => {
    const path = resolve(base, entry);
    const names = attempt(() => files.list(path)) ?? [];
    const inside = names.filter((name) => /\.ya?ml$/.test(name)).sort();
    return inside.length > 0 ? inside.map((name) => join(path, name)) : [path];
  });
  return [...new Set(paths)].slice(0, storyFilesMax).flatMap((path) => {
    const file = relative(root, path);
    const text = attempt(() => files.read(path));
    if (text !== null) return [{ file, text }];
    problems.push(unreadable(file, "Correct `stories`: it names story files, or folders that hold some."));
    return [];
  });
}

function readSecrets(
  names: readonly string[],
  root: string,
  env: Environment,
  files: Files,
  problems: ConfigProblem[],
): Readonly<Record<string, string>> {
  const secrets: Record<string, string> = {};
  for (const name of names) {
    const path = env[`${name}_FILE`];
    const value = env[name] || (path ? attempt(() => files.read(resolve(root, path))) : "");
    if (value === null)
      problems.push(outside(`${name}_FILE`, "The file cannot be read.", "Check its path and rights."));
    else if (value.trim() !== "") secrets[name] = value.trim();
  }
  return secrets;
}

const loopback = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]|localhost)$/;

function readAddresses(env: Environment, problems: ConfigProblem[]): Readonly<Record<string, string>> {
  const addresses: Record<string, string> = {};
  for (const name of addressVariables) {
    const asked = env[name];
    if (!asked) continue;
    const url = URL.parse(asked);
    if (url && /^https?:$/.test(url.protocol) && loopback.test(url.hostname)) addresses[name] = asked;
    else problems.push(outside(name, "The address is not on this machine.", "Use http://127.0.0.1:PORT, or unset it."));
  }
  return addresses;
}

const outside = (file: string, what: string, fix: string): ConfigProblem => ({ file, line: null, what, fix });
const unreadable = (file: string, fix: string): ConfigProblem => outside(file, "The file cannot be read.", fix);

function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
