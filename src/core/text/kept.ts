/**
 * What was made of a thing lately, for things that come again and again: so many of them at least and twice as many at
 * most, those that were asked for last. What is made must depend on the thing alone.
 */
export function kept<Thing, Made>(most: number, make: (thing: Thing) => Made): (thing: Thing) => Made {
  let recent = new Map<Thing, Made>();
  let older = new Map<Thing, Made>();
  return (thing) => {
    const known = recent.get(thing);
    if (known !== undefined) return known;
    if (recent.size >= most) [older, recent] = [recent, new Map()];
    const made = older.get(thing) ?? make(thing);
    recent.set(thing, made);
    return made;
  };
}
