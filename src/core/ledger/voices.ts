/**
 * Who stands behind a value, from hearsay to a document: how its sourcing has changed since it was told, and who
 * confirmed it. It knows nothing of digests.
 */
import type { OutletId } from "../article/article.ts";
import type { Claim, OriginId, SourceKind } from "../claim/claim.ts";

export type Voice = {
  readonly who: string;
  readonly kind: SourceKind;
  readonly origin: OriginId;
  readonly outlet: OutletId;
};

/** Unnamed, named, on the record, in writing: a step up is a change although the value is the same. */
const rank: Readonly<Record<SourceKind, number>> = { unnamed: 0, outlet: 1, officials: 1, person: 2, document: 3 };

export const isBetterSource = (a: SourceKind, b: SourceKind): boolean => rank[a] > rank[b];

/** One voice for each source, in the order they came. */
export function voicesOf(claims: readonly Claim[]): readonly Voice[] {
  const voices = new Map<string, Voice>();
  for (const claim of claims) {
    const voice = voiceOf(claim);
    const key = `${voice.origin} ${voice.who}`;
    if (!voices.has(key)) voices.set(key, voice);
  }
  return [...voices.values()];
}

/** The best kind among them; never empty. */
export const bestKind = (voices: readonly Voice[]): SourceKind =>
  voices.reduce((best, voice) => (isBetterSource(voice.kind, best) ? voice.kind : best), voices[0]!.kind);

/** Whom a reader can look up: somebody named, a body or a text; else the outlet that reports it. */
function voiceOf({ attribution, outlet, origin, lang }: Claim): Voice {
  const kind = attribution?.kind ?? "outlet";
  // A name in another script tells an English reader nothing.
  const named = lang === "en" && (kind === "person" || kind === "officials" || kind === "document");
  const written = named ? plainly(attribution!.text) : "";
  return { who: written === "" || nobody.test(written) ? outlet : written, kind, origin, outlet };
}

/** Words that name no source that a reader could look up. */
const nobody =
  /^(?:he|she|they|it|we|i|officials?|authorities|leaders?|diplomats?|aides?|advisers?|negotiators?|spokes(?:man|woman|person))$/i;

/** "its chair, Pavo Renn" without whose chair; what explains the name is left out. */
function plainly(written: string): string {
  const bare = written.replace(/^(?:his|her|its|their|a|an|the)\s+/i, "");
  const [first, second] = bare.split(/,\s+/);
  const name = second && /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)+$/u.test(second) ? `${first}, ${second}` : first!;
  return name.length <= writtenMax ? name.trim() : "";
}

const writtenMax = 60;

const shownMax = 2;

/**
 * Who confirmed a value since it was told: the better source if its sourcing got better, else the new origins. Whoever
 * told it already, source or outlet, confirms nothing by saying it again.
 */
export function confirmers(told: readonly Voice[], now: readonly Voice[]): readonly string[] {
  const fresh = now.filter((voice) => !told.some((other) => isSame(voice, other)));
  const before = bestKind(told);
  const better = fresh.filter(({ kind }) => isBetterSource(kind, before));
  const others = fresh.filter(
    (voice) => !told.some(({ origin, outlet }) => origin === voice.origin || outlet === voice.outlet),
  );
  return [...new Set((better.length > 0 ? better : others).map(({ who }) => who))].slice(0, shownMax);
}

/** "mayor" and "Mayor Sanne Okker" are one. */
function isSame(one: Voice, two: Voice): boolean {
  const [a, b] = [one.who.toLowerCase(), two.who.toLowerCase()];
  return a.includes(b) || b.includes(a);
}
