/** Labels that the ledger gives to labelled claims as they come in. */
import { type Article, versionOf } from "../../../src/core/article/article.ts";
import { ingest } from "../../../src/core/ledger/ingest.ts";
import { type ClaimEntry, emptyLedger } from "../../../src/core/ledger/ledger.ts";
import type { Story } from "../../../src/core/story/story.ts";
import { f1, precision, recall, share } from "../../quality/score/rates.ts";
import {
  isAccepted,
  isStrict,
  judged,
  type StreamGuess,
  type StreamItem,
  silenceChoice,
  tellChoice,
} from "../../quality/score/stream.ts";
import { overlaps } from "../../quality/score/words.ts";
import { type Fault, type Figure, figureOf, type Measured } from "../figure.ts";
import type { Gold } from "../gold.ts";
import { readerOf } from "../samples.ts";
import { bestFor } from "./gold-claims.ts";

type Labelled = StreamItem & { readonly entry: ClaimEntry | null };

export function goldStream(
  gold: Gold,
  story: Story,
  articles: readonly Article[],
  variant: { readonly id: string; readonly name: string },
): Measured {
  const items = labels(gold, story, articles);
  const told: string[] = [];
  const overlap = gold.claims.map((claim): StreamItem => {
    const got: StreamGuess = told.some((other) => overlaps(other, claim.claim)) ? "REPEATED" : "NEW";
    told.push(claim.claim);
    return { ...claim, got };
  });
  const always = gold.claims.map((claim): StreamItem => ({ ...claim, got: "NEW" }));
  const figure = (
    key: string,
    name: string,
    of: (items: readonly StreamItem[]) => number,
    target: number | null,
  ): Figure => {
    const baselines = [
      { name: "always new", value: of(always) },
      { name: "overlap", value: of(overlap) },
    ];
    return {
      ...figureOf<StreamItem>({
        id: `${variant.id}-${key}`,
        section: `gold: stream${variant.name}`,
        name,
        items,
        of,
        baselines,
        own: false,
      }),
      target,
    };
  };
  const figures = [
    figure("strict", "labels, strict", (all) => share(all.map(isStrict)), null),
    figure("accept", "labels, with those accepted", (all) => share(all.map(isAccepted)), 0.95),
    figure("tell", "tell F1", (all) => f1(judged(all).map((one) => tellChoice(one, "strict"))), 0.93),
    figure(
      "silence-precision",
      "silence precision",
      (all) => precision(judged(all).map((one) => silenceChoice(one, "strict"))),
      null,
    ),
    figure(
      "silence-recall",
      "silence recall",
      (all) => recall(judged(all).map((one) => silenceChoice(one, "strict"))),
      null,
    ),
    figure(
      "tell-lenient",
      "tell F1, with labels accepted",
      (all) => f1(judged(all).map((one) => tellChoice(one, "lenient"))),
      0.93,
    ),
    figure(
      "silence-precision-lenient",
      "silence precision, with labels accepted",
      (all) => precision(judged(all).map((one) => silenceChoice(one, "lenient"))),
      0.95,
    ),
    figure(
      "silence-recall-lenient",
      "silence recall, with labels accepted",
      (all) => recall(judged(all).map((one) => silenceChoice(one, "lenient"))),
      0.95,
    ),
    figure("missed", "claims that the ledger never saw", (all) => share(all.map((one) => one.got === "MISSED")), null),
  ];
  return {
    figures: figures.map((one) => (one.id.endsWith("-missed") ? { ...one, better: "low", baselines: [] } : one)),
    faults: items.flatMap((item) => streamFault(item, gold, variant.id)),
    notes: [],
  };
}

function labels(gold: Gold, story: Story, articles: readonly Article[]): readonly Labelled[] {
  const reader = readerOf(story);
  const ledger = emptyLedger();
  for (const article of articles)
    ingest(ledger, { article, seen: versionOf(article), within: null, baseline: false }, reader);
  const entries = ledger.entries.flatMap((entry) =>
    entry.kind === "claim" ? [{ entry, span: entry.claim.span, articleId: entry.claim.articleId }] : [],
  );
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
  return [
    {
      measure: id,
      id: item.id,
      kind: claim.cluster,
      expected,
      got: item.got,
      because,
      texts: [claim.evidence, ...(item.entry ? [item.entry.claim.quote] : [])],
    },
  ];
}
