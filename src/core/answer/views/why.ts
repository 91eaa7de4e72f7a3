/** Why Parley tells a fact: every verbatim quote behind it, how its value changed, and how many origins agree. */
import type { Evidence } from "../../digest/digest.ts";
import type { FactState, Version } from "../../ledger/state.ts";
import { type Citations, citations } from "../../post/citations.ts";
import { type Block, type Document, heading, type Inline, paragraph, strong, text } from "../../post/post.ts";
import { creditOf } from "../../post/quotes.ts";
import { count } from "../../post/words.ts";
import { formatInstant } from "../../schedule/format.ts";
import { noted, type Snapshot, versionLine } from "./snapshot.ts";

/** Nothing is cut: this is the page that all shorter lines point to. */
export function whyView({ zone }: Snapshot, fact: FactState): Document {
  const sources = citations(zone);
  sources.cite([...fact.before, fact.now, ...fact.against].flatMap((version) => version.evidence));
  const history: readonly Inline[][] = fact.before.map((version) => [
    text(`${formatInstant(version.at, zone, "long")}: `),
    ...versionLine(version, sources),
  ]);
  return [
    heading(`Why ${fact.ref}`),
    paragraph(strong(fact.withdrawn ? "Withdrawn: " : "Now: "), text(noted(fact.now.text, fact.now.evidence))),
    paragraph(
      text(
        `${standingOf(fact.now)}; first seen ${formatInstant(fact.first, zone, "long")}, last reported ${formatInstant(fact.last, zone, "long")}.`,
      ),
    ),
    ...quotes(fact.now, sources, zone),
    ...fact.against.flatMap((version): readonly Block[] => [
      paragraph(strong("Against it: "), text(`${noted(version.text, version.evidence)} ${standingOf(version)}.`)),
      ...quotes(version, sources, zone),
    ]),
    ...(history.length === 0
      ? []
      : [paragraph(strong("Earlier values, oldest first")), { kind: "list" as const, items: history }]),
    ...fact.before.flatMap((version) => quotes(version, sources, zone)),
    ...sources.blocks(),
  ];
}

function standingOf(version: Version): string {
  return `Firmness: ${version.modality}; ${count(version.independentOrigins, "independent origin")} in ${count(version.evidence.length, "source")}`;
}

function quotes(version: Version, sources: Citations, zone: string): readonly Block[] {
  return version.evidence.map(
    (evidence): Block => ({
      kind: "quote",
      text: evidence.quote,
      by: [...sources.links([evidence]), text(" "), ...creditOf(evidence, zone), text(offsets(evidence))],
    }),
  );
}

function offsets(evidence: Evidence): string {
  return `, characters ${evidence.start}–${evidence.end} of ${evidence.articleId}`;
}
