/** Reads single fields of a story file and remembers, for each fault, its line and how to mend it. */
import { isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from "yaml";
import type { Day } from "../article/article.ts";
import { dayFrom } from "../text/day.ts";
import { nearest } from "../text/nearest.ts";

export type StoryProblem = {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly fix: string;
};

export type Fields = {
  readonly problems: StoryProblem[];
  /** Reports a fault at a node. */
  fault(node: Node | null | undefined, what: string, fix: string): void;
  /** Reports keys that nobody reads. */
  known(map: YAMLMap, keys: readonly string[], where: string): void;
  text(map: YAMLMap, key: string): string | null;
  number(map: YAMLMap, key: string): number | null;
  flag(map: YAMLMap, key: string): boolean | null;
  day(map: YAMLMap, key: string): Day | null;
  /** Two days in one field: `2025-12-19/2025-12-21`. */
  range(map: YAMLMap, key: string): { readonly from: Day; readonly to: Day } | null;
  texts(map: YAMLMap, key: string): readonly string[];
  /** The items of a list of mappings; a mapping of mappings is read as one, its keys becoming `id`. */
  maps(map: YAMLMap, key: string): readonly Item[];
};

/** One mapping of a list; `id` is its key where the list is written as a mapping. */
export type Item = { readonly id: string | null; readonly map: YAMLMap };

export function fieldsOf(file: string, lines: LineCounter): Fields {
  const problems: StoryProblem[] = [];
  const fault: Fields["fault"] = (node, what, fix) => {
    problems.push({ file, line: node?.range ? lines.linePos(node.range[0]).line : 1, what, fix });
  };
  const scalar = (map: YAMLMap, key: string) => {
    const node = map.get(key, true) as Node | undefined;
    return node && isScalar(node) && node.value !== null ? { node, value: node.value } : null;
  };
  const get = (map: YAMLMap, key: string) => (map.get(key, true) as Node | undefined) ?? null;
  return {
    problems,
    fault,
    known(map, keys, where) {
      for (const pair of map.items) {
        const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
        if (!keys.includes(key)) fault(pair.key as Node, `${where} has no field "${key}"`, didYouMean(key, keys));
      }
    },
    text(map, key) {
      const found = scalar(map, key);
      if (!found && get(map, key)) fault(get(map, key), `${key} must be one piece of text`, `Write ${key}: some words`);
      return found ? String(found.value).trim() : null;
    },
    number(map, key) {
      const found = scalar(map, key);
      if (found && typeof found.value !== "number") fault(found.node, `${key} must be a number`, `Write ${key}: 2.5`);
      return found && typeof found.value === "number" ? found.value : null;
    },
    flag(map, key) {
      const found = scalar(map, key);
      if (found && typeof found.value !== "boolean")
        fault(found.node, `${key} must be true or false`, `Write ${key}: true`);
      return found && typeof found.value === "boolean" ? found.value : null;
    },
    day(map, key) {
      const found = scalar(map, key);
      if (!found) return null;
      const written = found.value instanceof Date ? found.value.toISOString().slice(0, 10) : String(found.value).trim();
      if (isDay(written)) return written;
      fault(found.node, `${key} is not a day: ${written}`, `Write it as ${key}: 2025-12-19`);
      return null;
    },
    range(map, key) {
      const found = scalar(map, key);
      const [from = "", to = from] = found ? String(found.value).split(/\s*(?:\/|\bto\b|–|—)\s*/) : [];
      if (isDay(from.trim()) && isDay(to.trim())) return { from: from.trim(), to: to.trim() };
      fault(get(map, key), `${key} is not a range of days`, `Write it as ${key}: 2025-12-19/2025-12-21`);
      return null;
    },
    texts: (map, key) => textsOf(get(map, key), key, fault),
    maps: (map, key) => mapsOf(get(map, key), key, fault),
  };
}

const isEmpty = (node: Node | null): boolean => node === null || (isScalar(node) && node.value === null);

function textsOf(node: Node | null, key: string, fault: Fields["fault"]): readonly string[] {
  if (isEmpty(node)) return [];
  if (!isSeq(node)) {
    fault(node, `${key} must be a list`, `Write ${key}: [one, two]`);
    return [];
  }
  return node.items.flatMap((item) => {
    if (isScalar(item) && item.value !== null) return [String(item.value).trim()];
    fault(item as Node, `${key} holds something that is not text`, "Put it in quotes");
    return [];
  });
}

function mapsOf(node: Node | null, key: string, fault: Fields["fault"]): readonly Item[] {
  if (isEmpty(node)) return [];
  if (isMap(node)) {
    return node.items.flatMap(({ key: name, value }): readonly Item[] => {
      if (isMap(value)) return [{ id: String(isScalar(name) ? name.value : ""), map: value }];
      fault(name as Node, `${key} holds something without fields`, "Write its fields in braces: { name: … }");
      return [];
    });
  }
  if (!isSeq(node)) {
    fault(node, `${key} must be a list`, `Write each item of ${key} on a line of its own, beginning with "- "`);
    return [];
  }
  return node.items.flatMap((item): readonly Item[] => {
    if (isMap(item)) return [{ id: null, map: item }];
    fault(item as Node, `${key} holds something without fields`, `Write each item of ${key} as - name: …`);
    return [];
  });
}

/** A day that the calendar has: the 30th of February is none. */
function isDay(written: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? [];
  return year !== undefined && dayFrom(Number(year), Number(month), Number(day)) !== null;
}

/** Names the nearest of the known words, or all of them. */
export function didYouMean(key: string, keys: readonly string[]): string {
  if (keys.length === 0) return "The file has none yet: add it";
  const near = nearest(key, keys);
  return near ? `Did you mean "${near}"?` : `Use one of: ${keys.join(", ")}`;
}
