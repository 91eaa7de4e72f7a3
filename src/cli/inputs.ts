/** Story files and archives named on the command line, with one clear line for each thing that is wrong. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Article, Instant } from "../core/article/article.ts";
import { readStory } from "../core/story/read.ts";
import type { Story } from "../core/story/story.ts";
import { nearest } from "../core/text/nearest.ts";
import { readArchive } from "../web/archive.ts";
import { type Io, UsageError } from "./command.ts";

const storyFolder = "config/stories";
/** A larger file is no archive of news articles. */
const fileBytesMax = 256 * 1024 * 1024;

/** The story named by id or path; without a name the first of the configured ones. */
export function storyOf(name: string | null, root: string): Story {
  const folder = join(root, storyFolder);
  const files = readdirSync(folder)
    .filter((file) => /\.ya?ml$/.test(file))
    .sort();
  const asPath = name !== null && /[\\/.]/.test(name) ? resolve(name) : null;
  if (asPath) return readStoryFile(asPath);
  const wanted = name === null ? files[0] : files.find((file) => file.replace(/\.ya?ml$/, "") === name);
  if (!wanted) {
    const ids = files.map((file) => file.replace(/\.ya?ml$/, ""));
    const near = name ? nearest(name, ids) : null;
    throw new UsageError(
      `There is no story "${name}". ${near ? `Did you mean "${near}"?` : `Known: ${ids.join(", ")}; or give a path.`}`,
    );
  }
  return readStoryFile(join(folder, wanted));
}

function readStoryFile(path: string): Story {
  if (!existsSync(path)) throw new UsageError(`There is no story file ${path}. Check the path.`);
  const { story, problems } = readStory(readFileSync(path, "utf8"), relative(process.cwd(), path) || path);
  if (story) return story;
  const first = problems[0]!;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  throw new UsageError(`${first.file}:${first.line}: ${first.what}. ${first.fix}${more}`);
}

/** The articles of the named files; problems go to standard error, one line each. */
export async function archiveOf(
  names: readonly string[],
  io: Io,
): Promise<{ articles: readonly Article[]; problems: number }> {
  if (names.length === 0) throw new UsageError("Name at least one FILE: JSON Lines of articles, or a feed document.");
  const files = names.map((name) => ({ name, bytes: bytesOf(name) }));
  const { articles, problems } = await readArchive(files);
  for (const { what, where } of problems.slice(0, problemsShown)) io.err(`${where}: ${what}\n`);
  if (problems.length > problemsShown) io.err(`… and ${problems.length - problemsShown} more problems.\n`);
  return { articles, problems: problems.length };
}

const problemsShown = 20;

export function bytesOf(name: string): Uint8Array<ArrayBuffer> {
  const path = resolve(name);
  if (!existsSync(path)) throw new UsageError(`There is no file ${name}. Check the path.`);
  const stat = statSync(path);
  if (stat.isDirectory()) throw new UsageError(`${name} is a folder. Name the files in it.`);
  if (stat.size > fileBytesMax)
    throw new UsageError(`${name} is larger than ${fileBytesMax / 1024 / 1024} MiB. Split it.`);
  return new Uint8Array(readFileSync(path));
}

/** An instant as people type it; a date alone means noon in UTC. */
export function instantOf(written: string, option: string): Instant {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(written.trim());
  const shape = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(written.trim());
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(written.trim());
  const instant = shape
    ? Date.parse(day ? `${written.trim()}T12:00:00Z` : zoned ? written.trim() : `${written.trim()}Z`)
    : Number.NaN;
  if (Number.isNaN(instant)) throw new UsageError(`${option}: "${written}" is no time. Write it as 2025-12-19T20:00Z.`);
  return instant;
}
