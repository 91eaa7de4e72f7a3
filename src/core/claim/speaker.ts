/** Whom words name as a source: a person, an outlet, a body, people without a name, a text. */
import { documentSource, officialSource, outletSource, roleSource, unnamedSource } from "../language/cues.ts";
import type { Attribution, SourceKind } from "./claim.ts";
import type { Name } from "./names.ts";

export type Speaker = { readonly attribution: Attribution; readonly name: Name | null; readonly shown: string };

/** A source as written, with the names of its sentence. */
export type Written = {
  readonly source: string;
  readonly sentence: string;
  readonly names: readonly Name[];
  /** False when the clause itself is the act: "X ruled out …". */
  readonly reported: boolean;
};

export function speakerIn({ source, sentence, names, reported }: Written): Speaker {
  const at = sentence.indexOf(source);
  const within = at < 0 ? [] : names.filter((name) => name.start >= at && name.end <= at + source.length);
  const able = within.filter((name) => name.kind !== "place" || isWhole(name, source));
  const person = able.find((name) => name.kind === "person") ?? likeliestPerson(able, source, sentence);
  const kind = kindOf(source, sentence, able, person);
  const actor = (kind === "person" ? person : (able.find((name) => name.kind === "outlet") ?? able[0]))?.id;
  return {
    attribution: {
      kind,
      text: source,
      reported,
      listed: kind !== "person" || person?.kind === "person",
      ...(actor ? { actor } : {}),
    },
    name: person,
    shown: person ? sentence.slice(person.start, person.end) : source,
  };
}

/** "Damascus said": a capital that speaks is its government. */
const isWhole = (name: Name, source: string) => name.end - name.start >= source.replace(/^the\s+/i, "").length;

/** Nothing but a name, perhaps with small words in it: "El Diario de la Costa". */
const titled = /^(?:the )?\p{Lu}[\p{L}-]*(?: (?:\p{Lu}[\p{L}-]*|del?|la|le|der|of|the|and))*$/u;

const anonymity =
  /\bcondition (?:of anonymity|that (?:he|she|they) not be (?:named|identified))|\bnot authori[sz]ed to speak|\bdeclined to be (?:named|identified)|\basked not to be (?:named|identified)/i;

/** Names decide before words do: an outlet, a person, a body; "the agency" alone is officials. */
function kindOf(source: string, sentence: string, within: readonly Name[], person: Name | null): SourceKind {
  const worded = sourceKindOf(source);
  if (within.some((name) => name.kind === "outlet")) return "outlet";
  if (person && worded !== "outlet" && worded !== "document") {
    const reports = new RegExp(`(?:${escaped(source)}) (?:has )?report(?:s|ed)\\b`).test(sentence);
    return reports && person.kind === "name" && titled.test(source) ? "outlet" : "person";
  }
  if (anonymity.test(sentence) && worded !== "document") return "unnamed";
  const vague = worded === "unnamed" || worded === "document" || worded === "outlet";
  if (vague) return worded;
  return roleSource.test(source) ? "person" : "officials";
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Among names that nobody lists, one of several words is a person's; else the last one before a comma is. */
function likeliestPerson(within: readonly Name[], source: string, sentence: string): Name | null {
  const unlisted = within.filter((name) => name.kind === "name");
  // "the agency of the Serrano Islands": what stands behind "of" is where it belongs.
  const free = unlisted.filter((name) => !/\b(?:of|in|for|from)(?: the)?\s$/.test(sentence.slice(0, name.start)));
  const full = free.find((name) => /\s/.test(sentence.slice(name.start, name.end)));
  if (full) return full;
  const last = free.at(-1) ?? null;
  // "the Brightwell board", "Gasverbund's lawyers": what a name belongs to speaks, not the name.
  const tail = last ? source.slice(source.lastIndexOf(sentence.slice(last.start, last.end))) : "";
  return last &&
    /^\S+(?:[\s,]|$)/.test(tail) &&
    !/\s\p{Ll}+/u.test(tail.replace(/^\S+/, "").replace(/,.*$/, "")) &&
    !/[’']s\b/.test(tail)
    ? last
    : null;
}

/** What sort of source some words name; a person or an outlet found among the names outweighs this. */
export function sourceKindOf(source: string): SourceKind {
  if (unnamedSource.test(source)) return "unnamed";
  if (documentSource.test(source)) return "document";
  if (outletSource.test(source)) return "outlet";
  return officialSource.test(source) ? "officials" : "person";
}
