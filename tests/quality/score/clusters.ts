/**
 * Scores a digest against labelled facts: which must have a line, which must not, and what a line must say. A line is
 * about the facts whose labelled evidence its own evidence covers.
 */
import { type Span, sameWords } from "./spans.ts";

export type LabelledSpan = Span & { readonly article: string; readonly clusters: readonly string[] };

export type Line = {
  readonly kind: string;
  readonly text: string;
  /** The first is where the words come from. */
  readonly evidence: readonly (Span & { readonly articleId: string })[];
};

export type ExpectedDigest = {
  readonly id: string;
  readonly mustTell: readonly string[];
  readonly mustNot: readonly string[];
  readonly mustNotNew: readonly string[];
  readonly mustSay: Readonly<Record<string, readonly string[]>>;
};

export type Placed = { readonly line: Line; readonly own: readonly string[]; readonly all: readonly string[] };

export type ClusterScore = {
  readonly tells: readonly { readonly cluster: string; readonly told: boolean }[];
  readonly nots: readonly { readonly cluster: string; readonly line: Line | null }[];
  readonly notNews: readonly { readonly cluster: string; readonly line: Line | null }[];
  readonly says: readonly {
    readonly cluster: string;
    readonly pattern: string;
    readonly said: boolean;
    readonly lines: readonly string[];
  }[];
};

/** Which facts each line is about: by the span its words come from, and by all its spans. */
export function place(lines: readonly Line[], labels: readonly LabelledSpan[]): readonly Placed[] {
  const at = (evidence: readonly (Span & { readonly articleId: string })[]): readonly string[] => [
    ...new Set(
      evidence.flatMap((one) =>
        labels
          .filter((label) => label.article === one.articleId && sameWords(label, one))
          .flatMap((label) => label.clusters),
      ),
    ),
  ];
  return lines.map((line) => {
    const own = at(line.evidence.slice(0, 1));
    const all = at(line.evidence);
    return { line, own: own.length > 0 ? own : all, all };
  });
}

export function scoreDigest(expected: ExpectedDigest, placed: readonly Placed[]): ClusterScore {
  const about = (cluster: string): readonly Placed[] => placed.filter((one) => one.all.includes(cluster));
  const alone = (cluster: string): Line | null =>
    placed.find((one) => one.own.includes(cluster) && one.own.every((own) => expected.mustNot.includes(own)))?.line ??
    null;
  const asNews = (cluster: string): Line | null =>
    placed.find((one) => one.own.includes(cluster) && (one.line.kind === "new" || one.line.kind === "updated"))?.line ??
    null;
  return {
    tells: expected.mustTell.map((cluster) => ({ cluster, told: about(cluster).length > 0 })),
    nots: expected.mustNot.map((cluster) => ({ cluster, line: alone(cluster) })),
    notNews: expected.mustNotNew.map((cluster) => ({ cluster, line: asNews(cluster) })),
    says: Object.entries(expected.mustSay).flatMap(([cluster, patterns]) => {
      const lines = about(cluster).map((one) => one.line.text);
      return patterns.map((pattern) => ({
        cluster,
        pattern,
        lines,
        said: new RegExp(pattern, "i").test(lines.join("\n")),
      }));
    }),
  };
}
