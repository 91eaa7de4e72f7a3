/** Two statements without their articles, as claims. */
import type { Claim } from "../../../src/core/claim/claim.ts";
import { readWhole, undated } from "../../../src/core/claim/read.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { emptyStory } from "../../../src/core/story/story.ts";

export const noStory = { story: emptyStory, lexicon: lexiconOf([]) };

export function statement(text: string, outlet = "before"): Claim {
  const article = { id: outlet, url: "", outlet, title: "", published: undated, lang: "en", text };
  return readWhole(article, noStory);
}
