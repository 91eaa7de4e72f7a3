/** A long text in slices that each take at most so many bytes, cut at words, and inside a word only between whole characters. */
import { escapedBytes } from "./mrkdwn.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Joined by a space, or by nothing where a word was cut, the slices are the text. A text that fits is one slice. */
export function slices(text: string, bytesMax: number): readonly string[] {
  if (escapedBytes(text) <= bytesMax) return [text];
  const found: string[] = [];
  let slice = "";
  let bytes = 0;
  for (const part of text.split(/(?<= )/).flatMap((word) => parts(word, bytesMax))) {
    const cost = escapedBytes(part);
    if (bytes + cost > bytesMax) {
      found.push(slice);
      [slice, bytes] = ["", 0];
    }
    slice += part;
    bytes += cost;
  }
  return [...found, slice].map((one) => one.trim()).filter((one) => one !== "");
}

/** A word, or what it is made of when it alone is too much. */
function parts(word: string, bytesMax: number): readonly string[] {
  if (escapedBytes(word) <= bytesMax) return [word];
  return [...graphemes.segment(word)].flatMap(({ segment }) =>
    // One letter may carry any number of marks.
    escapedBytes(segment) <= bytesMax ? [segment] : [...segment],
  );
}
