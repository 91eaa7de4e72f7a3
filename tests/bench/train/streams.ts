/**
 * Whole streams of labelled claims: what each sentence of a story says, in names of our own. `[price=46 family]` says that
 * the price has the value 46 and that something called "family" holds; what follows of two claims is worked out in
 * stream-pairs.ts. Articles stand in `streams/<id>.txt` with their labels, or in a story of their own with the labels
 * apart in `streams/<id>.said.txt`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Article, versionOf } from "../../../src/core/article/article.ts";
import type { Claim } from "../../../src/core/claim/claim.ts";
import { type Reader, readClaims } from "../../../src/core/claim/read.ts";
import { type Actor, type ActorKind, emptyStory, type Story } from "../../../src/core/story/story.ts";
import { demoSample, quality, readerOf, samples } from "../samples.ts";

/** One thing that is said: its name, its value where it can have several, and whether that value disputes the others. */
export type Saying = { readonly name: string; readonly value: string; readonly disputes: boolean };
/** A claim and what it says; null where nobody can tell. */
export type Said = { readonly claim: Claim; readonly says: readonly Saying[] | null };
export type Stream = { readonly id: string; readonly story: Story; readonly said: readonly Said[] };

const folder = join(quality, "streams");

export function streams(): readonly Stream[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => (name.endsWith(".said.txt") ? ofStory(basename(name, ".said.txt")) : ofOwn(basename(name, ".txt"))));
}

type Line = { readonly says: readonly (readonly Saying[] | null)[]; readonly text: string };
type Part = { readonly head: string; readonly lines: readonly Line[] };

/** Headings, and below each its labelled sentences. */
function partsOf(text: string): readonly Part[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [head = "", ...rest] = part.split("\n");
      const lines = rest.flatMap((line) => {
        const match = /^\[([^\]]*)\] (.+)$/.exec(line);
        return match ? [{ says: match[1]!.split("|").map(saysOf), text: match[2]! }] : [];
      });
      return { head: head.trim(), lines };
    });
}

function saysOf(label: string): readonly Saying[] | null {
  if (label.trim() === "-") return null;
  return label
    .trim()
    .split(/\s+/)
    .map((one) => {
      const [name = "", value = ""] = one.replace(/!$/, "").split("=");
      return { name, value, disputes: one.endsWith("!") };
    });
}

/** A stream whose articles stand in the file itself. */
function ofOwn(id: string): Stream {
  const text = readFileSync(join(folder, `${id}.txt`), "utf8");
  const story: Story = { ...emptyStory, id, actors: actorsOf(text) };
  const reader = readerOf(story);
  const said = partsOf(text).flatMap(({ head, lines }, at) => {
    const [outlet = "", published = ""] = head.split(" ");
    const article: Article = {
      id: `${id}-${at + 1}`,
      url: `https://${outlet}/${at + 1}`,
      outlet,
      title: "",
      published: Date.parse(`${published}Z`),
      lang: "en",
      text: lines.map((line) => line.text).join(" "),
    };
    return saidIn(article, reader, lines);
  });
  return { id, story, said };
}

/** Claims of one article, each with the label of its sentence; of a sentence with several labels each claim has its own. */
function saidIn(article: Article, reader: Reader, lines: readonly Line[]): readonly Said[] {
  const used = new Map<Line, number>();
  let start = 0;
  const placed = lines.map((line) => {
    const from = start;
    start += line.text.length + 1;
    return { line, from, to: from + line.text.length };
  });
  return claimsOf(article, reader).flatMap((claim) => {
    const place = placed.find(({ from, to }) => claim.span.start >= from && claim.span.start < to);
    if (!place) return [];
    const nth = used.get(place.line) ?? 0;
    used.set(place.line, nth + 1);
    const { says } = place.line;
    return [{ claim, says: says[Math.min(nth, says.length - 1)]! }];
  });
}

const claimsOf = (article: Article, reader: Reader) => readClaims(article, reader, null);

function actorsOf(text: string): readonly Actor[] {
  return [...text.matchAll(/^@ (.+)$/gm)].map((line) => {
    const [id = "", name = "", kind = "person", side = "", aliases = ""] = line[1]!.split("|").map((one) => one.trim());
    const names = aliases.split(";").map((one) => one.trim());
    return { id, name, kind: kind as ActorKind, side, aliases: names.filter((one) => one !== ""), roles: [] };
  });
}

/** A stream whose articles belong to a story that is measured as well, or to the demo. */
function ofStory(id: string): Stream {
  const sample = id === "demo" ? demoSample() : samples().find((one) => one.id === id && !one.held);
  if (!sample) throw new Error(`No open story is called ${id}.`);
  const reader = readerOf(sample.story);
  const parts = partsOf(readFileSync(join(folder, `${id}.said.txt`), "utf8"));
  const seen = new Set<string>();
  const said = [...sample.articles]
    .sort((a, b) => versionOf(a) - versionOf(b))
    .flatMap((article) => {
      const lines = parts.filter((part) => part.head === article.id).flatMap((part) => part.lines);
      return claimsOf(article, reader).flatMap((claim): readonly Said[] => {
        const line = nearest(claim.quote, lines);
        const once = `${article.id} ${claim.quote}`;
        if (!line || seen.has(once)) return [];
        seen.add(once);
        return [{ claim, says: line.says[0]! }];
      });
    });
  return { id, story: sample.story, said };
}

/** A quote that was labelled is still known when it is cut a little otherwise. */
const sharedMin = 0.75;

function nearest(quote: string, lines: readonly Line[]): Line | null {
  const words = new Set(quote.split(/\s+/));
  let best: { line: Line; shared: number } | null = null;
  for (const line of lines) {
    const other = new Set(line.text.split(/\s+/));
    const shared = words.intersection(other).size / words.union(other).size;
    if (shared >= sharedMin && (!best || shared > best.shared)) best = { line, shared };
  }
  return best?.line ?? null;
}
