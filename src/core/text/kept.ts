/**
 * What was made of a thing lately, for things that come again and again: so many of them at least and twice as many at
 * most, those that were asked for last. What is made must depend on the thing alone.
 */
export const kept = <Thing, Made>(most: number, make: (thing: Thing) => Made): ((thing: Thing) => Made) =>
  keptAs(most, make, (thing) => thing);

/** A longer word is no word, and is not kept. */
const wordMax = 40;

/** The same for words. A word that was cut out of a text holds on to all of it, so a copy is kept. */
export function keptWord<Made>(most: number, make: (word: string) => Made): (word: string) => Made {
  const ofWord = keptAs(most, make, (word) => word.split("").join(""));
  return (word) => (word.length > wordMax ? make(word) : ofWord(word));
}

function keptAs<Thing, Made>(
  most: number,
  make: (thing: Thing) => Made,
  own: (thing: Thing) => Thing,
): (thing: Thing) => Made {
  let recent = new Map<Thing, Made>();
  let older = new Map<Thing, Made>();
  return (thing) => {
    const known = recent.get(thing);
    if (known !== undefined) return known;
    if (recent.size >= most) [older, recent] = [recent, new Map()];
    const key = own(thing);
    const made = older.get(thing) ?? make(key);
    recent.set(key, made);
    return made;
  };
}
