/** Reads labelled samples from files: this repository's own, and the gold ones when they are there. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../../src/core/article/article.ts";
import type { Reader } from "../../src/core/claim/read.ts";
import { lexiconOf } from "../../src/core/story/lexicon.ts";
import { readStory } from "../../src/core/story/read.ts";
import { emptyStory, type Story } from "../../src/core/story/story.ts";
import { loadSamples } from "../../src/demo/samples.ts";
import { readArticle } from "../../src/web/article-line.ts";
import type { ExpectedWindow } from "../quality/score/windows.ts";

export const root = join(import.meta.dirname, "../..");
export const quality = join(root, "tests/quality");

/** Trusted files: a shape that does not fit shows as an exception, and the bench stops. */
export const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;

export function readLines(path: string): readonly unknown[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as unknown);
}

export function articlesOf(values: readonly unknown[]): readonly Article[] {
  return values.map((value) => {
    const { article, problems } = readArticle(value);
    if (!article) throw new Error(`A sample is no article: ${problems.join(" ")}`);
    return article;
  });
}

export function storyAt(path: string): Story {
  const { story, problems } = readStory(readFileSync(path, "utf8"), path);
  if (!story) throw new Error(`${path}: ${problems.map(({ line, what }) => `line ${line}: ${what}`).join("; ")}`);
  return story;
}

export const readerOf = (story: Story): Reader => ({ story, lexicon: lexiconOf([story]) });
export const noStory: Reader = { story: emptyStory, lexicon: lexiconOf([]) };

export type Relation = "same" | "updated" | "disputed" | "different";
export type Pair = {
  readonly id: string;
  readonly before: { readonly text: string };
  readonly after: { readonly text: string };
  readonly relation: Relation;
  readonly domain?: string;
  readonly kind?: string;
};
export type Contrast = {
  readonly id: string;
  readonly domain: string;
  readonly base: string;
  readonly paraphrase: string;
  readonly flips: Readonly<Record<string, string>>;
};
export type Split = {
  readonly id: string;
  readonly tests: string;
  readonly text: string;
  readonly sentences: readonly string[];
};
export type Question = {
  readonly q: string;
  /** Questions asked before it in the same thread, oldest first. */
  readonly thread?: readonly string[];
  readonly at: string;
  readonly must: readonly string[];
  readonly mustNot: readonly string[];
  readonly abstain: boolean;
};

export type Sample = {
  readonly id: string;
  readonly held: boolean;
  readonly story: Story;
  readonly articles: readonly Article[];
  readonly cutoffs: readonly string[];
  readonly windows: readonly ExpectedWindow[];
  readonly questions: readonly Question[];
  readonly match: Readonly<Record<string, "in" | "out">>;
};

type Expected = Pick<Sample, "cutoffs" | "windows" | "questions" | "match">;

function sample(folder: string, id: string, held: boolean): Sample {
  const at = (end: string): string => join(quality, folder, `${id}${end}`);
  const { cutoffs, windows, questions, match } = readJson<Expected>(at(".expected.json"));
  return {
    id,
    held,
    story: storyAt(at(".yaml")),
    articles: articlesOf(readLines(at(".jsonl"))),
    cutoffs,
    windows,
    questions,
    match,
  };
}

export const samples = (): readonly Sample[] => [
  sample("stories", "marevia-count", false),
  sample("stories", "odalys", false),
  sample("held", "thorburn-trial", true),
  sample("held", "ferry-strike", true),
  sample("held", "strait-talks", true),
];

/** Stories without match rules, measured for what their digests tell; questions about them are among the further ones. */
export const furtherSamples = (): readonly Sample[] => [
  sample("stories", "tarrow-dam", false),
  sample("stories", "train-merger", false),
];

/** More questions about the stories above and about the demo's sample feeds; those set aside are counted, not shown. */
export type FurtherQuestion = Question & { readonly story: string; readonly kind: string };

export type QuestionSet = "open" | "aside" | "fresh-open" | "fresh-aside";

export const furtherQuestions = (set: QuestionSet): readonly FurtherQuestion[] =>
  readJson(join(quality, `questions-${set}.json`));

/** The demo's sample feeds as articles, every version of each. */
export function demoSample(): Pick<Sample, "story" | "articles"> {
  const { samples: outlets, problems } = loadSamples(join(root, "config/demo"));
  if (problems.length > 0) throw new Error(`The demo's samples: ${problems.map(({ what }) => what).join(" ")}`);
  const articles = outlets.flatMap(({ domain, lang, articles: own }) =>
    own.flatMap(({ id, url, published, versions }) =>
      versions.map(
        ({ at, title, text }): Article => ({
          id: `${domain}/${id}`,
          url,
          outlet: domain,
          title,
          published,
          ...(at > published ? { updated: at } : {}),
          lang: lang ?? "und",
          text,
        }),
      ),
    ),
  );
  return { story: storyAt(join(root, "config/stories/miami-talks.yaml")), articles };
}

/** The folder of gold samples that was named, or the usual one; null when neither is there. */
export function goldFolder(named: string | null): string | null {
  const folder = named ?? join(root, "../shared/gold");
  return existsSync(join(folder, "seeds-gold.json")) ? folder : null;
}
