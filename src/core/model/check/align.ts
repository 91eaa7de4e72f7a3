/** Lays the words of a line beside those of its source: which word tells which, and whether any changed places. */
import type { Mark } from "./marks.ts";
import { sameWord } from "./same-word.ts";

/** Longer texts are no lines. */
const marksMax = 120;

/**
 * For each mark of the line, the place in the source that it tells, or the word that stands nowhere there. Where a word
 * stands there twice, `early` takes the first place that leaves as many of the others in order.
 */
export function placesOf(
  line: readonly Mark[],
  source: readonly Mark[],
  early: boolean,
): readonly number[] | { readonly strange: string } {
  if (line.length > marksMax || source.length > marksMax) return { strange: "too long a text" };
  const places = inOrder(line, source, early);
  const used = new Set(places.filter((place) => place >= 0));
  for (const [at, mark] of line.entries()) {
    if (places[at]! >= 0) continue;
    const near = source.findIndex((one, place) => !used.has(place) && sameWord(mark, one));
    if (near < 0) return { strange: mark.lower };
    places[at] = near;
    used.add(near);
  }
  return places;
}

/** Along a longest common subsequence; −1 for what has no place in it. */
function inOrder(line: readonly Mark[], source: readonly Mark[], early: boolean): number[] {
  const width = source.length + 1;
  const best = lengthsOf(line, source);
  const places = line.map(() => -1);
  for (let i = 0, j = 0; i < line.length && j < source.length; ) {
    const here = best[i * width + j]!;
    const [takes, waits] = [here === best[(i + 1) * width + j + 1]! + 1, here === best[i * width + j + 1]!];
    if (takes && (early || !waits) && sameWord(line[i]!, source[j]!)) places[i++] = j++;
    else if (early ? here === best[(i + 1) * width + j]! : !waits) i++;
    else j++;
  }
  return places;
}

/** How long a common subsequence of the rest of both is, from each pair of places. */
function lengthsOf(line: readonly Mark[], source: readonly Mark[]): Uint16Array {
  const width = source.length + 1;
  const best = new Uint16Array((line.length + 1) * width);
  for (let i = line.length - 1; i >= 0; i--) {
    for (let j = source.length - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
      const take = sameWord(line[i]!, source[j]!) ? best[(i + 1) * width + j + 1]! + 1 : 0;
      best[i * width + j] = Math.max(skip, take);
    }
  }
  return best;
}
