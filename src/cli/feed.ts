/** `parley feed`: what Parley reads in a feed, and every problem it met. */

import { loadConfig } from "../../config/load.ts";
import type { ParsedFeed } from "../core/feed/feed.ts";
import { feedJson } from "../web/feed-json.ts";
import { openFeeds } from "../web/feeds.ts";
import { openReader } from "../web/reader.ts";
import { type CliCommand, type Io, UsageError } from "./command.ts";
import { bytesOf } from "./inputs.ts";
import { complain, jsonText, oneLine } from "./say.ts";

const entriesShown = 10;

export const feedCommand: CliCommand = {
  name: "feed",
  about: "Shows what Parley reads in a feed document, and every problem it met.",
  example: "parley feed https://outlet.example/rss.xml",
  positionals: "FILE|URL",
  options: { json: { type: "boolean", hint: "", about: "print JSON and nothing else" } },
  async run(args, io) {
    const [name, ...more] = args.positionals;
    if (!name || more.length > 0) throw new UsageError("Name one FILE or URL. See: parley feed --help");
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name) && !/^https?:/i.test(name))
      throw new UsageError(`${name}: only addresses that begin with https:// or http:// are read.`);
    const read = /^https?:\/\//i.test(name) ? await fromUrl(name, io) : await fromFile(name);
    if (typeof read === "string") {
      complain(io, name, read);
      return 1;
    }
    io.out(args.flag("json") ? jsonText(feedJson(read)) : drawn(read));
    for (const { what, where } of read.problems) complain(io, where, what);
    return read.problems.length > 0 && read.entries.length === 0 ? 1 : 0;
  },
};

async function fromFile(name: string): Promise<ParsedFeed | string> {
  const reader = openReader();
  try {
    const read = await reader.read({ bytes: bytesOf(name), url: null, contentType: null });
    return read.kind === "read" ? read.feed : read.reason;
  } finally {
    await reader.close();
  }
}

async function fromUrl(url: string, io: Io): Promise<ParsedFeed | string> {
  const { config } = loadConfig({ root: io.root });
  const feeds = openFeeds({
    clock: { now: () => Date.now() },
    contact: config?.polling.contact ?? "",
    allowedHosts: config?.polling.allowHosts ?? [],
  });
  try {
    const answer = await feeds.poll({ id: "cli", url }, { etag: null, lastModified: null, bodyHash: null });
    return answer.kind === "read" ? answer.feed : answer.kind === "failed" ? answer.reason : "Nothing came back.";
  } finally {
    await feeds.close();
  }
}

function drawn(feed: ParsedFeed): string {
  const day = (instant: number | null) =>
    instant === null ? "no date        " : new Date(instant).toISOString().slice(0, 16).replace("T", " ");
  const rows = feed.entries
    .slice(0, entriesShown)
    .map((entry) => `  ${day(entry.published)}  ${oneLine(entry.title || entry.link || "(no title)")}`);
  const more = feed.entries.length > entriesShown ? [`  … and ${feed.entries.length - entriesShown} more entries`] : [];
  return `${[`${oneLine(feed.title || "(no title)")} · ${feed.entries.length} entries · ${feed.problems.length} problems`, ...rows, ...more].join("\n")}\n`;
}
