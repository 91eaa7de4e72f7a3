/**
 * Words that people ask with and words that reports use for about the same thing: wider than synonyms, and only a way to
 * find a report, never a reason to say yes. Language only: no word stands here for the sake of one story.
 */
import words from "./near.json" with { type: "json" };
import { stemOf } from "./words.ts";

const near = new Map<string, Set<string>>();
const rows = words.near.split("|").map((line) => line.split(" ").map(stemOf) as [string, ...string[]]);

/** The first word of a line asks for each of the others, and is asked for by them; others that two lines join do so too. */
const joined = new Set<string>();
for (const [first, ...others] of rows) {
  for (const one of others) {
    link(first, one);
    for (const other of others) {
      const pair = [one, other].sort().join(" ");
      if (one < other && joined.has(pair)) link(one, other);
      else if (one < other) joined.add(pair);
    }
  }
}

function link(one: string, other: string): void {
  near.set(one, (near.get(one) ?? new Set()).add(other));
  near.set(other, (near.get(other) ?? new Set()).add(one));
}

const nothing: ReadonlySet<string> = new Set();

/** Stems that reports may use where the question has this one. */
export const nearTo = (stem: string): ReadonlySet<string> => near.get(stem) ?? nothing;
