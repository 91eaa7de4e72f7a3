/**
 * Reads the text of config/parley.yaml into settings, or says what is wrong, where, and how to mend it. Pure: it opens
 * no file and knows no environment (that is load.ts), and it never throws.
 */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { FeedSource } from "../src/core/feed/feed.ts";
import type { PollSettings } from "../src/core/feed/poll.ts";
import type { Role } from "../src/core/model/request.ts";
import type { Destination } from "../src/core/schedule/destination.ts";
import { dayMs, minuteMs } from "../src/core/schedule/zone.ts";
import { nearest } from "../src/core/text/nearest.ts";
import { keysAt, shape } from "./shape.ts";

export type Config = {
  readonly zone: string;
  /** As written: a path, or `:memory:`. */
  readonly store: string;
  /** Story files and folders as written, counted from the configuration file. */
  readonly stories: readonly string[];
  readonly polling: PollSettings & { readonly contact: string; readonly allowHosts: readonly string[] };
  /** How long is kept what nobody needs any more, in milliseconds. */
  readonly keep: { readonly textMs: number; readonly postMs: number };
  /** The place where an administrator reads of what needs a hand; null: the log and `status` only. */
  readonly alerts: string | null;
  readonly discord: {
    /** The server on which commands show at once; null offers them on all servers, which takes a while. */
    readonly developmentGuild: string | null;
  };
  readonly slack: {
    /** How Slack reaches us; null: as the tokens allow. */
    readonly mode: "socket" | "http" | null;
    /** Where requests are taken over HTTP. */
    readonly host: string;
    readonly port: number;
    /** After this without an answer to our pings, a socket is dead. */
    readonly clientPingTimeoutMs: number;
    /** Ids of people who manage every place, besides the workspace's admins and owners. */
    readonly managers: readonly string[];
  };
  /** A language model that helps with reading and wording; null for none. */
  readonly model: ModelSettings | null;
  readonly destinations: readonly Destination[];
  readonly feeds: readonly FeedSource[];
};

export type ModelSettings = {
  readonly baseUrl: string;
  /** As the server names it. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Money for a million tokens, in any currency: the cap is in the same. */
  readonly priceIn: number;
  readonly priceOut: number;
  /** Each for every workspace, and once more for reading articles, which all share. */
  readonly tokensPerDay: number;
  readonly moneyPerDay: number | null;
  readonly thinkingTokens: number;
};

export type ConfigProblem = {
  readonly file: string;
  /** From 1; null when the whole file, or something outside it, is meant. */
  readonly line: number | null;
  readonly what: string;
  readonly fix: string;
};

/** Problems that are told at once; the rest would hide them. */
export const problemsMax = 20;
/** A longer file is not a configuration. */
export const textLengthMax = 1_000_000;

/** One line for people: "config/parley.yaml:12: what. fix". */
export function showProblem({ file, line, what, fix }: ConfigProblem): string {
  return `${file}${line === null ? "" : `:${line}`}: ${what} ${fix}`;
}

/**
 * The settings, or null when there is any problem. `file` only names the file in problems; `zone` takes the place of
 * the file's own, but not of a destination's.
 */
export function readConfig(
  text: string,
  file: string,
  zone?: string,
): { readonly config: Config | null; readonly problems: readonly ConfigProblem[] } {
  if (text.length > textLengthMax) {
    const what = `The file is longer than ${textLengthMax} characters.`;
    return { config: null, problems: [{ file, line: null, what, fix: "Is it the right file?" }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (path: readonly PropertyKey[]): number | null => lineOf(document, lines, path);
  const broken = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    what: `This is not YAML: ${error.message}.`,
    fix: "Mend the line, or compare it with the file that came with Parley.",
  }));
  if (broken.length > 0) return { config: null, problems: broken.slice(0, problemsMax) };
  const read = shape.safeParse(plain(document));
  const has = (path: readonly PropertyKey[]): boolean => document.hasIn(path);
  const found = read.success ? crossChecks(read.data) : read.error.issues.flatMap((issue) => explain(issue, has));
  const problems = found.map(({ path, what, fix }) => ({ file, line: lineAt(path), what, fix }));
  if (!read.success || problems.length > 0) return { config: null, problems: problems.slice(0, problemsMax) };
  return { config: settle(zone ? { ...read.data, zone } : read.data), problems: [] };
}

type Shape = z.infer<typeof shape>;
type Finding = { readonly path: readonly PropertyKey[]; readonly what: string; readonly fix: string };

/** Aliases may multiply; the parser's own limit then throws. */
function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return null;
  }
}

function settle(read: Shape): Config {
  const { floorMinutes, ceilingMinutes, contact, allowHosts } = read.polling;
  return {
    zone: read.zone,
    store: read.store,
    stories: read.stories,
    polling: { floorMs: floorMinutes * minuteMs, ceilingMs: ceilingMinutes * minuteMs, contact, allowHosts },
    keep: { textMs: read.keep.textDays * dayMs, postMs: read.keep.postDays * dayMs },
    alerts: read.alerts,
    discord: read.discord,
    slack: read.slack,
    model: read.model,
    destinations: read.destinations.map(({ language, ...destination }) => ({
      ...destination,
      zone: destination.zone ?? read.zone,
      ...(language === "en" ? {} : { language }),
    })),
    feeds: read.feeds,
  };
}

function explain(issue: z.core.$ZodIssue, has: (path: readonly PropertyKey[]) => boolean): readonly Finding[] {
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(issue.path);
    return issue.keys.map((key) => {
      const near = nearest(key, known);
      const fix = near ? `Did you mean "${near}"?` : `The keys here are ${known.join(", ")}.`;
      return { path: [...issue.path, key], what: `There is no setting "${key}".`, fix };
    });
  }
  const name = issue.path.map(String).join(".") || "the file";
  const fix = issue.message.startsWith("Invalid input") ? `It must be ${expected(issue)}.` : issue.message;
  return [{ path: issue.path, what: `"${name}" is ${has(issue.path) ? "not right" : "missing"}.`, fix }];
}

function expected(issue: z.core.$ZodIssue): string {
  const kind = issue.code === "invalid_type" ? issue.expected : "valid";
  const kinds: Readonly<Record<string, string>> = { array: "a list", object: "a mapping", string: "a text" };
  return kinds[kind] ?? kind;
}

function crossChecks(read: Shape): readonly Finding[] {
  const findings: Finding[] = [];
  const unique = (list: "feeds" | "destinations", key: string, values: readonly string[]): void => {
    for (const [index, value] of values.entries()) {
      if (values.indexOf(value) === index) continue;
      findings.push({ path: [list, index, key], what: `"${value}" is there twice.`, fix: "Take one away." });
    }
  };
  unique(
    "feeds",
    "id",
    read.feeds.map((feed) => feed.id),
  );
  unique(
    "feeds",
    "url",
    read.feeds.map((feed) => feed.url),
  );
  unique(
    "destinations",
    "place",
    read.destinations.map(({ place, story }) => `${place} with ${story}`),
  );
  for (const [index, { language }] of read.destinations.entries()) {
    if (language === "en" || read.model?.roles.includes("writer")) continue;
    const what = `Nobody is there to tell lines in "${language}".`;
    findings.push({
      path: ["destinations", index, "language"],
      what,
      fix: "Set model with the role writer, or take this away.",
    });
  }
  if (read.polling.floorMinutes > read.polling.ceilingMinutes) {
    const what = "The floor is above the ceiling.";
    findings.push({ path: ["polling", "floorMinutes"], what, fix: "Lower floorMinutes or raise ceilingMinutes." });
  }
  return findings;
}

/** The line of the key or list item at a path, or of the nearest thing around it that exists. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const around: unknown = document.getIn(path.slice(0, length - 1), true);
    const name = path[length - 1];
    const key = isMap(around) ? around.items.find((pair) => isScalar(pair.key) && pair.key.value === name)?.key : null;
    const node: unknown = key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}
