/** An article of one small story, read into claims: for tests of what a sentence is taken to say. */
import type { Article } from "../../../src/core/article/article.ts";
import { readClaims } from "../../../src/core/claim/read.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { readStory } from "../../../src/core/story/read.ts";

const { story } = readStory(
  "name: Ferry strike\nwindow: { from: 2031-05-01, to: 2031-06-30 }\nwords: [ferry, strike]\nactors:\n  - { name: Ada Renn }\n  - { name: Karl Orlen }\n",
  "strike.yaml",
);
const reader = { story: story!, lexicon: lexiconOf([story!]) };

export const read = (text: string) => {
  const article: Article = {
    id: "a",
    url: "https://a.example/",
    outlet: "A",
    title: "Ferry strike",
    published: Date.parse("2031-05-08T09:00:00Z"),
    lang: "en",
    text,
  };
  return readClaims(article, reader, null);
};
