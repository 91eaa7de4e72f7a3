/** Reads single fields of a story file and remembers, for each fault, its line and how to mend it. */
import { isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from "yaml";
import type { Day } from "../article/article.ts";
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
  texts(map: YAMLMap, key: string): readonly string[];
  /** The items of a list of mappings; a mapping of mappings is read as one, its keys becoming `id`. */
  maps(map: YAMLMap, key: string): readonly { readonly id: string | null; readonly map: YAMLMap }[];
};

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
      const written = found.value instanceof Date ? found.value.toISOString().slice(0, 10) : String(found.value);
      if (/^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(Date.parse(written))) return written;
      fault(found.node, `${key} is not a day: ${written}`, `Write it as ${key}: 2025-12-19`);
      return null;
    },
    texts(map, key) {
      const node = get(map, key);
      if (node === null || (isScalar(node) && node.value === null)) return [];
      if (!isSeq(node)) {
        fault(node, `${key} must be a list`, `Write ${key}: [one, two]`);
        return [];
      }
      return node.items.flatMap((item) => {
        if (isScalar(item) && item.value !== null) return [String(item.value).trim()];
        fault(item as Node, `${key} holds something that is not text`, "Put it in quotes");
        return [];
      });
    },
    maps(map, key) {
      const node = get(map, key);
      if (isMap(node)) {
        return node.items.flatMap((pair) =>
          isMap(pair.value) ? [{ id: String(isScalar(pair.key) ? pair.key.value : ""), map: pair.value }] : [],
        );
      }
      if (isSeq(node)) {
        return node.items.flatMap((item) => {
          if (isMap(item)) return [{ id: null, map: item }];
          fault(item as Node, `${key} holds something without fields`, `Write each item of ${key} as - name: …`);
          return [];
        });
      }
      if (node && !(isScalar(node) && node.value === null))
        fault(node, `${key} must be a list`, `Write each item of ${key} on a line of its own, beginning with "- "`);
      return [];
    },
  };
}

function didYouMean(key: string, keys: readonly string[]): string {
  const near = nearest(key, keys);
  return near ? `Did you mean "${near}"?` : `Use one of: ${keys.join(", ")}`;
}
