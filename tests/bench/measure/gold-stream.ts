/** Labels that the ledger gives to labelled claims as they come in, and the digests it makes of them. */
import { type Article, versionOf } from "../../../src/core/article/article.ts";
import { ingest } from "../../../src/core/ledger/ingest.ts";
import { type ClaimEntry, emptyLedger } from "../../../src/core/ledger/ledger.ts";
import { replay } from "../../../src/core/replay.ts";
import type { Story } from "../../../src/core/story/story.ts";
import { type LabelledSpan, place, scoreDigest } from "../../quality/score/clusters.ts";
import { count, f1, precision, recall, share } from "../../quality/score/rates.ts";
import { sameWords } from "../../quality/score/spans.ts";
import { isAccepted, isStrict, judged, silenceChoice, type StreamGuess, type StreamItem, tellChoice } from "../../quality/score/stream.ts";
import { overlaps } from "../../quality/score/words.ts";
import { type Fault, type Figure, figureOf, type Measured } from "../figure.ts";
import { type Gold, spanOf } from "../gold.ts";
import { readerOf } from "../samples.ts";
import { bestFor } from "./gold-claims.ts";

type Labelled = StreamItem & { readonly entry: ClaimEntry | null };

export function goldStream(gold: Gold, story: Story, articles: readonly Article[], variant: { readonly id: string; readonly name: string }): Measured {
  const items = labels(gold, story, articles);
  const told: string[] = [];
  const overlap = gold.claims.map((claim): StreamItem => {
    const got: StreamGuess = told.some((other) => overlaps(other, claim.claim)) ? "REPEATED" : "NEW";
    told.push(claim.claim);
    return { ...claim, got };
  });
  const always = gold.claims.map((claim): StreamItem => ({ ...claim, got: "NEW" }));
  const figure = (key: string, name: string, of: (items: readonly StreamItem[]) => number, target: number | null): Figure => {
    const baselines = [{ name: "always new", value: of(always) }, { name: "overlap", value: of(overlap) }];
    return { ...figureOf<StreamItem>({ id: `${variant.id}-${key}`, section: `gold: stream${variant.name}`, name, items, of, baselines, own: false }), target };
  };
  const figures = [
    figure("strict", "labels, strict", (all) => share(all.map(isStrict)), null),
    figure("accept", "labels, with those accepted", (all) => share(all.map(isAccepted)), 0.95),
    figure("tell", "tell F1", (all) => f1(judged(all).map((one) => tellChoice(one, "strict"))), 0.93),
    figure("silence-precision", "silence precision", (all) => precision(judged(all).map((one) => silenceChoice(one, "strict"))), null),
    figure("silence-recall", "silence recall", (all) => recall(judged(all).map((one) => silenceChoice(one, "strict"))), null),
    figure("tell-lenient", "tell F1, with labels accepted", (all) => f1(judged(all).map((one) => tellChoice(one, "lenient"))), 0.93),
    figure("silence-precision-lenient", "silence precision, with labels accepted", (all) => precision(judged(all).map((one) => silenceChoice(one, "lenient"))), 0.95),
    figure("silence-recall-lenient", "silence recall, with labels accepted", (all) => recall(judged(all).map((one) => silenceChoice(one, "lenient"))), 0.95),
    figure("missed", "claims that the ledger never saw", (all) => share(all.map((one) => one.got === "MISSED")), null),
  ];
  return { figures: figures.map((one) => (one.id.endsWith("-missed") ? { ...one, better: "low", baselines: [] } : one)), faults: items.flatMap((item) => streamFault(item, gold, variant.id)), notes: [] };
}

function labels(gold: Gold, story: Story, articles: readonly Article[]): readonly Labelled[] {
  const reader = readerOf(story);
  const ledger = emptyLedger();
  for (const article of articles) ingest(ledger, { article, seen: versionOf(article), within: null, baseline: false }, reader);
  const entries = ledger.entries.flatMap((entry) => (entry.kind === "claim" ? [{ entry, span: entry.claim.span, articleId: entry.claim.articleId }] : []));
  return gold.claims.map((claim): Labelled => {
    const entry = bestFor(claim, entries)?.entry ?? null;
    return { ...claim, entry, got: entry ? guessOf(entry) : "MISSED" };
  });
}

function guessOf(entry: ClaimEntry): StreamGuess {
  switch (entry.relation) {
    case "different":
      return "NEW";
    case "updated":
      return "UPDATED";
    case "disputed":
      return "DISPUTED";
    case "same":
      return "REPEATED";
  }
}

function streamFault(item: Labelled, gold: Gold, id: string): readonly Fault[] {
  if (isAccepted(item)) return [];
  const claim = gold.claims.find((one) => one.id === item.id)!;
  const expected = [item.label, ...item.accept].join("/");
  const because = item.entry ? [`${item.entry.fact}, worth ${item.entry.claim.worth}`, ...item.entry.because] : [];
  return [{ measure: id, id: item.id, kind: claim.cluster, expected, got: item.got, because, texts: [claim.evidence, ...(item.entry ? [item.entry.claim.quote] : [])] }];
}

export function goldDigests(gold: Gold, story: Story): Measured {
  const spans: readonly LabelledSpan[] = gold.claims.map(spanOf);
  const { digests } = replay(gold.articles, story, gold.digests.map((one) => Date.parse(one.asOf)));
  const scored = gold.digests.map((expected, at) => ({ expected, score: scoreDigest(expected, place(digests[at]!.changes, spans)), lines: digests[at]!.changes }));
  const fillers = digests.flatMap((digest) => digest.changes.filter((change) => change.evidence.slice(0, 1).some((one) => gold.filler.some((dull) => dull.article === one.articleId && sameWords(one, { start: dull.offset, end: dull.offset + dull.text.length })))));
  const section = "gold: digests";
  const tells = scored.flatMap(({ expected, score }) => score.tells.map((one) => ({ ...one, id: expected.id })));
  const says = scored.flatMap(({ expected, score }) => score.says.map((one) => ({ ...one, id: expected.id })));
  const nots = scored.flatMap(({ expected, score }) => score.nots.map((one) => ({ ...one, id: expected.id, rule: "mustNot" })));
  const news = scored.flatMap(({ expected, score }) => score.notNews.map((one) => ({ ...one, id: expected.id, rule: "mustNotNew" })));
  const faultCount = (id: string, name: string, items: readonly boolean[]): Figure => figureOf({ id, section, name, items, of: count, unit: "count", better: "low", target: 0, own: false });
  const figures = [
    figureOf({ id: "gold-must-tell", section, name: "facts that must be told are", items: tells.map((one) => one.told), of: share, target: 0.95, own: false }),
    figureOf({ id: "gold-must-say", section, name: "  and say what they must", items: says.map((one) => one.said), of: share, target: 1, own: false }),
    faultCount("gold-must-not", "lines that must not be", nots.map((one) => one.line !== null)),
    faultCount("gold-must-not-new", "told as news although known", news.map((one) => one.line !== null)),
    faultCount("gold-filler-told", "filler told", fillers.map(() => true)),
  ];
  const faults = [
    ...tells.filter((one) => !one.told).map((one): Fault => ({ measure: "gold digests", id: one.id, kind: "fact not told", expected: one.cluster, got: "", because: [], texts: spans.filter((span) => span.clusters.includes(one.cluster)).map((span) => textOf(gold, span)).slice(0, 4) })),
    ...says.filter((one) => !one.said).map((one): Fault => ({ measure: "gold digests", id: one.id, kind: "does not say", expected: `${one.cluster}: ${one.pattern}`, got: "", because: [], texts: one.lines })),
    ...[...nots, ...news].flatMap((one): readonly Fault[] => (one.line ? [{ measure: "gold digests", id: one.id, kind: one.rule, expected: one.cluster, got: one.line.kind, because: [], texts: [one.line.text] }] : [])),
    ...fillers.map((change): Fault => ({ measure: "gold digests", id: change.ref, kind: "filler told", expected: "no line", got: change.kind, because: [], texts: [change.text] })),
  ];
  return { figures, faults, notes: [`The gold digests have ${digests.map((digest) => digest.changes.length).join(", ")} lines.`] };
}

const textOf = (gold: Gold, span: LabelledSpan): string => gold.articles.find((one) => one.id === span.article)!.text.slice(span.start, span.end);
