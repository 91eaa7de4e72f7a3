/** Whether the engine reads the labelled claims: which it finds, what it makes beside them, how it weighs and labels them. */

import type { Claim, Modality } from "../../../src/core/claim/claim.ts";
import { isFirmer } from "../../../src/core/claim/firmness.ts";
import { readClaims } from "../../../src/core/claim/read.ts";
import { worthMin } from "../../../src/core/claim/worth.ts";
import type { Story } from "../../../src/core/story/story.ts";
import { sentences } from "../../../src/core/text/sentences.ts";
import { auc, count, type Ranked, share } from "../../quality/score/rates.ts";
import { likeness, type Span, sameWords } from "../../quality/score/spans.ts";
import { type Fault, type Figure, figureOf, type Measured } from "../figure.ts";
import { type Gold, type GoldClaim, spanOf } from "../gold.ts";
import { readerOf } from "../samples.ts";

const section = "gold: claims";

type Read = { readonly span: Span; readonly articleId: string; readonly claim: Claim };
type Found = { readonly gold: GoldClaim; readonly read: Read | null };

export function goldClaims(gold: Gold, story: Story): Measured {
  const reader = readerOf(story);
  const read = gold.articles.flatMap((article) =>
    readClaims(article, reader, null).map((claim): Read => ({ span: claim.span, articleId: article.id, claim })),
  );
  const lines = read.filter((one) => one.claim.worth >= worthMin);
  const found = gold.claims.map((claim): Found => ({ gold: claim, read: bestFor(claim, read) }));
  const filler = gold.filler.map((one) => ({
    ...one,
    line:
      lines.find(
        (line) =>
          line.articleId === one.article &&
          sameWords(line.span, { start: one.offset, end: one.offset + one.text.length }),
      ) ?? null,
  }));
  const figures = [
    ...recalls(gold, read, lines),
    precisionOf(gold, lines),
    worthOf(gold, read),
    ...meanings(found),
    figureOf({
      id: "gold-filler",
      section,
      name: "filler that would make a line",
      items: filler.map((one) => one.line !== null),
      of: count,
      unit: "count",
      better: "low",
      target: 0,
      own: false,
    }),
  ];
  const faults = [
    ...claimFaults(gold, read, lines, found),
    ...filler.flatMap(({ line }) =>
      line
        ? [
            fault("filler", line.articleId, "filler makes a line", "no line", `worth ${line.claim.worth}`, [
              line.claim.quote,
            ]),
          ]
        : [],
    ),
  ];
  return { figures, faults, notes: [] };
}

const fault = (
  measure: string,
  id: string,
  kind: string,
  expected: string,
  got: string,
  texts: readonly string[],
): Fault => ({ measure: `gold ${measure}`, id, kind, expected, got, because: [], texts });

const meets = (claim: GoldClaim, read: { readonly span: Span; readonly articleId: string }): boolean =>
  claim.article === read.articleId && sameWords(spanOf(claim), read.span);

/** The engine's claim that fits a labelled one best. */
export function bestFor<T extends { readonly span: Span; readonly articleId: string }>(
  claim: GoldClaim,
  read: readonly T[],
): T | null {
  const own = spanOf(claim);
  return read
    .filter((one) => meets(claim, one))
    .reduce<T | null>((best, one) => (best && likeness(best.span, own) >= likeness(one.span, own) ? best : one), null);
}

function recalls(gold: Gold, read: readonly Read[], lines: readonly Read[]): readonly Figure[] {
  const sentence = gold.articles.flatMap((article) =>
    sentences(article.text).map((span) => ({ span, articleId: article.id })),
  );
  const figure = (id: string, name: string, least: number, among: readonly Read[], target: number | null): Figure => {
    const claims = gold.claims.filter((claim) => claim.news >= least);
    const hit = (pool: readonly { readonly span: Span; readonly articleId: string }[]): readonly boolean[] =>
      claims.map((claim) => pool.some((one) => meets(claim, one)));
    return {
      ...figureOf({
        id,
        section,
        name,
        items: hit(among),
        of: share,
        baselines: [{ name: "each sentence", value: share(hit(sentence)) }],
        own: false,
      }),
      target,
    };
  };
  return [
    figure("gold-recall-2", "claims found, must be told", 2, read, 0.95),
    figure("gold-recall-1", "claims found, may be told", 1, read, 0.9),
    figure("gold-line-2", "  and worth a line, must be told", 2, lines, 0.95),
    figure("gold-line-1", "  and worth a line, may be told", 1, lines, 0.9),
  ];
}

function precisionOf(gold: Gold, lines: readonly Read[]): Figure {
  const right = (one: { readonly span: Span; readonly articleId: string }): boolean =>
    gold.claims.some((claim) => meets(claim, one));
  const every = gold.articles.flatMap((article) =>
    sentences(article.text).map((span) => right({ span, articleId: article.id })),
  );
  return figureOf({
    id: "gold-precision",
    section,
    name: "lines that are labelled claims",
    items: lines.map(right),
    of: share,
    baselines: [{ name: "each sentence", value: share(every) }],
    target: 0.85,
    own: false,
  });
}

/** Whether worth puts news above background, filler and what nobody labelled. */
function worthOf(gold: Gold, read: readonly Read[]): Figure {
  const items = read.map(
    (one): Ranked => ({
      score: one.claim.worth,
      wanted: gold.claims.some((claim) => claim.news >= 1 && meets(claim, one)),
    }),
  );
  const length = auc(read.map((one, at) => ({ score: one.claim.quote.length, wanted: items[at]!.wanted })));
  return figureOf({
    id: "gold-worth",
    section,
    name: "worth puts news first (AUC)",
    items,
    of: auc,
    baselines: [{ name: "longest first", value: length }],
    own: false,
  });
}

/** Modalities of the gold that the engine has under another name. */
const sameModality = (gold: string, got: Modality): boolean => gold === got || (gold === "done" && got === "denied");

function meanings(found: readonly Found[]): readonly Figure[] {
  const read = found.filter((one) => one.read !== null && one.gold.news >= 1);
  const firmer = read.map(({ gold, read: one }) => isFirmer(one!.claim.modality, gold.modality as Modality));
  const sources = read.filter(({ gold }) => gold.sourceKind !== null);
  return [
    figureOf({
      id: "gold-modality",
      section,
      name: "modality as labelled",
      items: read.map(({ gold, read: one }) => sameModality(gold.modality, one!.claim.modality)),
      of: share,
      baselines: [{ name: "always stated", value: share(read.map(({ gold }) => gold.modality === "stated")) }],
      target: 0.95,
      own: false,
    }),
    figureOf({
      id: "gold-firmer",
      section,
      name: "firmer than labelled",
      items: firmer,
      of: count,
      unit: "count",
      better: "low",
      target: 0,
      own: false,
    }),
    figureOf({
      id: "gold-source",
      section,
      name: "kind of source as labelled",
      items: sources.map(({ gold, read: one }) => one!.claim.attribution?.kind === gold.sourceKind),
      of: share,
      target: 0.95,
      own: false,
    }),
  ];
}

function claimFaults(
  gold: Gold,
  read: readonly Read[],
  lines: readonly Read[],
  found: readonly Found[],
): readonly Fault[] {
  const missing = found.filter((one) => one.gold.news >= 1 && !lines.some((line) => meets(one.gold, line)));
  const stray = lines.filter((line) => !gold.claims.some((claim) => meets(claim, line)));
  const wrong = found.filter(
    ({ gold: claim, read: one }) => one && claim.news >= 1 && !sameModality(claim.modality, one.claim.modality),
  );
  const unsourced = found.filter(
    ({ gold: claim, read: one }) =>
      one && claim.news >= 1 && claim.sourceKind !== null && one.claim.attribution?.kind !== claim.sourceKind,
  );
  return [
    ...missing.map(({ gold: claim }) => {
      const near = read.find((one) => meets(claim, one));
      return fault(
        "claims",
        claim.id,
        near ? "found, not worth a line" : "not found",
        `news ${claim.news}`,
        near ? `worth ${near.claim.worth}` : "no claim",
        [claim.evidence, ...(near ? [near.claim.quote] : [])],
      );
    }),
    ...stray.map((line) =>
      fault("claims", line.articleId, "a line that nobody labelled", "no line", `worth ${line.claim.worth}`, [
        line.claim.quote,
      ]),
    ),
    ...wrong.map(({ gold: claim, read: one }) =>
      fault(
        "modality",
        claim.id,
        isFirmer(one!.claim.modality, claim.modality as Modality) ? "firmer" : "other",
        claim.modality,
        one!.claim.modality,
        [claim.evidence, one!.claim.quote],
      ),
    ),
    ...unsourced.map(({ gold: claim, read: one }) =>
      fault("source", claim.id, "kind of source", claim.sourceKind!, one!.claim.attribution?.kind ?? "none", [
        claim.evidence,
        one!.claim.attribution?.text ?? "",
      ]),
    ),
  ];
}
