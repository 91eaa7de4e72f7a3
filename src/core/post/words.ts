/**
 * The small words of a post: plurals, names of languages, the name of an origin, a text cut at a word.
 * It knows English and nothing of what is being told.
 */
import type { Evidence } from "../digest/digest.ts";

/** `1 article`, `2 articles`; give `many` when it is not `one` + s. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], last = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** An origin id as a name: `outlet:north-wire` is read as `North Wire`. */
export function originName(origin: string): string {
  const [, kind, id = ""] = /^(?:([a-z]+):)?(.*)$/su.exec(origin) ?? [];
  if (id.trim() === "") return origin;
  // A country is known by its code.
  if (kind === "actor" && /^[a-z]{2}$/.test(id)) return countries.of(id.toUpperCase()) ?? id.toUpperCase();
  return kind ? id.split("-").map(titled).join(" ") : id;
}

const countries = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** The name of where a source has it from; null when that is the outlet itself. */
export function foreignOrigin({ outlet, origin }: Pick<Evidence, "outlet" | "origin">): string | null {
  const name = originName(origin);
  return letters(name) === letters(outlet) ? null : name;
}

function letters(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const languages = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** The English name of an ISO 639-1 code; null for English itself and for a language nobody knows. */
export function foreignLanguage(code: string): string | null {
  const base = code.toLowerCase().split("-")[0]!;
  if (base === "en" || base === "und" || !/^[a-z]{2,3}$/.test(base)) return null;
  return languages.of(base) ?? null;
}

/** `[source in Russian]` when no source of a line is in English; empty otherwise. */
export function languageNote(evidence: readonly Pick<Evidence, "lang">[]): string {
  const names = evidence.map((one) => foreignLanguage(one.lang));
  const known = [...new Set(names.filter((name) => name !== null))].sort();
  if (known.length === 0 || names.includes(null)) return "";
  return `[${names.length === 1 ? "source" : "sources"} in ${listed(known)}]`;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** At most `max` characters (UTF-16 code units): cut at a word, and never inside a character, with … in place of the rest. */
export function cut(value: string, max: number): string {
  if (value.length <= max) return value;
  let kept = "";
  for (const { segment } of graphemes.segment(value.slice(0, max + 1))) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  const space = kept.search(/\s\S*$/);
  const nextIsSpace = /^\s/.test(value.slice(kept.length));
  const atWord = !nextIsSpace && space > max / 2 ? kept.slice(0, space) : kept;
  return `${atWord.trimEnd().replace(/[,;:–—-]+$/, "")}…`;
}

/** As it begins a line: `fishing quotas` becomes `Fishing quotas`. */
export function titled(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Without its full stop, so that it can stand inside another sentence. */
export function inner(sentence: string): string {
  return sentence.trim().replace(/(?<!\.)\.$/, "");
}

/** With a full stop, unless it ends in a mark of its own. */
export function ended(sentence: string): string {
  const trimmed = sentence.trim();
  return /[.!?…][”"')\]»]*$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
