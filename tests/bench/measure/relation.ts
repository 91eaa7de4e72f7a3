/** How well two statements are related: pairs, and contrasts that differ in one thing. */
import { join } from "node:path";
import type { Reader } from "../../../src/core/claim/read.ts";
import { relateTexts } from "../../../src/core/relation/relate-texts.ts";
import { share } from "../../quality/score/rates.ts";
import { overlaps } from "../../quality/score/words.ts";
import { type Baseline, type Fault, type Figure, figureOf, type Measured, together } from "../figure.ts";
import { type Contrast, noStory, type Pair, quality, type Relation, readJson } from "../samples.ts";
import { contrastExamples, crossValidated, examples } from "../train/examples.ts";
import { aloneExamples, streamPairs } from "../train/stream-pairs.ts";
import { streams } from "../train/streams.ts";

const section = "relation";

type Judged = { readonly pair: Pair; readonly got: Relation; readonly because: readonly string[] };

export type PairSet = {
  readonly id: string;
  readonly name: string;
  readonly pairs: readonly Pair[];
  readonly reader: Reader;
  readonly target: number;
  readonly own: boolean;
  readonly held?: boolean;
};

export function relatePairs(set: PairSet): Measured {
  const judged = set.pairs.map((pair): Judged => {
    const { relation, because } = relateTexts(pair.before, pair.after, set.reader);
    return { pair, got: relation, because };
  });
  const figure = figureOf({
    id: set.id,
    section,
    name: set.name,
    items: judged.map((one) => one.got === one.pair.relation),
    of: share,
    baselines: pairBaselines(set.pairs),
    target: set.target,
    own: set.own,
  });
  return { figures: [figure], faults: set.held ? [] : judged.flatMap((one) => faultOf(one, set.id)), notes: [] };
}

function pairBaselines(pairs: readonly Pair[]): readonly Baseline[] {
  const rate = (guess: (pair: Pair) => Relation): number => share(pairs.map((pair) => guess(pair) === pair.relation));
  return [
    { name: "always different", value: rate(() => "different") },
    { name: "overlap", value: rate((pair) => (overlaps(pair.before.text, pair.after.text) ? "same" : "different")) },
  ];
}

function faultOf({ pair, got, because }: Judged, measure: string): readonly Fault[] {
  if (got === pair.relation) return [];
  return [
    {
      measure,
      id: pair.id,
      kind: pair.kind ?? "pair",
      expected: pair.relation,
      got,
      because,
      texts: [pair.before.text, pair.after.text],
    },
  ];
}

export function ownRelations(): Measured {
  const read = <T>(name: string): readonly T[] => readJson<readonly T[]>(join(quality, name));
  return together(
    unseenPairs(),
    relatePairs({
      id: "pairs-held",
      name: "own pairs, held out",
      pairs: read<Pair>("pairs-held.json"),
      reader: noStory,
      target: 0.85,
      own: true,
      held: true,
    }),
    relatePairs({
      id: "pairs-held-2",
      name: "  more of them, of other domains",
      pairs: read<Pair>("pairs-held-2.json"),
      reader: noStory,
      target: 0.85,
      own: true,
      held: true,
    }),
    contrasts(["contrasts.json", "contrasts-2.json"].flatMap((name) => read<Contrast>(name))),
    heldContrasts(read<Contrast>("contrasts-held.json")),
  );
}

/**
 * The open pairs, each judged by trees that were learned without its domain: those that are shipped have seen them all.
 * Half of the faults are listed, those with odd numbers, so that the other half stays fit for measuring.
 */
function unseenPairs(): Measured {
  const judged = crossValidated(examples(), contrastExamples(), aloneExamples(streams().flatMap(streamPairs)));
  const figure = (id: string, name: string, items: typeof judged) =>
    figureOf({
      id,
      section,
      name,
      items: items.map((one) => one.got === one.example.label),
      of: share,
      baselines: [...pairBaselines(items.map(({ example }) => example.pair))],
      target: 0.85,
      own: true,
    });
  const odd = ({ example }: (typeof judged)[number]) => Number(example.pair.id.replace(/\D/g, "")) % 2 === 1;
  return {
    figures: [
      figure("pairs-open", "open pairs, of domains not learned from", judged),
      figure("pairs-open-looked-at", "  the half whose faults are read", judged.filter(odd)),
      figure(
        "pairs-open-unread",
        "  the half whose faults are not",
        judged.filter((one) => !odd(one)),
      ),
    ],
    faults: judged
      .filter(odd)
      .flatMap(({ example, got, because }) => faultOf({ pair: example.pair, got, because }, "pairs-open")),
    notes: [],
  };
}

type Flip = {
  readonly id: string;
  readonly kind: string;
  readonly base: string;
  readonly other: string;
  readonly got: Relation;
  readonly because: readonly string[];
};

const flipsOf = (all: readonly Contrast[]): readonly Flip[] =>
  all.flatMap((one) => Object.entries(one.flips).map(([kind, other]) => flip(one, kind, other)));
const keptOf = (all: readonly Contrast[]): readonly Flip[] => all.map((one) => flip(one, "paraphrase", one.paraphrase));

/** Totals alone: what is wrong in them is not listed. */
function heldContrasts(all: readonly Contrast[]): Measured {
  const figures = [
    sameShare("flips-held", "held-out flips called same", flipsOf(all), 0.01, "low"),
    sameShare("paraphrases-held", "held-out paraphrases called same", keptOf(all), 0.75, "high"),
  ];
  return { figures, faults: [], notes: [] };
}

function contrasts(all: readonly Contrast[]): Measured {
  const [flips, kept] = [flipsOf(all), keptOf(all)];
  const kinds = [...new Set(flips.map((one) => one.kind))];
  const figures = [
    sameShare("flips", "flips called same, all", flips, 0.01, "low"),
    ...kinds.map((kind) =>
      sameShare(
        `flips-${kind}`,
        `  ${kind}`,
        flips.filter((one) => one.kind === kind),
        0.01,
        "low",
      ),
    ),
    sameShare("paraphrases", "paraphrases called same", kept, 0.75, "high"),
  ];
  const wrong = [...flips.filter((one) => one.got === "same"), ...kept.filter((one) => one.got !== "same")];
  const faults = wrong.map(({ id, kind, base, other, got, because }): Fault => {
    const expected = kind === "paraphrase" ? "same" : "not same";
    return { measure: "contrasts", id, kind, expected, got, because, texts: [base, other] };
  });
  return { figures, faults, notes: [] };
}

function flip(one: Contrast, kind: string, other: string): Flip {
  const { relation, because } = relateTexts({ text: one.base }, { text: other }, noStory);
  return { id: one.id, kind, base: one.base, other, got: relation, because };
}

function sameShare(id: string, name: string, items: readonly Flip[], target: number, better: "high" | "low"): Figure {
  const baselines = [
    { name: "always different", value: 0 },
    { name: "overlap", value: share(items.map((one) => overlaps(one.base, one.other))) },
  ];
  return figureOf({
    id,
    section,
    name,
    items: items.map((one) => one.got === "same"),
    of: share,
    baselines,
    target,
    better,
    own: true,
  });
}
