/**
 * What must hold of every run whatever it tells: evidence is verbatim, the order of the input and a second reading
 * change nothing, and no change is told twice.
 */
import type { Article } from "../../../src/core/article/article.ts";
import { versionOf } from "../../../src/core/article/article.ts";
import type { Digest } from "../../../src/core/digest/digest.ts";
import { ingest } from "../../../src/core/ledger/ingest.ts";
import { emptyLedger } from "../../../src/core/ledger/ledger.ts";
import { match } from "../../../src/core/match/match.ts";
import { replay } from "../../../src/core/replay.ts";
import type { Story } from "../../../src/core/story/story.ts";
import { chanceFrom, shuffled } from "../../quality/score/chance.ts";
import { count } from "../../quality/score/rates.ts";
import { type Fault, figureOf, type Measured } from "../figure.ts";
import { readerOf } from "../samples.ts";

export type Run = {
  readonly id: string;
  readonly story: Story;
  readonly articles: readonly Article[];
  readonly cutoffs: readonly number[];
  readonly held: boolean;
  readonly digests: readonly Digest[];
};

const section = "soundness";
const ordersTried = 3;

export function soundness(
  runs: readonly Run[],
  group: { readonly id: string; readonly name: string; readonly own: boolean },
): Measured {
  const faults = {
    evidence: runs.flatMap(evidenceFaults),
    order: runs.flatMap(orderFaults),
    again: runs.flatMap(againFaults),
    twice: runs.flatMap(twiceFaults),
  };
  const changes = runs.reduce(
    (sum, run) => sum + run.digests.reduce((inner, digest) => inner + digest.changes.length, 0),
    0,
  );
  const figure = (key: keyof typeof faults, name: string, items: number) => ({
    ...figureOf({
      id: `${group.id}-${key}`,
      section,
      name: `${group.name}: ${name}`,
      items: faults[key].map(() => true),
      of: count,
      unit: "count",
      better: "low",
      target: 0,
      own: group.own,
    }),
    items,
  });
  const heldIds = new Set(runs.filter((run) => run.held).map((run) => run.id));
  return {
    figures: [
      figure("evidence", "lines without verbatim evidence", changes),
      figure("twice", "changes told twice", changes),
      figure("order", "runs that depend on the input's order", runs.length * ordersTried),
      figure("again", "runs that a second reading changes", runs.length * 2),
    ],
    faults: Object.values(faults)
      .flat()
      .filter((fault) => !heldIds.has(fault.measure)),
    notes: [],
  };
}

const fault = (run: Run, id: string, kind: string, texts: readonly string[]): Fault => ({
  measure: run.id,
  id,
  kind,
  expected: "",
  got: "",
  because: [],
  texts,
});

function evidenceFaults(run: Run): readonly Fault[] {
  const exact = (one: Digest["changes"][number]["evidence"][number]): boolean =>
    run.articles.some(
      (article) =>
        article.id === one.articleId && one.quote !== "" && article.text.slice(one.start, one.end) === one.quote,
    );
  return run.digests.flatMap((digest) =>
    digest.changes.flatMap((change) =>
      change.evidence.length === 0
        ? [fault(run, change.ref, "no evidence", [change.text])]
        : change.evidence
            .filter((one) => !exact(one))
            .map((one) => fault(run, change.ref, "evidence is not verbatim", [one.quote])),
    ),
  );
}

/** The same fact new twice, or one line under two facts. Only the first telling of a line is news. */
function twiceFaults(run: Run): readonly Fault[] {
  const told = new Map<string, string>();
  return run.digests.flatMap((digest) =>
    digest.changes.flatMap((change) => {
      const keys = [`${change.kind}: ${change.text}`, ...(change.kind === "new" ? [`new ${change.ref}`] : [])];
      const before = keys.map((key) => told.get(key)).find((line) => line !== undefined);
      for (const key of keys) told.set(key, `${digest.id}: ${change.text}`);
      return before === undefined
        ? []
        : [fault(run, change.ref, "told twice", [before, `${digest.id}: ${change.text}`])];
    }),
  );
}

/** Which lines a digest has; lines may change places. */
const content = (digests: readonly Digest[]): string =>
  digests
    .map((digest) =>
      digest.changes
        .map((change) => `${change.kind} ${change.text}`)
        .sort()
        .join("\n"),
    )
    .join("\n\n");

function orderFaults(run: Run): readonly Fault[] {
  const wanted = content(run.digests);
  const chance = chanceFrom(7);
  const orders = Array.from({ length: ordersTried }, () => shuffled(run.articles, chance));
  return orders
    .filter((articles) => content(replay(articles, run.story, run.cutoffs).digests) !== wanted)
    .map((_, at) => fault(run, `order ${at + 1}`, "depends on the order of the input", []));
}

/** Each article twice in the input, and the whole archive entered again into a full ledger. */
function againFaults(run: Run): readonly Fault[] {
  const doubled =
    content(replay([...run.articles, ...run.articles], run.story, run.cutoffs).digests) === content(run.digests);
  const added = enteredAgain(run);
  return [
    ...(doubled ? [] : [fault(run, "doubled input", "told differently when every article comes twice", [])]),
    ...(added.length === 0 ? [] : [fault(run, "second reading", "claims entered again", added.slice(0, 5))]),
  ];
}

function enteredAgain(run: Run): readonly string[] {
  const reader = readerOf(run.story);
  const newest = [
    ...new Map(
      [...run.articles].sort((a, b) => versionOf(a) - versionOf(b)).map((article) => [article.id, article]),
    ).values(),
  ];
  const ledger = emptyLedger();
  const enter = (): readonly string[] =>
    newest.flatMap((article) => {
      const { decision, within } = match(article, run.story, reader.lexicon);
      if (decision !== "in") return [];
      const entries = ingest(ledger, { article, seen: versionOf(article), within, baseline: false }, reader);
      return entries.flatMap((entry) =>
        entry.kind === "claim" ? [entry.claim.quote] : entry.kind === "withdrawal" ? [`withdrawn: ${entry.fact}`] : [],
      );
    });
  enter();
  return enter();
}
