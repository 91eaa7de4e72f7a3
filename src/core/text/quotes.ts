/** Where quotations are open. It knows nothing of who speaks. */

/** True at an offset inside an open quotation of this sentence. */
export function insideQuotes(sentence: string, offset: number): boolean {
  const before = sentence.slice(0, offset);
  const curly = (before.match(/[“«„]/g)?.length ?? 0) > (before.match(/[”»]/g)?.length ?? 0);
  return curly || (before.match(/"/g)?.length ?? 0) % 2 === 1;
}
