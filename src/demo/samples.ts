/**
 * Reads the sample feeds of the demo, one YAML file an outlet, into typed values. It never throws for what a file says:
 * what is wrong becomes a problem with its place, and an article that cannot be read is left out. It does not know how
 * a feed is written, nor what the articles are about.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Instant } from "../core/article/article.ts";
import type { FeedSource, Problem } from "../core/feed/feed.ts";

export const formats = ["rss", "atom", "json"] as const;
export type Format = (typeof formats)[number];

/** What an article said from `at` on, until its next version. */
export type SampleVersion = { readonly at: Instant; readonly title: string; readonly text: string };

export type SampleArticle = {
  /** Unique within its outlet; the last part of its link. */
  readonly id: string;
  readonly url: string;
  readonly published: Instant;
  /** Oldest first; the first is the one that was published. */
  readonly versions: readonly [SampleVersion, ...SampleVersion[]];
  /** What the article is there to show. */
  readonly cases: readonly string[];
};

export type Sample = Pick<FeedSource, "id" | "lang" | "owner" | "country" | "stateRun"> & {
  readonly title: string;
  readonly about: string;
  readonly domain: string;
  readonly format: Format;
  /** Oldest first. */
  readonly articles: readonly SampleArticle[];
};

/** A longer list is not a sample. */
export const articlesMax = 200;

/** Every `.yaml` file of a folder, by name. Throws only when the folder itself cannot be read. */
export function loadSamples(folder: string): {
  readonly samples: readonly Sample[];
  readonly problems: readonly Problem[];
} {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const read = names.sort().map((name) => readSample(readFileSync(join(folder, name), "utf8"), name));
  return {
    samples: read.flatMap(({ sample }) => (sample ? [sample] : [])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** One outlet's file; `file` only names it in problems. The sample is null when the outlet itself cannot be read. */
export function readSample(
  yaml: string,
  file: string,
): { readonly sample: Sample | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const root = fieldsOf(parsed(yaml, file, problems), file, problems);
  if (!root) return { sample: null, problems };
  const domain = root.words("domain");
  const listed = root.items("articles", articlesMax);
  const articles = listed.flatMap((item, at) => articleOf(item, domain, `${file}: articles[${at}]`, problems));
  const ids = articles.map(({ id }) => id);
  for (const id of ids.filter((one, at) => ids.indexOf(one) !== at))
    problems.push({ what: `The article "${id}" is there twice.`, where: file });
  const format = formats.find((one) => one === root.words("format"));
  if (!format) problems.push({ what: `"format" must be one of ${formats.join(", ")}.`, where: file });
  const sample = {
    id: root.words("id"),
    title: root.words("title"),
    about: root.words("about"),
    domain,
    lang: root.words("lang"),
    owner: root.wordsOrNull("owner"),
    country: root.wordsOrNull("country"),
    stateRun: root.flag("stateRun"),
    articles: articles.sort((a, b) => a.published - b.published),
  };
  return { sample: format && sample.id !== "" ? { ...sample, format } : null, problems };
}

function articleOf(item: unknown, domain: string, where: string, problems: Problem[]): readonly SampleArticle[] {
  const before = problems.length;
  const fields = fieldsOf(item, where, problems);
  if (!fields) return [];
  const id = fields.words("id");
  const published = fields.instant("published");
  const first: SampleVersion = { at: published, title: fields.words("title"), text: fields.words("text") };
  const later = "revisions" in fields.given ? fields.items("revisions", articlesMax) : [];
  const cases = "case" in fields.given ? fields.items("case", articlesMax).map(String) : [];
  const versions: [SampleVersion, ...SampleVersion[]] = [first];
  for (const [at, revision] of later.entries()) {
    const next = revisionOf(revision, versions.at(-1) ?? first, `${where}.revisions[${at}]`, problems);
    if (next) versions.push(next);
  }
  if (problems.length > before) return [];
  const [year, month, day] = new Date(published).toISOString().slice(0, 10).split("-");
  return [{ id, url: `https://${domain}/${year}/${month}/${day}/${id}`, published, versions, cases }];
}

function revisionOf(item: unknown, last: SampleVersion, where: string, problems: Problem[]): SampleVersion | null {
  const fields = fieldsOf(item, where, problems);
  if (!fields) return null;
  const at = fields.instant("updated");
  if (at <= last.at) problems.push({ what: `"updated" is not later than the version before.`, where });
  return { at, title: "title" in fields.given ? fields.words("title") : last.title, text: fields.words("text") };
}

function parsed(yaml: string, file: string, problems: Problem[]): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    problems.push({ what: `This is not YAML: ${error instanceof Error ? error.message : error}`, where: file });
    return undefined;
  }
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Typed access to one mapping; what is missing or of a wrong kind becomes a problem and an empty value. */
function fieldsOf(value: unknown, where: string, problems: Problem[]) {
  if (!isFields(value)) {
    if (value !== undefined || problems.length === 0) problems.push({ what: "A mapping is expected here.", where });
    return null;
  }
  const wrong = (key: string, expected: string): void => {
    problems.push({ what: `"${key}" must be ${expected}.`, where });
  };
  const words = (key: string): string => {
    const found = value[key];
    if (typeof found === "string" && found.trim() !== "") return found.trim();
    wrong(key, "a text");
    return "";
  };
  return {
    given: value,
    words,
    wordsOrNull: (key: string): string | null => (value[key] === null ? null : words(key)),
    flag: (key: string): boolean => {
      if (typeof value[key] !== "boolean") wrong(key, "true or false");
      return value[key] === true;
    },
    instant: (key: string): Instant => {
      const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(value[key]))
        ? Date.parse(String(value[key]))
        : Number.NaN;
      if (Number.isNaN(at)) wrong(key, 'a time in UTC such as "2025-01-31T08:00:00Z"');
      return Number.isNaN(at) ? 0 : at;
    },
    items: (key: string, max: number): readonly unknown[] => {
      const found: unknown = value[key];
      if (!Array.isArray(found) || found.length > max) wrong(key, `a list of at most ${max} items`);
      return Array.isArray(found) ? found.slice(0, max) : [];
    },
  };
}
