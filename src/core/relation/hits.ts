/** The words of two texts held against each other once: of all the pairs only the few that have to do with one another. */

/** Where the two words stand, and how far one says what the other says, above 0. */
export type Hit = { readonly at: number; readonly by: number; readonly likeness: number };

/** The same hits from either side: each in the order of its own words. */
export type Hits = { readonly ahead: readonly Hit[]; readonly back: readonly Hit[] };

export function hitsOf<Word>(one: readonly Word[], two: readonly Word[], like: (a: Word, b: Word) => number): Hits {
  const ahead: Hit[] = [];
  for (let at = 0; at < one.length; at++)
    for (let by = 0; by < two.length; by++) {
      const likeness = like(one[at]!, two[by]!);
      if (likeness > 0) ahead.push({ at, by, likeness });
    }
  const back: Hit[] = [];
  for (let at = 0; at < two.length; at++)
    for (const { at: by, by: place, likeness } of ahead) if (place === at) back.push({ at, by, likeness });
  return { ahead, back };
}

/** How like each of so many words the likest one is; 0 for those that nothing is like. */
export function bestOf(hits: readonly Hit[], words: number): readonly number[] {
  const best = Array.from({ length: words }, () => 0);
  for (const { at, likeness } of hits) if (likeness > best[at]!) best[at] = likeness;
  return best;
}
