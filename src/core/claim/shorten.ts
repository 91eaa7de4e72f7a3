/** Lines cut to their limit at a place where a reader does not stumble. */

/** A line of a digest is at most this long; longer ones are cut at a clause. */
export const lineMax = 240;

/** A number that was cut off from what it counts says something else: "900 …" of 900 million. */
const danglingNumber = /\s[€$£]?\d[\d.,]*$/;

/** Cuts at the last clause border that fits, else at a word, and says so with an ellipsis. */
export function shorten(line: string, max: number = lineMax): string {
  if (line.length <= max) return line;
  const head = line.slice(0, max - 2);
  const clause = Math.max(
    head.lastIndexOf(", "),
    head.lastIndexOf("; "),
    head.lastIndexOf(" – "),
    head.lastIndexOf(" — "),
  );
  const cut = clause > max * 0.6 ? clause : head.lastIndexOf(" ");
  return closeQuotes(
    `${head
      .slice(0, cut)
      .replace(/[\s,;:–—-]+$/, "")
      .replace(danglingNumber, "")} …`,
  );
}

/** A quotation that was cut or begun elsewhere is opened and closed again. */
export function closeQuotes(line: string): string {
  const open = (line.match(/“/g)?.length ?? 0) - (line.match(/”/g)?.length ?? 0);
  if (open > 0) return `${line}”`;
  if (open < 0) return `“${line}`;
  const straight = line.match(/(?<!\d)"/g)?.length ?? 0;
  if (straight % 2 === 0) return line;
  // Where the first mark follows a word it closes.
  return /^[^"]*[^\s("]"/.test(line) ? `"${line}` : `${line}"`;
}
