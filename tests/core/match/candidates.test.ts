/** One pass for many stories must decide as each story alone: tried on everything that is labelled for matching. */
import { expect, test } from "vitest";
import { match, matchAll } from "../../../src/core/match/match.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { matchSets } from "../../bench/match-samples.ts";

const cases = matchSets().flatMap((set) => (set.held ? [] : set.cases));
/** The same file may be read with and without its rules; a lexicon holds a story once. */
const stories = [...new Map(cases.map(({ story }) => [`${story.id} ${story.match.derived}`, story])).values()];
const shared = [true, false].map((derived) =>
  stories.filter(({ match: rules }) => (rules.derived ?? false) === derived),
);

test("there is much to try", () => expect(cases.length).toBeGreaterThan(800));

test.each(shared.map((own) => [own.length, own] as const))("%d stories at once", (_, own) => {
  const all = lexiconOf(own);
  const wrong = cases.flatMap(({ article, story }) => {
    const alone = own.find(({ id }) => id === story.id);
    if (!alone) return [];
    const together = matchAll(article, all).get(story.id)?.decision ?? "out";
    const single = match(article, alone, all).decision;
    return together === single ? [] : [`${story.id} ${article.id}: ${together}, alone ${single}`];
  });
  expect(wrong).toEqual([]);
});
