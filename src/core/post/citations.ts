/**
 * Numbers the sources of one post: each article gets one number, in the order in which it is first cited.
 * It does not know what is being said; it only sees to it that every number has its address.
 */
import type { Evidence } from "../digest/digest.ts";
import { formatInstant } from "../schedule/format.ts";
import { type Block, type Inline, link } from "./post.ts";
import { foreignLanguage, foreignOrigin } from "./words.ts";

/** A line names at most this many sources; `why` names them all. */
export const sourcesPerLineMax = 4;

export type Citations = {
  /** The numbers of these sources, in ascending order. */
  cite(evidence: readonly Evidence[]): readonly number[];
  /** The same as links: `[1]`, `[2]`. */
  links(evidence: readonly Evidence[]): readonly Inline[];
  /** The list that the numbers point to; no block when nothing was cited. */
  blocks(): readonly Block[];
};

/** Opens a numbering for one post; times in its list are shown in `zone`. */
export function citations(zone: string): Citations {
  const cited = new Map<string, { readonly n: number; readonly evidence: Evidence }>();
  const numberOf = (evidence: Evidence): number => {
    const address = evidence.url || evidence.articleId;
    const known = cited.get(address);
    if (known) return known.n;
    cited.set(address, { n: cited.size + 1, evidence });
    return cited.size;
  };
  const cite = (evidence: readonly Evidence[]) => [...new Set(evidence.map(numberOf))].sort((a, b) => a - b);
  return {
    cite,
    links: (evidence) => {
      const urls = new Map(evidence.map((one) => [numberOf(one), one.url]));
      return cite(evidence).map((n) => link(`[${n}]`, urls.get(n) ?? ""));
    },
    blocks: () =>
      cited.size === 0
        ? []
        : [
            {
              kind: "sources",
              items: [...cited.values()].map(({ n, evidence }) => ({
                n,
                label: labelOf(evidence, zone),
                url: evidence.url,
              })),
            },
          ],
  };
}

function labelOf(evidence: Evidence, zone: string): string {
  const origin = foreignOrigin(evidence);
  const language = foreignLanguage(evidence.lang);
  return [
    evidence.outlet,
    formatInstant(evidence.published, zone, "long"),
    origin === null ? "" : `origin: ${origin}`,
    language === null ? "" : `in ${language}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** The sources that a short list should show: one of each origin first, oldest first, then the others. */
export function foremost(evidence: readonly Evidence[], max: number): readonly Evidence[] {
  const byTime = [...evidence].sort((a, b) => a.published - b.published);
  const origins = new Set<string>();
  const first = byTime.filter((one) => !origins.has(one.origin) && origins.add(one.origin));
  return [...first, ...byTime.filter((one) => !first.includes(one))].slice(0, max);
}
