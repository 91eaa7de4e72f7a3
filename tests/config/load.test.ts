import { expect, test } from "vitest";
import { showProblem } from "../../config/config.ts";
import { type Environment, type Files, loadConfig } from "../../config/load.ts";

const settings = `stories: [stories]
polling: { contact: "https://desk.example/bot" }
destinations: [{ place: "terminal:", story: harbour-talks, schedule: daily 08:00 }]
feeds: [{ id: north, url: "https://north.example/rss", outlet: Northern Courier }]
`;

/** A disk of texts by path. */
function folder(texts: Readonly<Record<string, string>>): Files {
  return {
    read: (path) => {
      const text = texts[path];
      if (text === undefined) throw new Error(`ENOENT ${path}`);
      return text;
    },
    list: (path) => {
      const names = Object.keys(texts).filter((name) => name.startsWith(`${path}/`));
      if (names.length === 0) throw new Error(`ENOTDIR ${path}`);
      return names.map((name) => name.slice(path.length + 1));
    },
  };
}

const usual = {
  "/bot/config/parley.yaml": settings,
  "/bot/config/stories/second.yaml": "id: second",
  "/bot/config/stories/first.yml": "id: first",
  "/bot/config/stories/README.md": "about stories",
};

const load = (env: Environment, texts: Readonly<Record<string, string>> = usual, secretNames: readonly string[] = []) =>
  loadConfig({ root: "/bot", env, files: folder(texts), secretNames });

test("the usual place, with nothing in the environment", () => {
  const loaded = load({});
  expect(loaded.problems).toEqual([]);
  expect(loaded).toMatchObject({
    file: "config/parley.yaml",
    storePath: "/bot/data/parley.sqlite",
    stories: [
      { file: "config/stories/first.yml", text: "id: first" },
      { file: "config/stories/second.yaml", text: "id: second" },
    ],
    logLevel: "info",
    color: true,
    secrets: {},
  });
});

test("the environment overrides the file", () => {
  const loaded = load(
    {
      PARLEY_CONFIG: "/etc/parley/my.yaml",
      PARLEY_STORE: "x.sqlite",
      PARLEY_ZONE: "Asia/Tokyo",
      LOG_LEVEL: "warn",
      NO_COLOR: "1",
    },
    { "/etc/parley/my.yaml": settings.replace("[stories]", "[one.yaml]"), "/etc/parley/one.yaml": "id: one" },
  );
  expect(loaded.problems).toEqual([]);
  expect(loaded).toMatchObject({
    storePath: "/bot/x.sqlite",
    stories: [{ text: "id: one" }],
    config: { zone: "Asia/Tokyo", store: "x.sqlite", destinations: [{ zone: "Asia/Tokyo" }] },
    logLevel: "warn",
    color: false,
  });
});

test("a store in memory stays there", () => {
  expect(load({ PARLEY_STORE: ":memory:" }).storePath).toBe(":memory:");
});

test("what is wrong is said, each with its cure, and there is no configuration then", () => {
  const table: readonly (readonly [Environment, Readonly<Record<string, string>>, RegExp])[] = [
    [{}, {}, /^config\/parley\.yaml: The file cannot be read\. Set PARLEY_CONFIG/],
    [{ PARLEY_ZONE: "Mars" }, usual, /^PARLEY_ZONE: "Mars" is no zone\. Use an IANA zone/],
    [{ LOG_LEVEL: "warning" }, usual, /^LOG_LEVEL: "warning" is no level\. Did you mean "warn"\?/],
    [{}, { "/bot/config/parley.yaml": settings }, /^config\/stories: The file cannot be read\. Correct `stories`/],
  ];
  for (const [env, texts, expected] of table) {
    const loaded = load(env, texts);
    expect(loaded.problems.map(showProblem).join("\n")).toMatch(expected);
    expect(loaded.config).toBeNull();
  }
});

test("a secret comes from the environment or from a file, trimmed, and an unreadable file is a problem", () => {
  const texts = { ...usual, "/run/secrets/one": "from-a-file\n" };
  expect(load({ ONE: "direct", ONE_FILE: "/run/secrets/one" }, texts, ["ONE"]).secrets).toEqual({ ONE: "direct" });
  expect(load({ ONE_FILE: "/run/secrets/one" }, texts, ["ONE", "TWO"]).secrets).toEqual({ ONE: "from-a-file" });
  expect(load({ ONE_FILE: "/nowhere" }, texts, ["ONE"]).problems.map(showProblem)).toEqual([
    "ONE_FILE: The file cannot be read. Check its path and rights.",
  ]);
});
