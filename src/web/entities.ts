/** HTML's named characters, by name. The table is htmlparser2's own; names that were asked for are remembered. */
import { Parser } from "htmlparser2";

const known = new Map<string, string | null>();
/** So that a hostile document cannot fill the memory with made-up names. */
const knownMax = 5_000;

/** The characters that `&name;` stands for, or null when HTML has no such name. */
export function namedCharacters(name: string): string | null {
  const before = known.get(name);
  if (before !== undefined) return before;
  let text = "";
  const parser = new Parser({ ontext: (part) => (text += part) }, { decodeEntities: true });
  parser.end(`&${name};`);
  const found = text.endsWith(";") ? null : text;
  if (known.size < knownMax) known.set(name, found);
  return found;
}
