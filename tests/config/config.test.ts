import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { problemsMax, readConfig, showProblem, textLengthMax } from "../../config/config.ts";
import { nearest } from "../../src/core/text/nearest.ts";

const shipped = readFileSync(new URL("../../config/parley.yaml", import.meta.url), "utf8");

const small = `zone: Europe/Kyiv
stories: [stories]
polling:
  contact: https://desk.example/bot
destinations:
  - place: "terminal:"
    story: harbour-talks
    schedule: daily 08:00, 20:00
    quietHours: 22:00-07:00
feeds:
  - id: north
    url: https://north.example/rss
    outlet: Northern Courier
    lang: en
  - id: south
    url: https://south.example/rss
    outlet: Southern Herald
`;

const problemsOf = (text: string): readonly string[] => readConfig(text, "p.yaml").problems.map(showProblem);

test("the file that ships is read without a problem, and every setting is said outright", () => {
  const { config, problems } = readConfig(shipped, "config/parley.yaml");
  expect(problems).toEqual([]);
  expect(config?.destinations.map(({ place, quiet }) => [place, quiet])).toEqual([["terminal:", "line"]]);
  expect(config?.feeds.length).toBeGreaterThanOrEqual(25);
  expect(new Set(config?.feeds.map((feed) => feed.lang)).size).toBeGreaterThanOrEqual(6);
  for (const feed of config?.feeds ?? []) expect(new URL(feed.url).protocol, feed.id).toBe("https:");
});

test("what is not said has a default", () => {
  const { config } = readConfig(small, "p.yaml");
  expect(config).toMatchObject({
    store: "data/parley.sqlite",
    polling: { floorMs: 15 * 60_000, ceilingMs: 120 * 60_000, allowHosts: [] },
    destinations: [
      {
        zone: "Europe/Kyiv",
        quiet: "line",
        schedule: {
          kind: "times",
          times: [
            { hour: 8, minute: 0 },
            { hour: 20, minute: 0 },
          ],
        },
        quietHours: { from: { hour: 22, minute: 0 }, to: { hour: 7, minute: 0 } },
      },
    ],
  });
  expect(config?.feeds[1]).toEqual({
    id: "south",
    url: "https://south.example/rss",
    outlet: "Southern Herald",
    lang: null,
    owner: null,
    country: null,
    stateRun: false,
  });
});

test("a zone from outside replaces the file's own, not a destination's", () => {
  const text = small.replace("    quietHours", "    zone: Asia/Tokyo\n    quietHours");
  expect(readConfig(text, "p.yaml", "UTC").config).toMatchObject({
    zone: "UTC",
    destinations: [{ zone: "Asia/Tokyo" }],
  });
  expect(readConfig(small, "p.yaml", "UTC").config?.destinations[0]?.zone).toBe("UTC");
});

describe("a wrong setting is named with its line and its cure", () => {
  // what is replaced, by what, the problem
  const table: readonly (readonly [string, string, RegExp])[] = [
    ["zone: Europe/Kyiv", "zone: Europe/Kief", /^p\.yaml:1: "zone" is not right\. Use an IANA zone/],
    ["zone:", "zones:", /^p\.yaml:1: There is no setting "zones"\. Did you mean "zone"\?$/],
    ["zone:", "colour:", /^p\.yaml:1: There is no setting "colour"\. The keys here are zone, store, /],
    ["contact", "contacts", /^p\.yaml:3: "polling\.contact" is missing/],
    ["contact:", "floorMinutes: 1\n  contact:", /^p\.yaml:4: "polling\.floorMinutes" is not right\. The least is 5/],
    ["contact:", "floorMinutes: 300\n  contact:", /^p\.yaml:4: The floor is above the ceiling/],
    ["contact:", "allowHosts: [localhost]\n  contact:", /^p\.yaml:4: .*host:port/],
    ["08:00, 20:00", "8am", /^p\.yaml:8: "destinations\.0\.schedule" is not right\. "8am" is no time of day/],
    ["22:00-07:00", "at night", /^p\.yaml:9: .*two different times/],
    ['"terminal:"', "terminal", /^p\.yaml:6: .*begins with its platform/],
    ["lang: en", "language: en", /^p\.yaml:14: There is no setting "language"/],
    ["lang: en", "lang: English", /^p\.yaml:14: "feeds\.0\.lang" is not right/],
    ["id: south", "id: north", /^p\.yaml:15: "north" is there twice/],
    ["https://south.example", "ftp://south.example", /^p\.yaml:16: .*https:\/\//],
    ["https://south.example", "https://me:pw@south.example", /^p\.yaml:16: .*without a user name/],
    ["stories: [stories]", "stories: stories", /^p\.yaml:2: "stories" is not right\. It must be a list/],
    ["polling:\n", "polling: [\n", /^p\.yaml:\d+: This is not YAML/],
  ];
  for (const [from, to, expected] of table)
    test(`${from.trim()} → ${to.trim()}`, () => {
      const problems = problemsOf(small.replace(from, to));
      expect(
        problems.some((line) => expected.test(line)),
        problems.join("\n"),
      ).toBe(true);
      expect(readConfig(small.replace(from, to), "p.yaml").config).toBeNull();
    });
});

test("no text makes it throw, and few problems are told at once", () => {
  fc.assert(fc.property(fc.string(), (text) => readConfig(text, "p.yaml").config === null));
  const bomb = `a: &a [1]\n${Array.from({ length: 200 }, (_, n) => `k${n}: [${"*a, ".repeat(9)}*a]`).join("\n")}`;
  expect(problemsOf(bomb).length).toBeLessThanOrEqual(problemsMax);
  expect(problemsOf(" ".repeat(textLengthMax + 1))).toHaveLength(1);
});

test("the nearest word is near, or nothing", () => {
  expect(nearest("scheduel", ["schedule", "story"])).toBe("schedule");
  expect(nearest("banana", ["schedule", "story"])).toBeNull();
  expect(nearest("x", [])).toBeNull();
});

describe("a language model", () => {
  const withModel = (lines: string, destination = ""): string =>
    `${small.replace("    quietHours", `${destination}    quietHours`)}model:\n${lines}`;
  const local = "  baseUrl: http://127.0.0.1:11434/v1\n  name: small\n";
  test("is off unless it is described, and then has caps", () => {
    expect(readConfig(small, "p.yaml").config?.model).toBeNull();
    expect(readConfig(withModel(local), "p.yaml").config?.model).toMatchObject({
      ...{ roles: ["extractor", "judge", "writer", "answerer"], tokensPerDay: 200_000, moneyPerDay: null },
    });
  });
  test.each([
    ["https://api.provider.example/v1", true],
    ["http://ollama:11434/v1", true],
    ["http://192.168.1.9:8080/v1", true],
    ["http://[::1]:8080/v1", true],
    ["http://api.provider.example/v1", false],
    ["http://172.32.0.1/v1", false],
    ["http://172.31.0.1/v1", true],
    ["http://10.0.0.7/v1", true],
    ["http://10.example.com/v1", false],
    ["http://127.0.0.1.example.com/v1", false],
    ["http://192.168.provider.example/v1", false],
    ["http://172.16.provider.example/v1", false],
    ["https://me:key@api.provider.example/v1", false],
    ["file:///etc/passwd", false],
  ])("at %s is taken: %s", (address, taken) => {
    const problems = problemsOf(withModel(`  baseUrl: "${address}"\n  name: small\n`));
    expect(problems.length === 0).toBe(taken);
  });
  test("is needed for lines in another language, of which something must be known", () => {
    const german = "    language: de\n";
    expect(readConfig(withModel(local, german), "p.yaml").config?.destinations[0]?.language).toBe("de");
    expect(readConfig(withModel(local), "p.yaml").config?.destinations[0]).not.toHaveProperty("language");
    expect(problemsOf(small.replace("    quietHours", `${german}    quietHours`))[0]).toContain(
      "Set model with the role writer",
    );
    expect(problemsOf(withModel(`${local}  roles: [judge]\n`, german))[0]).toContain("Set model with the role writer");
    expect(problemsOf(withModel(local, "    language: nl\n"))).toHaveLength(1);
  });
});
