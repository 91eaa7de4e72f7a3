/** Quotations: whatever stands between marks is a stretch of the source, letter by letter. */

const marked = /[“"]([^“”"]*)[”"]|‘([^‘’]*)’(?!\p{L})/gu;
const folded = (text: string) =>
  text
    .replace(/[‘’]/g, "'")
    .replace(/[“”«»„]/g, '"')
    .replace(/\s+/g, " ");

/** The first quotation of a line that its source does not hold; null when there is none. */
export function misquoted(line: string, source: string): string | null {
  const open = (line.match(/[“”"]/g)?.length ?? 0) % 2 === 1;
  if (open) return "a quotation that is not closed";
  const held = folded(source);
  for (const [, double, single] of line.matchAll(marked)) {
    const said = folded(double ?? single ?? "").replace(/^[\s,.]+|[\s,.]+$/g, "");
    if (said === "" || !held.includes(said)) return `"${said}" is no quotation of the source`;
  }
  return null;
}
