import { expect, test } from "vitest";
import { readWhole, undated } from "../../../src/core/claim/read.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { emptyStory } from "../../../src/core/story/story.ts";

const reader = { story: emptyStory, lexicon: lexiconOf([]) };

function rolesIn(text: string): string {
  const article = { id: "a", url: "", outlet: "o", title: "", published: undated, lang: "en", text };
  const of = (role: string) =>
    readWhole(article, reader)
      .participants.filter((one) => one.role === role)
      .map((one) => one.id)
      .join("+");
  return `${of("subject")} → ${of("object")}`;
}

test.each([
  ["Torvek sued Quillon.", "torvek → quilon"],
  ["Torvek was sued by Quillon.", "quilon → torvek"],
  ["Torvek has been urged by Quillon to resign.", "quilon → torvek"],
  ["Torvek is expected to be replaced by Quillon.", "quilon → torvek"],
  ["Torvek is expected to replace Quillon.", "torvek → quilon"],
  ["Torvek refused to meet Quillon.", "torvek → quilon"],
  ["Torvek, who was born in Lisbon, recorded Quillon in 11 calls.", "torvek → quilon"],
  ["Torvek was arrested in Lisbon.", " → torvek"],
  ["A letter from Torvek was handed to Quillon by Marquand.", "marquand → torvek+quilon"],
  ["Torvek is said to have paid Quillon.", "torvek → quilon"],
])("%s", (text, roles) => expect(rolesIn(text)).toBe(roles));
