/**
 * A text as the words that carry its sense, in order. What a line may leave out or add without saying anything else is
 * glue; every other word is a mark, prepositions of direction, helpers of doubt and denials among them.
 */
import { type Predicate, predicateOf } from "../../language/grammar/main.ts";
import type { Tag, Word } from "../../language/grammar/tag.ts";
import { numberWords } from "../../language/numerals.ts";
import { verbForm } from "../../language/verb-forms.ts";
import { stemOf } from "../../language/words.ts";

export type Mark = {
  readonly lower: string;
  /** Folded: the base of a verb, the stem of any other word, the digits of a number, `not` for every plain denial. */
  readonly key: string;
  readonly tag: Tag;
  /** Glue that stands between the mark before and this one. */
  readonly lead: readonly string[];
  /** True where a comma, a dash or a bracket stands between the two. */
  readonly parted: boolean;
  /** True where the word before owns it: the minister's aide. */
  readonly owned: boolean;
  /** Of a verb: it is done to its subject. */
  readonly passive: boolean;
};

export type Marks = { readonly marks: readonly Mark[]; readonly predicate: Predicate };

const glue = new Set(
  `a an the of in on at as that and is are was were be been being has have had having its their his her it which who
  do does did there`.split(/\s+/),
);
const bes = /^(?:is|are|was|were|be|been|being)(?:n't)?$/;

export function marksOf(written: string): Marks {
  const text = written.replace(/\bper cent\b|(?<=\d)\s?%/g, " percent");
  const predicate = predicateOf(text);
  const marks: Mark[] = [];
  let gathered: Gathered = none;
  for (const word of predicate.words) {
    const parted = gathered.parted || /[,;:()–—]/.test(word.gap);
    const isBeing = bes.test(word.lower);
    if (glue.has(word.lower))
      gathered = { ...gathered, parted, lead: [...gathered.lead, word.lower], being: gathered.being || isBeing };
    else {
      marks.push(...marksFor(word, { ...gathered, parted }));
      gathered = { ...none, being: isBeing || (gathered.being && /^(?:adverb|not)$/.test(word.tag)) };
    }
    // A number takes the comma behind it along.
    if (/[,;]$/.test(word.lower)) gathered = { ...gathered, parted: true };
    gathered = {
      ...gathered,
      owned: /^['’]s?(?!\p{L})/u.test(text.slice(word.end)) || /['’]s$/.test(text.slice(word.start, word.end)),
    };
  }
  return { marks, predicate };
}

type Gathered = Pick<Mark, "lead" | "parted" | "owned"> & { readonly being: boolean };
const none: Gathered = { lead: [], parted: false, owned: false, being: false };

function marksFor(word: Word, { lead, parted, owned, being }: Gathered): readonly Mark[] {
  const passive = being && word.form?.participle === true;
  return partsOf(word).map((lower, at) => ({
    ...{ lower, key: keyOf(lower), tag: word.tag, passive },
    ...(at === 0 ? { lead, parted, owned } : { lead: [], parted: false, owned: false }),
  }));
}

/** "20-point" counts points, as "20 points" does. */
const partsOf = ({ lower }: Word): readonly string[] => {
  const [, value, unit] = /^(\d[\d.,]*|[a-z]+)-(\p{L}{3,})$/u.exec(lower) ?? [];
  return value && unit && (/^\d/.test(value) || numberWords.has(value)) && !numberWords.has(unit)
    ? [value, unit]
    : [lower];
};

/** Keys of verbs given by their bases, however their forms are read. */
export const keysOf = (bases: string): ReadonlySet<string> =>
  new Set(bases.split(/\s+/).flatMap((base) => [keyOf(base), keyOf(`${base.replace(/e$/, "")}ed`)]));

function keyOf(lower: string): string {
  const plain = lower.replace(/['’]s?$/, "");
  if (/n't$|^cannot$|^not$/.test(lower)) return "not";
  const value = numberWords.get(plain);
  if (value !== undefined && plain !== "half" && !plain.includes("dozen")) return String(value);
  if (/^\d/.test(plain)) return plain.replace(/[.,]+$/, "").replace(/,(?=\d{3})/g, "");
  return stemOf(verbForm(plain)?.base ?? plain);
}
