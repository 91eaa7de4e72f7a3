/**
 * A verb with its helpers, read from its first word on: "has not yet been asked", "is likely to be led". Links of a
 * chain go from the outermost verb, which carries tense, to the innermost, which names what happens.
 */
import type { Word } from "./tag.ts";

export type Link = {
  /** The verb, or the adjective of a copula: `expect`, `likely`. */
  readonly base: string;
  /** Where the word stands in the run. */
  readonly at: number;
  readonly kind: "verb" | "adjective" | "be" | "have";
  readonly modal: string | null;
  readonly past: boolean;
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly passive: boolean;
  readonly negated: boolean;
};

export type Chain = {
  readonly links: readonly Link[];
  /** First and last word of the chain, as places in the run. */
  readonly from: number;
  readonly to: number;
  /** True where the first word could be something else than a finite verb. */
  readonly doubtful: boolean;
  /** True where the first word has the form of a participle: "the plan prepared by …". */
  readonly participle: boolean;
};

type Head = {
  modal: string | null;
  past: boolean;
  perfect: boolean;
  progressive: boolean;
  passive: boolean;
  negated: boolean;
};

const blank = (): Head => ({
  modal: null,
  past: false,
  perfect: false,
  progressive: false,
  passive: false,
  negated: false,
});
const isNegative = (word: Word) => word.tag === "not" || /n't$|^cannot$/.test(word.lower);
/** Helpers and words between them in one group; no real group is longer. */
const wordsMax = 14;

/** The next word that is no adverb, noting a "not" on the way; a bracketing ", however," is stepped over. */
function next(words: readonly Word[], at: number, head: Head): number {
  let index = at;
  while (index < words.length && index - at < wordsMax) {
    const word = words[index]!;
    if (/[.;:—–(]/.test(word.gap)) return words.length;
    if (word.tag === "not") head.negated = !head.negated;
    else if (word.tag !== "adverb") return index;
    index += 1;
  }
  return index;
}

/** The chain that begins at `from`, or null when no verb stands there. */
export function chainAt(words: readonly Word[], from: number, bare = false): Chain | null {
  const first = words[from];
  if (!first) return null;
  const head = blank();
  const link = linkFrom(words, from, head, bare);
  if (!link) return null;
  const rest = complement(words, link);
  return {
    links: [link, ...(rest?.links ?? [])],
    from,
    to: rest?.to ?? link.at,
    doubtful: first.tag === "verb" && first.doubtful,
    participle: first.tag === "verb" && first.form!.participle && !first.form!.plain,
  };
}

function linkFrom(words: readonly Word[], from: number, head: Head, bare: boolean): Link | null {
  const first = words[from]!;
  if (isNegative(first)) head.negated = true;
  switch (first.tag) {
    case "modal":
      head.modal = first.lower
        .replace(/n't$|^.*'(?=ll$|d$)/, "")
        .replace(/^(?:wo)$/, "will")
        .replace(/^ca(?:nnot)?$/, "can");
      head.past = false;
      return afterModal(words, next(words, from + 1, head), head);
    case "have":
      head.past = first.lower.startsWith("had");
      return afterHave(words, from, head);
    case "be":
      head.past = /^(?:was|were)/.test(first.lower);
      return afterBe(words, from, head);
    case "do":
      head.past = first.lower.startsWith("did");
      return afterDo(words, from, head);
    case "verb":
      return lexical(first, from, head, bare);
    default:
      return null;
  }
}

const linkOf = (base: string, at: number, kind: Link["kind"], head: Head): Link => ({ ...head, base, at, kind });

function afterModal(words: readonly Word[], at: number, head: Head): Link | null {
  const word = words[at];
  if (!word) return null;
  if (word.tag === "to") return afterModal(words, next(words, at + 1, head), { ...head, modal: head.modal });
  if (word.tag === "have") return afterHave(words, at, head);
  if (word.tag === "be") return afterBe(words, at, head);
  if (word.tag === "do") return linkOf("do", at, "verb", head);
  return word.form?.plain || word.tag === "noun" || word.tag === "verb"
    ? linkOf(word.form?.base ?? word.lower, at, "verb", head)
    : null;
}

function afterHave(words: readonly Word[], from: number, head: Head): Link {
  const at = next(words, from + 1, head);
  const word = words[at];
  if (word?.tag === "to" && words[at + 1]) return { ...linkOf("have-to", from, "verb", head) };
  if (word?.tag === "be" && word.lower === "been") return afterBe(words, at, { ...head, perfect: true, past: true });
  if (word?.form?.participle && word.tag === "verb")
    return linkOf(word.form.base, at, "verb", { ...head, perfect: true, past: true });
  if (word?.tag === "have" && word.lower === "had")
    return linkOf("have", at, "have", { ...head, perfect: true, past: true });
  return linkOf("have", from, "have", head);
}

function afterDo(words: readonly Word[], from: number, head: Head): Link {
  const at = next(words, from + 1, head);
  const word = words[at];
  if (word?.form?.plain || (word && (word.tag === "have" || word.tag === "be")))
    return linkOf(word.form?.base ?? word.tag, at, "verb", head);
  return linkOf("do", from, "verb", head);
}

/** "is meeting", "was met", "is likely", "is a doctor", "is to meet". */
function afterBe(words: readonly Word[], from: number, head: Head): Link {
  const at = next(words, from + 1, head);
  const word = words[at];
  const likely = words.slice(from + 1, at).findIndex((one) => one.lower === "likely");
  if (likely >= 0 && (!word || word.tag === "to" || word.tag === "subordinator"))
    return linkOf("likely", from + 1 + likely, "adjective", head);
  if (!word || /[,“"]/.test(word.gap)) return linkOf("be", from, "be", head);
  if (word.tag === "be" && word.lower === "being") return afterBeing(words, at, head);
  if (word.tag === "to") return linkOf("be-to", from, "adjective", head);
  if (word.lower === "going" && words[at + 1]?.tag === "to") return linkOf("going", at, "adjective", head);
  return complementOf(word, at, head) ?? linkOf("be", from, "be", head);
}

function afterBeing(words: readonly Word[], being: number, head: Head): Link {
  const at = next(words, being + 1, head);
  const form = words[at]?.form;
  return form?.participle
    ? linkOf(form.base, at, "verb", { ...head, progressive: true, passive: true })
    : linkOf("be", being, "be", { ...head, progressive: true });
}

function complementOf(word: Word, at: number, head: Head): Link | null {
  const { tag, form, lower } = word;
  if (tag === "verb" && form!.gerund) return linkOf(form!.base, at, "verb", { ...head, progressive: true });
  if (tag === "verb" && form!.participle) return linkOf(form!.base, at, "verb", { ...head, passive: true });
  return tag === "noun" || tag === "adverb" || tag === "verb" ? linkOf(lower, at, "adjective", head) : null;
}

function lexical(word: Word, at: number, head: Head, bare: boolean): Link | null {
  const form = word.form!;
  if (form.gerund) return bare ? linkOf(form.base, at, "verb", { ...head, progressive: true }) : null;
  if (form.past) head.past = !form.plain || !form.third ? true : head.past;
  return linkOf(form.base, at, "verb", head);
}

/** "to" with a bare verb behind the link: what is expected, planned, refused. */
function complement(
  words: readonly Word[],
  link: Link,
): { readonly links: readonly Link[]; readonly to: number } | null {
  const head = blank();
  const at = next(words, link.at + 1, head);
  const to = words[at];
  if (to?.tag !== "to" || /[,“"]/.test(to.gap)) return null;
  const verb = next(words, at + 1, head);
  const word = words[verb];
  if (!word) return null;
  const found = infinitive(words, verb, head);
  if (!found) return null;
  const deeper = complement(words, found);
  return { links: [found, ...(deeper?.links ?? [])], to: deeper?.to ?? found.at };
}

function infinitive(words: readonly Word[], at: number, head: Head): Link | null {
  const word = words[at]!;
  if (word.tag === "have") return afterHave(words, at, head);
  if (word.tag === "be") return afterBe(words, at, head);
  if (word.tag === "do") return linkOf("do", at, "verb", head);
  return word.form?.plain ? linkOf(word.form.base, at, "verb", head) : null;
}
