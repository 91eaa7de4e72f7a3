/**
 * Where an article's information comes from: the agency it credits, the person it quotes, or its own outlet. Copies of
 * one text are found elsewhere (copies.ts); this reads one article.
 */
import { documentSource } from "../language/cues.ts";
import type { Article } from "./article.ts";

type Credited = { readonly kind: string; readonly text: string; readonly actor?: string };

/** Up to four capitalised words; a full stop inside one or behind an initial belongs to it, another ends the sentence. */
const name = String.raw`([A-Z](?:[\p{L}&-]|\.(?=\p{L})|(?<=\b[A-Z])\.)*(?: [A-Z](?:[\p{L}&-]|\.(?=\p{L}))*){0,3})`;

/** "(Some Wire) —" at the head. */
const atHead = new RegExp(String.raw`^[^\n]{0,80}?\((?:via\s+)?${name}\)\s*(?:[-–—:]|\n)`, "u");
/** "— Some Wire" at the foot. */
const atFoot = new RegExp(String.raw`\n\s*(?:\(|—\s*|–\s*|Source:\s*|With\s)${name}\.?\)?\s*$`, "u");
const kinds = "news ?agency|media outlet|newspaper|outlet|broadcaster|news site|website|daily|agency|magazine";
const from = "according to|as reported by|cited by|reported by|citing|quoting";
const report = "(?:an?\\s+|the\\s+)?report (?:by|from|in)\\s+(?:the\\s+)?";
/** "reported by the agency …", "according to a report by …"; that somebody else has a report too credits nobody. */
const inBody: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:${from})\s+(?:${report}|an?\s+|the\s+)?(?:\p{L}+\s+){0,3}?(?:${kinds})\s+${name}`, "u"),
  new RegExp(String.raw`\b(?:(?:${from})\s+${report}|(?:cited|as reported) by\s+(?:the\s+)?)${name}`, "u"),
];

export const foldOutlet = (name: string) =>
  name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

/** A credit stands in the first or last lines, or early in the text; what is credited later on is one passage of it. */
const edgeMax = 400;
const bodyMax = 2_000;

function creditsIn(text: string): readonly string[] {
  const body = text.slice(0, bodyMax);
  const found = [
    atHead.exec(text.slice(0, edgeMax)),
    atFoot.exec(text.slice(-edgeMax)),
    ...inBody.map((pattern) => pattern.exec(body)),
  ];
  return found.flatMap((match) => match?.[1] ?? []);
}

/** The agency or outlet that an article as a whole leans on, or the outlet itself. */
export function articleOrigin(article: Pick<Article, "text" | "outlet">): string {
  for (const credit of creditsIn(article.text)) {
    if (foldOutlet(credit) !== foldOutlet(article.outlet)) return `outlet:${foldOutlet(credit)}`;
  }
  return `outlet:${foldOutlet(article.outlet)}`;
}

/** Where one claim comes from: who said it, else what outlet it names, else where its article comes from. */
export function originOf(article: Article, attribution: Credited | null): string {
  const speaks = attribution?.kind === "person" || attribution?.kind === "officials";
  if (speaks && attribution.actor) return `actor:${attribution.actor}`;
  const outlet = attribution?.kind === "outlet" ? (attribution.actor ?? nameIn(attribution.text)) : null;
  // "Media reports" are nobody that could be told from others.
  if (outlet !== null) return `outlet:${foldOutlet(outlet)}`;
  if (attribution?.kind === "document" && attribution.actor && documentSource.test(attribution.text))
    return `actor:${attribution.actor}`;
  return articleOrigin(article);
}

const lastName = new RegExp(String.raw`${name}\s*$`, "u");
const nameIn = (text: string): string | null => lastName.exec(text.replace(/[’']s\b/g, ""))?.[1] ?? null;
