/** Whether labelled sentences of many domains are read as labelled: modality, sense, speaker, source, time and numbers. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../../src/core/article/article.ts";
import type { Claim, Modality, Quantity } from "../../../src/core/claim/claim.ts";
import { isFirmer } from "../../../src/core/claim/firmness.ts";
import { readClaims } from "../../../src/core/claim/read.ts";
import { count, share } from "../../quality/score/rates.ts";
import { likeness } from "../../quality/score/spans.ts";
import { type Fault, type Figure, figureOf, type Measured, nothing } from "../figure.ts";
import { noStory, quality, readJson } from "../samples.ts";

type Counted = { readonly value: number; readonly unit: string; readonly head: string };
type Label = {
  readonly quote: string;
  readonly modality: Modality;
  readonly negated: boolean;
  readonly speaker: string | null;
  readonly sourceKind: string | null;
  readonly when: { readonly from: string; readonly to: string } | null;
  readonly quantities: readonly Counted[];
};
type Reading = {
  readonly id: string;
  readonly text: string;
  readonly published: string;
  readonly claims: readonly Label[];
};

type Judged = { readonly id: string; readonly label: Label; readonly claim: Claim | null };

const file = join(quality, "readings.json");

export function readings(path: string = file): Measured {
  if (!existsSync(path)) return nothing;
  const judged = readJson<readonly Reading[]>(path).flatMap(judge);
  const found = judged.filter((one) => one.claim !== null);
  const parts = Object.entries(checks).map(([name, check]) => ({
    name,
    check,
    items: found.filter(({ label }) => check.counts(label)),
  }));
  const figures = parts.map(({ name, check, items }) =>
    own(
      `readings-${name}`,
      check.title,
      items.map((one) => check.right(one.label, one.claim!)),
    ),
  );
  const firmer = figureOf({
    id: "readings-firmer",
    section: "reading",
    name: "  firmer than labelled",
    items: found.map(({ label, claim }) => isFirmer(claim!.modality, label.modality)),
    of: count,
    unit: "count",
    better: "low",
    target: 0,
    own: true,
  });
  const all = own(
    "readings-found",
    "labelled statements found",
    judged.map((one) => one.claim !== null),
  );
  return {
    figures: [all, ...figures, firmer],
    faults: parts.flatMap(({ name, check, items }) =>
      items.flatMap(({ id, label, claim }) =>
        check.right(label, claim!) ? [] : [faultOf(name, id, label, claim!, check)],
      ),
    ),
    notes: [],
  };
}

const own = (id: string, name: string, items: readonly boolean[]): Figure =>
  figureOf({ id, section: "reading", name, items, of: share, target: 0.95, own: true });

function judge({ id, text, published, claims }: Reading): readonly Judged[] {
  const article: Article = {
    id,
    url: `https://reading.example/${id}`,
    outlet: "reading.example",
    title: "",
    published: Date.parse(published),
    lang: "en",
    text,
  };
  const read = readClaims(article, noStory, null);
  return claims.map((label) => {
    const start = text.indexOf(label.quote);
    const wanted = { start, end: start + label.quote.length };
    const best = read.reduce<Claim | null>(
      (held, one) => (held && likeness(held.span, wanted) >= likeness(one.span, wanted) ? held : one),
      null,
    );
    return { id, label, claim: best && likeness(best.span, wanted) > 0 ? best : null };
  });
}

type Check = {
  readonly title: string;
  readonly counts: (label: Label) => boolean;
  readonly right: (label: Label, claim: Claim) => boolean;
  readonly wanted: (label: Label) => string;
  readonly got: (claim: Claim) => string;
};

const always = () => true;
const refusing =
  /\b(?:den(?:y|ies|ied|ying)|rul(?:ed|es) out|reject\w*|declin\w+ to|fail(?:s|ed)? to|unlikely|refus\w+)\b/i;
const span = (when: { readonly from: string; readonly to: string } | null | undefined) =>
  when ? `${when.from}/${when.to}` : "none";
const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/^(?:the|an?)\s+/, "")
    .replace(/[’']s\b|[^\p{L}\p{N} ]/gu, "");

/** "Karel Vondra" is named by "Interior Minister Karel Vondra", and the other way round. */
const names = (a: string, b: string) => plain(a).includes(plain(b)) || plain(b).includes(plain(a));

const checks: Readonly<Record<string, Check>> = {
  modality: {
    title: "modality as labelled",
    counts: always,
    // Between an answer to a charge and a report that something did not happen the line is thin.
    right: ({ modality, negated }, claim) =>
      claim.modality === modality ||
      (negated && /^(?:denied|done)$/.test(modality) && /^(?:denied|done)$/.test(claim.modality)),
    wanted: (label) => label.modality,
    got: (claim) => claim.modality,
  },
  negated: {
    title: "yes or no as labelled",
    // The engine takes refusing for a no, the labels take only the clause's own negation for one.
    counts: ({ quote }) => !refusing.test(quote),
    right: (label, claim) => claim.negated === label.negated,
    wanted: (label) => String(label.negated),
    got: (claim) => String(claim.negated),
  },
  speaker: {
    title: "who says it",
    counts: (label) => label.speaker !== null,
    right: (label, claim) => claim.attribution !== undefined && names(claim.attribution.text, label.speaker!),
    wanted: (label) => label.speaker!,
    got: (claim) => claim.attribution?.text ?? "none",
  },
  silent: {
    title: "nobody says it",
    counts: (label) => label.speaker === null,
    right: (_, claim) => !claim.attribution?.reported,
    wanted: () => "nobody",
    got: (claim) => claim.attribution?.text ?? "none",
  },
  source: {
    title: "kind of source",
    counts: (label) => label.sourceKind !== null,
    right: (label, claim) => claim.attribution?.kind === label.sourceKind,
    wanted: (label) => label.sourceKind!,
    got: (claim) => `${claim.attribution?.kind ?? "none"}: ${claim.attribution?.text ?? ""}`,
  },
  when: {
    title: "dates",
    counts: always,
    right: (label, claim) => span(claim.when) === span(label.when),
    wanted: (label) => span(label.when),
    got: (claim) => span(claim.when),
  },
  quantities: {
    title: "numbers",
    counts: always,
    right: (label, claim) => sameCounts(label.quantities, claim.quantities),
    wanted: (label) => label.quantities.map(shown).join(", "),
    got: (claim) => claim.quantities.map((one) => shown({ ...one, head: one.heads.join("+") })).join(", "),
  },
};

const shown = (one: Counted) => `${one.value} ${one.unit} (${one.head})`;

/** Values decide; how units are called is the engine's own business, but a share is never a sum of money. */
function sameCounts(wanted: readonly Counted[], got: readonly Quantity[]): boolean {
  const values = (all: readonly { readonly value: number; readonly unit: string }[]) =>
    all
      .filter(({ unit }) => unit !== "date")
      .map(({ value, unit }) => `${Math.round(value * 10) / 10}${measured(unit)}`)
      .sort()
      .join(" ");
  return values(wanted.map((one) => ({ ...one, value: one.value * (hours[one.unit] ?? 1) }))) === values(got);
}

/** The engine counts hours, days and weeks in hours. */
const hours: Readonly<Record<string, number>> = { day: 24, week: 168 };
const measured = (unit: string) => (unit === "%" || /^[A-Z]{3}$/.test(unit) ? unit : "");

function faultOf(name: string, id: string, label: Label, claim: Claim, check: Check): Fault {
  const firmer = name === "modality" && isFirmer(claim.modality, label.modality);
  return {
    measure: `readings ${name}`,
    id,
    kind: firmer ? "firmer" : "other",
    expected: check.wanted(label),
    got: check.got(claim),
    because: [],
    texts: [label.quote, claim.quote],
  };
}
