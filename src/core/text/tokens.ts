/** Words with their places in a text. Knows nothing of what they mean. */

/** A word without its place. */
export type Written = {
  /** As written. */
  readonly text: string;
  /** Lower case, curly apostrophes straightened, possessive ending gone. */
  readonly lower: string;
};

export type Token = Written & { readonly start: number; readonly end: number };

const word =
  /(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?(?:-[\p{L}\p{N}]+(?:['’]\p{L}+)?)*|\d(?:[\d.,]*\d)?(?:-\p{L}[\p{L}-]*)?/gu;

/** Longest text that is ever split into words; a body is cut at the door long before this. */
export const textLengthMax = 400_000;

export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  for (const match of text.slice(0, textLengthMax).matchAll(word)) {
    found.push({ text: match[0], lower: lowerOf(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return found;
}

export const lowerOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/'s$|s'$/, (ending) => (ending === "s'" ? "s" : ""));
