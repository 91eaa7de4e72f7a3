import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readStory } from "../../../src/core/story/read.ts";
import { emptyStory } from "../../../src/core/story/story.ts";

const problemsOf = (yaml: string) =>
  readStory(yaml, "harbour.yaml").problems.map(({ line, what, fix }) => `${line}: ${what} → ${fix}`);

describe("a small file", () => {
  const yaml =
    "name: Harbour talks\nactors:\n  - { name: Orla Fenwick, aliases: [Fenwick] }\nwords: [talks]\nwindow: 2031-05-04/2031-05-18\n";
  const { story, problems } = readStory(yaml, "stories/harbour-talks.yaml");
  test("is read without a word of complaint", () => expect(problems).toEqual([]));
  test("gets its id from its file", () => expect(story?.id).toBe("harbour-talks"));
  test("gets match rules from its actors and words", () => {
    expect(story?.match.derived).toBe(true);
    expect(story?.match.together).toContainEqual(["its people", "its matter"]);
    expect(story?.match.groups.find(({ id }) => id === "its people")?.actors).toEqual(["orla-fenwick"]);
    expect(story?.match.groups.find(({ id }) => id === "its words")?.words).toContain("talks");
  });
  test("gets a followed round from its window", () => {
    expect(story?.rounds).toEqual([
      { id: "window", name: "window", from: "2031-05-04", to: "2031-05-18", follow: true, places: [], sides: [] },
    ]);
  });
});

describe("days may be written", () => {
  const table: readonly (readonly [string, readonly [string, string]])[] = [
    ["window: { from: 2031-05-04, to: 2031-05-18 }", ["2031-05-04", "2031-05-18"]],
    ['window: { from: "2031-05-04", to: "2031-05-18" }', ["2031-05-04", "2031-05-18"]],
    ["window: 2031-05-04 / 2031-05-18", ["2031-05-04", "2031-05-18"]],
    ["window: 2031-05-04", ["2031-05-04", "2031-05-04"]],
    ["rounds:\n  - { id: one, days: 2031-05-04/2031-05-18 }", ["2031-05-04", "2031-05-18"]],
    ["rounds:\n  one: { days: 2031-05-04 to 2031-05-18 }", ["2031-05-04", "2031-05-18"]],
  ];
  test.each(table)("%s", (lines, [from, to]) => {
    expect(readStory(`name: x\nwords: [a]\n${lines}\n`, "x.yaml").story?.rounds).toMatchObject([{ from, to }]);
  });
});

describe("each fault names its line and the fix", () => {
  const table: readonly (readonly [yaml: string, problem: string])[] = [
    ["name: x\nword: [a]\nactors: [{ name: A }]", '2: A story has no field "word" → Did you mean "words"?'],
    ["name: x\nactors:\n  - name: A\n    alias: [B]", '4: An actor has no field "alias" → Did you mean "aliases"?'],
    ["words: [a]", "1: the story has no name → Add a line such as name: Harbour talks"],
    ["name: x", "1: the story names nobody and nothing → Add actors: or words:"],
    ["name: x\nwords: talks\nactors: [{ name: A }]", "2: words must be a list → Write words: [one, two]"],
    [
      "name: x\nwords: [a]\nzone: Mars/Base",
      "3: no such time zone: Mars/Base → Use a name such as Europe/Kyiv or America/New_York",
    ],
    [
      "name: x\nactors:\n  - { name: A, kind: robot }",
      "3: no such kind of actor: robot → Use one of: person, government, body, outlet, group",
    ],
    [
      "name: x\nwords: [a]\nwindow: { from: 2031-02-30, to: 2031-03-02 }",
      "3: from is not a day: 2031-02-30 → Write it as from: 2025-12-19",
    ],
    [
      "name: x\nwords: [a]\nwindow: { from: 2031-03-02, to: 2031-03-01 }",
      "3: the round ends (2031-03-01) before it begins (2031-03-02) → Exchange from and to",
    ],
    [
      "name: x\nwords: [a]\nrounds:\n  - { id: one, from: 2031-03-02 }",
      "4: a round needs its first and its last day → Add from: 2025-12-15 and to: 2025-12-31",
    ],
    [
      "name: x\nwords: [a]\nwindow: next week",
      "3: window is not a range of days → Write it as window: 2025-12-19/2025-12-21",
    ],
    [
      "name: x\nwords: [a]\nplaces:\n  - { id: quay, name: Quay, within: prot }\n  - { id: port, name: Port }",
      '4: no place has the id prot → Did you mean "port"?',
    ],
    [
      "name: x\nactors:\n  - { id: a, name: A }\n  - { id: a, name: B }",
      "3: two of actors have the id a → Give one of them another id",
    ],
    [
      "name: x\nwords: [a]\nmatch:\n  groups: { talks: { words: [a] } }\n  require: [[talks, talk]]",
      '5: require names a group that does not exist: talk → Did you mean "talks"?',
    ],
    [
      "name: x\nwords: [a]\nmatch:\n  groups: { one: { words: [a] } }\n  require: one",
      "5: require must be a list of lists → Write require: [[delegates, place], [delegates, talks]]",
    ],
    [
      "name: x\nactors: [{ id: orla, name: Orla }]\nmatch:\n  groups: { one: { actors: [ola] } }",
      '4: no actor has the id ola → Did you mean "orla"?',
    ],
    ["name: x\nwords: [a]\nmatch: strict", "3: match must have fields → Write groups: and require: below it"],
    ["- a list", '1: this is no story → Begin with a line such as "name: Harbour talks"'],
    ["", '1: this is no story → Begin with a line such as "name: Harbour talks"'],
  ];
  test.each(table)("%s", (yaml, problem) => expect(problemsOf(yaml)).toEqual([problem]));
  test("and a file with a fault is not used", () => expect(readStory("name: x\nword: [a]", "x.yaml").story).toBeNull());
  test("what is no YAML has a line, too", () => {
    expect(problemsOf("name: [a\nwords: b")[0]).toMatch(/^\d+: not readable as YAML/);
  });
});

describe("the files of this repository", () => {
  const folders = ["config/stories", "tests/stories"];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => `${folder}/${name}`),
  );
  test.each(files)("%s is read without a problem", (file) => {
    const { story, problems } = readStory(readFileSync(file, "utf8"), file);
    expect(problems).toEqual([]);
    expect(story?.id).not.toBe(emptyStory.id);
  });
  test.each(files)("%s gives no name or title to two actors on one day", (file) => {
    const { story } = readStory(readFileSync(file, "utf8"), file);
    const names = story?.actors.flatMap(({ id, name, aliases, roles }) => [
      ...[name, ...aliases].map((text) => ({ text: text.toLowerCase(), id, from: "0", to: "9" })),
      ...roles.map(({ title, from = "0", to = "9" }) => ({ text: title.toLowerCase(), id, from, to })),
    ]);
    const clashes = names?.filter((one, at) =>
      names
        .slice(0, at)
        .some(
          (other) => other.text === one.text && other.id !== one.id && other.from <= one.to && one.from <= other.to,
        ),
    );
    expect(clashes).toEqual([]);
  });
});
