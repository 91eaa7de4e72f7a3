/** The house rules that matter, as tests. CONTRIBUTING.md says them in words. */
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { geography } from "../src/core/language/geography.ts";
import { exists, filesIn, foldersIn, textOf } from "./checkout/files.ts";

const code = ["src", "commands", "config"].flatMap((folder) => filesIn(folder, ".ts"));
const tests = filesIn("tests", ".ts");
const prose = filesIn(".", ".md");

type Import = { readonly from: string; readonly to: string };

/** Every import of every file: a package's name, or a path in the checkout. */
const imports: readonly Import[] = code.flatMap((from) =>
  [...textOf(from).matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\(|\bresolve\()\s*"([^"]+)"/g)]
    .map(([, to = ""]) => to)
    .filter((to) => /^(?:\.|node:|@?[a-z][\w.-]*(?:\/|$))/.test(to))
    .map((to) => ({ from, to: to.startsWith(".") ? posix.join(posix.dirname(from), to) : to })),
);
const inside = imports.filter(({ to }) => /^(?:src|commands|config)\//.test(to));
const outside = imports.filter(({ to }) => !/^(?:src|commands|config|tests)\//.test(to));

describe("dependencies point one way", () => {
  const adapter = (own: string): readonly string[] => [own, "src/core/", "src/ports.ts"];
  /** What every platform may use besides. */
  const shared = ["serve", "check", "again", "bounded", "insist", "work"]
    .map((name) => `src/platforms/${name}.ts`)
    .concat("commands/");
  /** A file's part of the checkout, and what it may import; the first that fits counts. */
  const table: readonly (readonly [string, readonly string[]])[] = [
    ["src/core/", ["src/core/"]],
    ["src/ports.ts", ["src/core/"]],
    ["src/log.ts", ["src/ports.ts"]],
    ["src/pipeline/", ["src/pipeline/", "src/core/", "src/ports.ts"]],
    ["src/web/", adapter("src/web/")],
    ["src/llm/", adapter("src/llm/")],
    ["src/store/", adapter("src/store/")],
    ["src/schedule/", adapter("src/schedule/")],
    ["src/console/", adapter("src/console/")],
    ["src/platforms/discord/", [...adapter("src/platforms/discord/"), ...shared]],
    ["src/platforms/slack/", [...adapter("src/platforms/slack/"), ...shared]],
    ["src/platforms/terminal/", [...adapter("src/platforms/terminal/"), ...shared]],
    ["src/platforms/", [...adapter("src/platforms/"), "commands/"]],
    ["src/demo/", adapter("src/demo/")],
    ["src/cli/", ["src/", "commands/", "config/"]],
    ["src/main.ts", ["src/", "commands/", "config/"]],
    ["commands/", ["commands/", "src/core/"]],
    ["config/", ["config/", "src/core/", "src/log.ts"]],
  ];
  test("every file has its place in the table", () => {
    expect(inside.length).toBeGreaterThan(code.length);
    expect(outside.length).toBeGreaterThan(10);
    expect(code.filter((path) => !table.some(([part]) => path.startsWith(part)))).toEqual([]);
  });
  test("and imports only what its place may", () => {
    const wrong = inside.filter(({ from, to }) => {
      const allowed = table.find(([part]) => from.startsWith(part))?.[1] ?? [];
      return !allowed.some((part) => to.startsWith(part));
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});

describe("a package stays in its folder", () => {
  const table: Readonly<Record<string, readonly string[]>> = {
    "discord.js": ["src/platforms/discord/"],
    "@slack/bolt": ["src/platforms/slack/"],
    openai: ["src/llm/"],
    "rss-parser": ["src/web/"],
    htmlparser2: ["src/web/"],
    undici: ["src/web/"],
    eld: ["src/web/"],
    "node-cron": ["src/schedule/"],
    kysely: ["src/store/"],
    stemmer: ["src/core/"],
    yaml: ["src/core/story/", "src/demo/", "config/"],
    zod: ["config/"],
    "node:sqlite": ["src/store/"],
    "node:http": ["src/web/", "src/demo/", "src/console/"],
    "node:https": ["src/web/"],
    "node:http2": ["src/web/"],
    "node:net": ["src/web/"],
    "node:tls": ["src/web/"],
    "node:dns": ["src/web/"],
  };
  const nameOf = (to: string): string => to.split("/", to.startsWith("@") ? 2 : 1).join("/");
  test("as the table says", () => {
    const wrong = outside.filter(({ from, to }) => {
      const folders = table[nameOf(to)];
      if (folders === undefined)
        return !to.startsWith("node:") || from.startsWith("src/core/") || from.startsWith("commands/");
      return !folders.some((folder) => from.startsWith(folder));
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
  test("only the web folder asks the web", () => {
    const askers = code.filter((path) => /(?<![.\w])fetch\(/.test(withoutProse(path)) && !path.startsWith("src/web/"));
    expect(askers).toEqual([]);
  });
});

describe("the core and the commands are values in, values out", () => {
  const pure = code.filter((path) => path.startsWith("src/core/") || path.startsWith("commands/"));
  const banned =
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bcrypto\.|\bconsole\.|\bprocess\./;
  test("no clock, no chance, no process", () => {
    expect(pure.filter((path) => banned.test(withoutProse(path)))).toEqual([]);
  });
  test("only config/load.ts reads the environment", () => {
    expect(code.filter((path) => /\bprocess\.env\b/.test(withoutProse(path)))).toEqual(["config/load.ts"]);
  });
  test("no regular expression is made from what a person typed", () => {
    expect(filesIn("commands", ".ts").filter((path) => /\bnew RegExp\(/.test(withoutProse(path)))).toEqual([]);
  });
});

describe("files are small", () => {
  const lines = (path: string): number => textOf(path).trimEnd().split("\n").length;
  const sizes = code.map(lines).sort((a, b) => a - b);
  const share = (part: number): number => sizes[Math.ceil(sizes.length * part) - 1] ?? 0;
  test("none is longer than 300 lines", () => {
    expect([...code, ...tests].filter((path) => lines(path) > 300)).toEqual([]);
  });
  test("the median is at most 70", () => expect(share(0.5)).toBeLessThanOrEqual(70));
  test("nine in ten are at most 200", () => expect(share(0.9)).toBeLessThanOrEqual(200));
});

describe("the right word", () => {
  const banned = new Set(["util", "utils", "helper", "helpers", "manager", "managers", "service", "services"]);
  for (const word of ["handler", "handlers", "data", "info"]) banned.add(word);
  const wordsOf = (name: string): readonly string[] =>
    name
      .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .split(/[^a-z0-9]+/);
  const bad = (name: string): boolean => wordsOf(name).some((word) => banned.has(word));
  test("in the names of files and folders", () => {
    const allowed = new Set(["commands/services.ts", "tests/fakes/services.ts"]);
    expect([...code, ...tests].filter((path) => bad(path.replace(/\.ts$/, "")) && !allowed.has(path))).toEqual([]);
  });
  test("in the names that files export", () => {
    const found = code
      .filter((path) => path !== "commands/services.ts")
      .flatMap((path) =>
        [...textOf(path).matchAll(/^export (?:async )?(?:const|let|function\*?|class|type|interface) (\w+)/gm)]
          .filter(([, name = ""]) => bad(name))
          .map(([, name]) => `${path}: ${name}`),
      );
    expect(found).toEqual([]);
  });
  test("nothing is left for later", () => {
    const later = new RegExp(`\\b(?:${["TO", "DO|FIX", "ME|XX", "X"].join("")})\\b`);
    expect([...code, ...tests, ...prose].filter((path) => later.test(textOf(path)))).toEqual([]);
  });
  test("no test is left out", () => {
    const left = new RegExp(`\\.(?:${["sk", "ip|on", "ly"].join("")})\\(`);
    expect(tests.filter((path) => left.test(textOf(path)))).toEqual([]);
  });
});

describe("the checkout", () => {
  test("has these folders and no others", () => {
    const allowed = ["src", "commands", "config", "tests", ".ci", ".github"];
    expect(foldersIn(".").filter((name) => !allowed.includes(name))).toEqual([]);
  });
  test("pins every version exactly", () => {
    const manifest = JSON.parse(textOf("package.json")) as Readonly<Record<string, Readonly<Record<string, string>>>>;
    const kinds = ["dependencies", "devDependencies", "optionalDependencies"];
    const loose = kinds
      .flatMap((kind) => Object.entries(manifest[kind] ?? {}))
      .filter(([, pin]) => !/^\d+\.\d+\.\d+$/.test(pin));
    expect(loose).toEqual([]);
  });
  test("every module says first what it is", () => {
    expect(code.filter((path) => !/^(?:#!.*\n)?(?:\/\*\*|\/\/)/.test(textOf(path)))).toEqual([]);
  });
});

describe("a story is data", () => {
  type Named = { readonly name?: string; readonly aliases?: readonly string[] };
  type StoryFile = { readonly actors?: readonly Named[]; readonly places?: readonly Named[] };
  type FeedFile = { readonly title?: string; readonly feeds?: readonly { readonly outlet: string }[] };
  const yamlIn = (...folders: readonly string[]): readonly string[] =>
    folders.flatMap((folder) => filesIn(folder, ".yaml"));

  /** Countries, their people and capitals belong to every story. */
  const general = new Set(geographyWords());
  const fromStories = yamlIn("config/stories", "tests/stories").flatMap((path) => {
    const { actors = [], places = [] } = read(path) as StoryFile;
    return [...actors, ...places].flatMap(({ name, aliases = [] }) => [name ?? "", ...aliases]);
  });
  const fromFeeds = [...yamlIn("config/demo"), ...(exists("config/parley.yaml") ? ["config/parley.yaml"] : [])].flatMap(
    (path) => {
      const { title, feeds = [] } = read(path) as FeedFile;
      return [title ?? "", ...feeds.map((feed) => feed.outlet)];
    },
  );
  const names = [...new Set([...fromStories, ...fromFeeds].map((name) => name.replace(/\*$/, "").trim()))].filter(
    (name) => name.length > 2 && /^\p{Lu}/u.test(name) && !general.has(name.toLowerCase().replace(/['’]s$/, "")),
  );

  test("no actor, place or outlet of any story or feed stands in code", () => {
    expect(names.length).toBeGreaterThan(20);
    const found = code
      .filter((path) => !path.startsWith("config/") && path !== "src/core/language/geography.ts")
      .flatMap((path) => {
        const text = textOf(path);
        return names.filter((name) => holds(text, name)).map((name) => `${path}: ${name}`);
      });
    expect(found).toEqual([]);
  });
});

/** Whether a text holds a name as whole words, in this very case. */
function holds(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1] ?? "", text[at + name.length] ?? ""];
    if (!/[\p{L}\p{N}_]/u.test(before) && !/[\p{L}\p{N}_]/u.test(after)) return true;
  }
  return false;
}

function geographyWords(): readonly string[] {
  const listed = textOf("src/core/language/geography.ts").matchAll(/^[a-z-]+: (.+)$/gm);
  return [...listed].flatMap(([, cells = ""]) => cells.split(/[|;>]/)).map((word) => word.trim().toLowerCase());
}

/** A YAML file as far as it can be read; that it can is tested where it is used. */
function read(path: string): unknown {
  return parseDocument(textOf(path)).toJS() ?? {};
}

/** A file without its comments, so that a sentence about a clock is no clock. */
function withoutProse(path: string): string {
  return textOf(path)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "");
}

test("the list of countries is the one that the code ships", () => {
  expect(geography.length).toBeGreaterThan(30);
  expect(geographyWords().length).toBeGreaterThan(geography.length);
});
