/** What config/stories/README.md says is tried out: its example must work as it stands there. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { match } from "../../../src/core/match/match.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { readStory } from "../../../src/core/story/read.ts";

const readme = readFileSync("config/stories/README.md", "utf8");
const example = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
const { story, problems } = readStory(example, "harbour-talks.yaml");

describe("the smallest story", () => {
  const decisionOf = (title: string, day: string, text = "") =>
    match(
      {
        id: "a",
        url: "https://outlet.example/a",
        outlet: "outlet.example",
        title,
        text,
        lang: "en",
        published: Date.parse(`${day}T12:00:00Z`),
      },
      story!,
      lexiconOf([story!]),
    ).decision;
  test("is read without a problem", () => expect(problems).toEqual([]));
  test.each([
    ["in", "Fenwick sees no agreement on night shifts", "2031-05-06"],
    ["in", "Aldwick port calls off talks", "2031-05-18"],
    ["in", "Фенвик: strike goes on", "2031-05-04"],
    ["near", "Fenwick sees no agreement on night shifts", "2031-05-19"],
    ["out", "Fenwick buys a boat", "2031-05-06"],
    ["out", "Strike of the bakers", "2031-05-06"],
  ])("%s: %s, %s", (decision, title, day) => expect(decisionOf(title, day)).toBe(decision));
});

describe("every message in the table is one that is given", () => {
  const table = readme.slice(readme.indexOf("## When something is wrong"));
  const messages = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, message = ""]) => message),
  );
  const code = ["read", "read-match", "fields"]
    .map((name) => readFileSync(`src/core/story/${name}.ts`, "utf8"))
    .join("\n");
  test("there are some", () => expect(messages.length).toBeGreaterThan(8));
  test.each(messages)("%s", (message) => {
    const [fixed = ""] = message.replace(/^(?:An actor|from|words|window|two of actors) /, "").split(/ (?:…|"|…$)/);
    expect(code).toContain(fixed.replace(/ …$/, ""));
  });
});

describe("every field is told", () => {
  const code = ["read", "read-match"].map((name) => readFileSync(`src/core/story/${name}.ts`, "utf8")).join("\n");
  const keys = [...code.matchAll(/fields\.known\([^[]*\[([^\]]+)\]/g)].flatMap(([, list = ""]) =>
    [...list.matchAll(/"(\w+)"/g)].map(([, key = ""]) => key),
  );
  test.each([...new Set(keys)])("%s", (key) => expect(readme).toMatch(new RegExp(`[\`{ ]${key}[\`:]`)));
});
