/** How much a word tells of what a story is about: whether it says more than that somebody talks, and how rare it is. */
import { stemOf, weightOf } from "./words.ts";

/** Powers talk, meet and agree every day; what they do it about is what tells a story from the others. */
const dealings = new Set(
  "talk negotiation meeting summit agreement deal accord treaty pact offer proposal plan dialogue visit envoy delegation diplomacy round session conference statement"
    .split(" ")
    .map(stemOf),
);

export const isDealing = (word: string): boolean => dealings.has(stemOf(word.toLowerCase().replace(/\*$/, "")));

/** Rarer words of the news weigh more than this: "landfall", not "storm"; a phrase is rarer than its words. */
const rareWeight = 0.62;

export const isRare = (word: string): boolean => /\s/.test(word) || weightOf(word.toLowerCase()) >= rareWeight;
