/** A typed line as words: quotes keep words together. Knows no command. */

/** Characters of a line that are read; what a person types is far shorter. */
export const lineCharactersMax = 2000;

const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", "“": "”", "«": "»", "„": "“" };

/** A word, and whether quotes held it together: a quoted word is never `name=value`. */
export type Word = { readonly text: string; readonly quoted: boolean };

/** Splits at white space. A quote counts only where a word begins, so `Ukraine's` is one word; an unclosed one ends with the line. */
export function wordsOf(line: string): readonly Word[] {
  const rest = line.slice(0, lineCharactersMax);
  const words: Word[] = [];
  let at = 0;
  while (at < rest.length) {
    if (/\s/.test(rest[at]!)) {
      at += 1;
      continue;
    }
    const close = closing[rest[at]!];
    const end = close ? rest.indexOf(close, at + 1) : -1;
    if (close && (end > at || rest[at] !== "'")) {
      words.push({ text: rest.slice(at + 1, end < 0 ? undefined : end).trim(), quoted: true });
      at = end < 0 ? rest.length : end + 1;
      continue;
    }
    const word = /^\S+/.exec(rest.slice(at))![0];
    words.push({ text: word, quoted: false });
    at += word.length;
  }
  return words.filter((word) => word.text !== "");
}
