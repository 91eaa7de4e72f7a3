/** Everything that is measured on the gold samples, with the story that this repository ships. */
import { join } from "node:path";
import { type Article, versionOf } from "../../../src/core/article/article.ts";
import { replay } from "../../../src/core/replay.ts";
import type { Story } from "../../../src/core/story/story.ts";
import { type Measured, together } from "../figure.ts";
import { type Gold, goldPairs, has, readGold } from "../gold.ts";
import { articlesOf, noStory, type Pair, readerOf, readJson, readLines, root, storyAt } from "../samples.ts";
import { goldClaims } from "./gold-claims.ts";
import { goldDigests } from "./gold-digests.ts";
import { goldStream } from "./gold-stream.ts";
import { matching } from "./matching.ts";
import { goldQuestions } from "./questions.ts";
import { relatePairs } from "./relation.ts";
import { soundness } from "./soundness.ts";

const storyFile = "config/stories/miami-talks.yaml";

export async function goldFigures(folder: string): Promise<Measured> {
  const gold = readGold(folder);
  const story = storyAt(join(root, storyFile));
  const ordered = [...gold.articles].sort((a, b) => versionOf(a) - versionOf(b));
  return together(
    pairs(gold, story),
    topic(gold, story),
    goldClaims(gold, story),
    goldStream(gold, story, ordered, { id: "gold-stream", name: "" }),
    goldStream(gold, story, exchanged(ordered), { id: "gold-exchanged", name: ", articles of one day exchanged" }),
    goldDigests(gold, story),
    await goldQuestions(gold, story),
    sound(gold, story),
  );
}

function pairs(gold: Gold, story: Story): Measured {
  const reader = readerOf(story);
  const dev = has(gold, "pairs-dev.json") ? readJson<readonly Pair[]>(join(gold.folder, "pairs-dev.json")) : [];
  const set = (id: string, name: string, words: "claim" | "evidence", known: typeof reader, target: number): Measured =>
    relatePairs({ id, name, pairs: goldPairs(gold, words), reader: known, target, own: false });
  return together(
    set("gold-pairs-story", "gold pairs, with the story", "claim", reader, 0.95),
    set("gold-pairs-bare", "gold pairs, no story", "claim", noStory, 0.95),
    set("gold-pairs-verbatim", "gold pairs, verbatim, with the story", "evidence", reader, 0.95),
    relatePairs({ id: "dev-story", name: "dev pairs, with the story", pairs: dev, reader, target: 0.9, own: false }),
    relatePairs({ id: "dev-bare", name: "dev pairs, no story", pairs: dev, reader: noStory, target: 0.9, own: false }),
  );
}

/** What is only related is neither wanted nor unwanted. */
function topic(gold: Gold, story: Story): Measured {
  const values = <T>(name: string, read: (path: string) => readonly T[]): readonly T[] =>
    has(gold, name) ? read(join(gold.folder, name)) : [];
  const headlines = values("topic-dev.json", (path) => readJson<readonly { readonly relevant: boolean }[]>(path));
  const renderings = values("articles-dev.jsonl", readLines) as readonly { readonly label: string }[];
  const clear = renderings.filter((one) => one.label !== "related");
  return together(
    matching({
      id: "topic-dev",
      name: "dev headlines",
      own: false,
      cases: articlesOf(headlines).map((article, at) => ({
        story,
        article,
        wanted: headlines[at]!.relevant,
        kind: "headline",
      })),
    }),
    matching({
      id: "articles-dev",
      name: "dev articles",
      own: false,
      cases: articlesOf(clear).map((article, at) => ({
        story,
        article,
        wanted: clear[at]!.label === "on",
        kind: clear[at]!.label,
      })),
    }),
  );
}

/** The second with the third, the fourth with the fifth: the order within a day. */
function exchanged(articles: readonly Article[]): readonly Article[] {
  const byDay = Map.groupBy(articles, (article) => new Date(article.published).toISOString().slice(0, 10));
  return [...byDay.values()].flatMap((day) => day.toReversed());
}

function sound(gold: Gold, story: Story): Measured {
  const cutoffs = gold.digests.map((one) => Date.parse(one.asOf));
  const { digests } = replay(gold.articles, story, cutoffs);
  return soundness([{ id: "gold", story, articles: gold.articles, cutoffs, held: false, digests }], {
    id: "sound-gold",
    name: "gold",
    own: false,
  });
}
