/** Reads the items that are labelled for matching alone: lines of articles with `label` in or out, a file a story. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readStory } from "../../src/core/story/read.ts";
import type { Story } from "../../src/core/story/story.ts";
import type { MatchCase, MatchSet } from "./measure/matching.ts";
import { articlesOf, quality, readLines, root, storyAt } from "./samples.ts";

type Item = { readonly id: string; readonly outlet: string; readonly label: "in" | "out" };

/** The story file beside the items, among the quality stories, or the shipped one. */
function fileOf(folder: string, id: string): string {
  const places = [join(quality, folder), join(quality, "stories"), join(root, "config/stories")];
  const found = places.map((place) => join(place, `${id}.yaml`)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`No story file for ${folder}/${id}`);
  return found;
}

function casesOf(folder: string, id: string, story: Story): readonly MatchCase[] {
  const items = readLines(join(quality, folder, `${id}.jsonl`)) as readonly Item[];
  const articles = articlesOf(items.map((item) => ({ url: `https://${item.outlet}/${item.id}`, ...item })));
  return articles.map((article, at) => ({ story, article, wanted: items[at]!.label === "in", kind: id }));
}

const idsIn = (folder: string): readonly string[] =>
  readdirSync(join(quality, folder))
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => basename(name, ".jsonl"))
    .sort();

/** The story as if its author had written no match rules. */
function withoutRules(path: string): Story {
  const text = readFileSync(path, "utf8").replace(/^match:[\s\S]*$/m, "");
  const { story, problems } = readStory(text, path);
  if (!story) throw new Error(`${path}: ${problems.map(({ what }) => what).join("; ")}`);
  return story;
}

/** The story as somebody writes it who spends five minutes on it. */
const shortOf = (path: string): Story => storyAt(join(quality, "match/short", basename(path)));

type Part = { readonly folder: string; readonly held: boolean };
const parts: readonly Part[] = [
  { folder: "match", held: false },
  { folder: "held/match", held: true },
];

/** The shipped story, also in short; stories with rules of their own, also as if they had none; stories without any. */
export function matchSets(): readonly MatchSet[] {
  return parts.flatMap(({ folder, held }): readonly MatchSet[] => {
    const stories = idsIn(folder).map((id) => ({ id, path: fileOf(folder, id) }));
    const set = (key: string, name: string, chosen: typeof stories, read: (path: string) => Story): MatchSet => ({
      id: `match-${key}${held ? "-held" : ""}`,
      name: held ? `${name}, held out` : name,
      own: true,
      held,
      cases: chosen.flatMap(({ id, path }) => casesOf(folder, id, read(path))),
    });
    const shipped = stories.filter(({ path }) => path.startsWith(join(root, "config")));
    const minimal = stories.filter(({ path }) => storyAt(path).match.derived === true);
    const ruled = stories.filter((one) => !shipped.includes(one) && !minimal.includes(one));
    return [
      set("shipped", "shipped story", shipped, storyAt),
      set("minimal", "stories without match rules", minimal, storyAt),
      set("ruled", "stories with match rules", ruled, storyAt),
      set("stripped", "the same without their rules", ruled, withoutRules),
      set("short", "the shipped story in thirty lines", held ? [] : shipped, shortOf),
    ].filter(({ cases }) => cases.length > 0);
  });
}
