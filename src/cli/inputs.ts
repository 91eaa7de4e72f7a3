/** Story files and archives named on the command line, with one clear line for each thing that is wrong. */
import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Article, Instant } from "../core/article/article.ts";
import { readStory } from "../core/story/read.ts";
import type { Story } from "../core/story/story.ts";
import { nearest } from "../core/text/nearest.ts";
import { readArchive } from "../web/archive.ts";
import { type Io, UsageError } from "./command.ts";
import { complain } from "./say.ts";

const miB = 1024 * 1024;
const storyFolder = "config/stories";
/** A larger file is no archive of news articles. */
const fileBytesMax = 256 * miB;
/** A larger file is no story. */
const storyBytesMax = miB;

/** The story named by id or path; without a name the first of the configured ones. */
export function storyOf(name: string | null, root: string): Story {
  if (name !== null && /[\\/.]/.test(name)) return readStoryFile(resolve(name), name);
  const folder = join(root, storyFolder);
  const files = storyFilesIn(folder);
  if (files.length === 0)
    throw new UsageError(`There is no story in ${storyFolder}. Write one, or give --story a path.`);
  const wanted = name === null ? files[0] : files.find((file) => file.replace(/\.ya?ml$/, "") === name);
  if (!wanted) {
    const ids = files.map((file) => file.replace(/\.ya?ml$/, ""));
    const near = name ? nearest(name, ids) : null;
    throw new UsageError(
      `There is no story "${name}". ${near ? `Did you mean "${near}"?` : `Known: ${ids.join(", ")}; or give a path.`}`,
    );
  }
  return readStoryFile(join(folder, wanted), `${storyFolder}/${wanted}`);
}

function storyFilesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => /\.ya?ml$/.test(file))
      .sort();
  } catch {
    return [];
  }
}

function readStoryFile(path: string, name: string): Story {
  const text = new TextDecoder().decode(bytesOf(path, { called: name, kind: "story file", bytesMax: storyBytesMax }));
  const { story, problems } = readStory(text, relative(process.cwd(), path) || path);
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
  for (const { what, where } of problems.slice(0, problemsShown)) complain(io, where, what);
  if (problems.length > problemsShown) io.err(`… and ${problems.length - problemsShown} more problems.\n`);
  return { articles, problems: problems.length };
}

const problemsShown = 20;

type Wanted = { readonly called: string; readonly kind: string; readonly bytesMax: number };

/** A whole file, or a `UsageError` that says why not. A pipe or a device is read too, up to the same size. */
export function bytesOf(
  name: string,
  wanted: Wanted = { called: name, kind: "file", bytesMax: fileBytesMax },
): Uint8Array<ArrayBuffer> {
  try {
    return readBounded(resolve(name), wanted);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(whyNot((cause as NodeJS.ErrnoException).code ?? "", wanted));
  }
}

function whyNot(code: string, { called, kind }: Wanted): string {
  if (code === "EISDIR") return `${called} is a folder. Name the files in it.`;
  if (code === "EACCES" || code === "EPERM") return `${called} may not be read. Check its rights.`;
  if (["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP"].includes(code) || code.startsWith("ERR_INVALID"))
    return `There is no ${kind} ${called}. Check the path.`;
  return `${called} cannot be read (${code}). Try another file.`;
}

const chunkBytes = 4 * miB;

function readBounded(path: string, { called, bytesMax }: Wanted): Uint8Array<ArrayBuffer> {
  const file = openSync(path, "r");
  try {
    const chunks: Buffer[] = [];
    for (let total = 0; ; ) {
      const chunk = Buffer.allocUnsafe(chunkBytes);
      const bytes = readSync(file, chunk);
      if (bytes === 0) return new Uint8Array(Buffer.concat(chunks, total));
      total += bytes;
      if (total > bytesMax) throw new UsageError(`${called} is larger than ${bytesMax / miB} MiB. Split it.`);
      chunks.push(chunk.subarray(0, bytes));
    }
  } finally {
    closeSync(file);
  }
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
