/**
 * A feed as a reader found it, before anything is decided: for each element or entry its fields by name, in document
 * order. Every reader (rss-parser, the lenient one, JSON Feed) ends here, and finish.ts takes it from here.
 * Names are lower case; those of RSS and Atom stand alone, others carry their usual prefix: `dc:date`.
 */
export type Field = {
  readonly text: string;
  /** `html` may hold markup; `text` means itself. */
  readonly form: "html" | "text";
  readonly attributes: ReadonlyMap<string, string>;
  /** What relative links inside are relative to, when the document says so. */
  readonly base: string | null;
};

export type Fields = ReadonlyMap<string, readonly Field[]>;

export type RawFeed = {
  readonly format: "rss" | "atom" | "json";
  readonly channel: Fields;
  readonly entries: readonly Fields[];
  /** Plain sentences about what the reader had to do. */
  readonly remarks: readonly string[];
};

export const noAttributes: ReadonlyMap<string, string> = new Map();

export function addField(fields: Map<string, Field[]>, name: string, field: Field): void {
  const list = fields.get(name);
  if (list) list.push(field);
  else fields.set(name, [field]);
}

/** The fields of the first of these names that is there and not empty. */
export function firstOf(fields: Fields, names: readonly string[]): readonly Field[] {
  for (const name of names) {
    const filled = fields.get(name)?.filter((field) => field.text.trim() !== "");
    if (filled && filled.length > 0) return filled;
  }
  return [];
}
