/**
 * Where an article's information comes from: the agency it credits, the person it quotes, or its own outlet. Copies of
 * one text are found elsewhere (copies.ts); this reads one article.
 */
import { documentSource } from "../language/cues.ts";
import type { Article } from "./article.ts";

type Credited = { readonly kind: string; readonly text: string; readonly actor?: string };

/** "(Some Wire) —" at the head. */
const atHead = /^[^\n]{0,80}?\((?:via\s+)?([A-Z][\p{L}.&-]*(?:\s[A-Z][\p{L}.&-]*){0,3})\)\s*(?:[-–—:]|\n)/u;
/** "— Some Wire" at the foot. */
const atFoot = /\n\s*(?:\(|—\s*|–\s*|Source:\s*|With\s)([A-Z][\p{L}.&-]*(?:\s[A-Z][\p{L}.&-]*){0,3})\)?\s*$/u;
/** "reported by …", "according to a report by …". */
const inBody: readonly RegExp[] = [
  /\b(?:according to|as reported by|cited by|reported by|citing)\s+(?:an?\s+|the\s+)?(?:report (?:by|from|in)\s+)?(?:the\s+)?(?:\p{L}+\s+){0,3}?(?:news ?agency|media outlet|newspaper|outlet|broadcaster|news site|website|daily|agency|magazine)\s+([A-Z][\p{L}.&-]*(?:\s[A-Z][\p{L}.&-]*){0,2})/u,
  /\b(?:report (?:by|from|in)|cited by|as reported by)\s+(?:the\s+)?([A-Z][\p{L}.&-]*(?:\s[A-Z][\p{L}.&-]*){0,2})/u,
];

export const foldOutlet = (name: string) =>
  name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

/** A credit stands in the first or last lines, or early in the text; the rest of a long one is not searched. */
const edgeMax = 400;
const bodyMax = 20_000;

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
  if (attribution?.kind === "person" && attribution.actor) return `actor:${attribution.actor}`;
  if (attribution?.kind === "outlet") return `outlet:${attribution.actor ?? foldOutlet(nameIn(attribution.text))}`;
  if (attribution?.kind === "document" && attribution.actor && documentSource.test(attribution.text))
    return `actor:${attribution.actor}`;
  return articleOrigin(article);
}

const nameIn = (text: string) =>
  /([A-Z][\p{L}.&-]*(?:\s[A-Z][\p{L}.&-]*){0,3})\s*$/u.exec(text.replace(/[’']s\b/g, ""))?.[1] ?? text;
