/** What the digests of whole stories tell, leave out and keep quiet about. */
import type { Article } from "../../../src/core/article/article.ts";
import { match } from "../../../src/core/match/match.ts";
import { type Replay, replay } from "../../../src/core/replay.ts";
import { count, share } from "../../quality/score/rates.ts";
import { type ExpectedWindow, scoreWindows, type Told, type WindowScore } from "../../quality/score/windows.ts";
import { naiveSentences, overlaps } from "../../quality/score/words.ts";
import { type Fault, type Figure, figureOf, type Measured } from "../figure.ts";
import { readerOf, type Sample } from "../samples.ts";

export type Played = { readonly sample: Sample; readonly run: Replay };

export function play(sample: Sample): Played {
  return {
    sample,
    run: replay(
      sample.articles,
      sample.story,
      sample.cutoffs.map((at) => Date.parse(at)),
    ),
  };
}

type Rule = "engine" | "always new" | "overlap";

export function telling(
  played: readonly Played[],
  group: { readonly id: string; readonly name: string; readonly held: boolean },
): Measured {
  const by = (rule: Rule): readonly WindowScore[] =>
    played.map(({ sample, run }) =>
      scoreWindows(
        sample.windows,
        rule === "engine" ? run.digests.map((one) => one.changes) : plainLines(sample, rule),
      ),
    );
  const scores = { engine: by("engine"), "always new": by("always new"), overlap: by("overlap") };
  return {
    figures: figuresOf(scores, group),
    faults: group.held ? [] : played.flatMap(({ sample }, at) => faultsOf(sample, scores.engine[at]!)),
    notes: [],
  };
}

const section = "digests";

function figuresOf(
  scores: Readonly<Record<Rule, readonly WindowScore[]>>,
  { id, name }: { readonly id: string; readonly name: string },
): readonly Figure[] {
  type Item = readonly [pick: (score: WindowScore) => readonly boolean[], of: (items: readonly boolean[]) => number];
  const figure = (
    key: string,
    label: string,
    [pick, of]: Item,
    rest: Pick<Figure, "target" | "better" | "unit">,
  ): Figure => {
    const items = (rule: Rule) => scores[rule].flatMap(pick);
    const baselines = (["always new", "overlap"] as const).map((rule) => ({ name: rule, value: of(items(rule)) }));
    return {
      ...figureOf({
        id: `${id}-${key}`,
        section,
        name: `${name}: ${label}`,
        items: items("engine"),
        of,
        baselines,
        own: true,
        unit: rest.unit,
        better: rest.better,
      }),
      target: rest.target,
    };
  };
  return [
    figure("must-tell", "what must be told is", [(score) => score.tells.map((one) => one.told), share], {
      target: 0.95,
      better: "high",
      unit: "share",
    }),
    figure("best-kind", "  with the best kind", [(score) => score.tells.map((one) => one.bestKind), share], {
      target: null,
      better: "high",
      unit: "share",
    }),
    figure(
      "must-not",
      "told although it must not be",
      [(score) => score.breaches.map((one) => one.line !== null), count],
      { target: 0, better: "low", unit: "count" },
    ),
    figure("quiet", "quiet windows kept quiet", [(score) => score.quiets.map((one) => one.kept), share], {
      target: 1,
      better: "high",
      unit: "share",
    }),
  ];
}

/** Every sentence of every article that belongs is a new line, or every one that overlaps none before it. */
function plainLines(sample: Sample, rule: Exclude<Rule, "engine">): readonly (readonly Told[])[] {
  const { lexicon } = readerOf(sample.story);
  const taken = sample.articles.filter((article) => match(article, sample.story, lexicon).decision === "in");
  const seen: string[] = [];
  return sample.windows.map((window) =>
    taken
      .filter((article) => isInside(article, window))
      .flatMap((article) =>
        naiveSentences(article.text).flatMap((text) => {
          const told = rule === "overlap" && seen.some((other) => overlaps(text, other));
          seen.push(text);
          return told ? [] : [{ kind: "new", text, evidence: [{ articleId: article.id }] }];
        }),
      ),
  );
}

function isInside(article: Article, { since, until }: ExpectedWindow): boolean {
  const at = Math.max(article.published, article.updated ?? 0);
  return at <= Date.parse(until) && (since === null || at > Date.parse(since));
}

const shown = (line: Told): string =>
  `${line.kind}: ${line.text} [${line.evidence.map((one) => one.articleId).join(" ")}]`;
/** Lines beside a fault; more would hide it. */
const nearMax = 6;

function faultsOf(sample: Sample, score: WindowScore): readonly Fault[] {
  const measure = `digests ${sample.id}`;
  const missed = score.tells
    .filter((one) => !one.told)
    .map(({ window, wanted, near }): Fault => {
      const says = near.filter((line) => wanted.say.every((pattern) => new RegExp(pattern, "i").test(line.text)));
      const kind =
        says.length > 0
          ? "told as another kind or from other articles"
          : near.length > 0
            ? "another line about it"
            : "no line";
      const got = (says.length > 0 ? says : near).slice(0, nearMax).map(shown);
      return {
        measure,
        id: `window ${window + 1}`,
        kind: `missing, ${kind}`,
        expected: `${wanted.kind.join("/")} saying ${wanted.say.join(" & ")} from ${wanted.evidenceIn.join(" ")}`,
        got: got.length > 0 ? "" : "nothing near",
        because: [],
        texts: got,
      };
    });
  const breaches = score.breaches.flatMap(({ window, rule, line }): readonly Fault[] =>
    line
      ? [
          {
            measure,
            id: `window ${window + 1}`,
            kind: "told although it must not be",
            expected: `nothing saying ${rule.say.join(" & ")}`,
            got: shown(line),
            because: [rule.why],
            texts: [],
          },
        ]
      : [],
  );
  const loud = score.quiets
    .filter((one) => !one.kept)
    .map(
      ({ window, lines }): Fault => ({
        measure,
        id: `window ${window + 1}`,
        kind: "not quiet",
        expected: "no change",
        got: `${lines.length} lines`,
        because: [],
        texts: lines.map(shown),
      }),
    );
  return [...missed, ...breaches, ...loud];
}
