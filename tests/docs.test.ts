/** What the documents promise is what there is: commands, actions, settings, scripts, folders and links. */
import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../commands/index.ts";
import { environment } from "../config/load.ts";
import { keysAt } from "../config/shape.ts";
import { discordRights, slackRights } from "../src/cli/rights.ts";
import { exists, filesIn, foldersIn, textOf } from "./checkout/files.ts";
import { inProcess } from "./cli/program.ts";

const document = (path: string): string => (exists(path) ? textOf(path) : "");
const readme = document("README.md");
const architecture = document("ARCHITECTURE.md");

/** What `parley … --help` prints: the command line as it really is. */
const help = async (...args: readonly string[]): Promise<string> => (await inProcess([...args, "--help"])).out;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const says = (text: string, word: string): boolean => new RegExp(`(?<![\\w-])${escaped(word)}(?![\\w-])`).test(text);

describe("README.md names", () => {
  test("every command of the command line, and each of its options", async () => {
    const names = [...(await help()).matchAll(/^\s+(?:parley )?([a-z]+)\b/gm)].map(([, name = ""]) => name);
    const known = ["start", "demo", "replay", "match", "ask", "relate", "feed", "init", "doctor", "invite", "manifest"];
    expect(known.filter((name) => !names.includes(name))).toEqual([]);
    const pages = await Promise.all(known.map((name) => help(name)));
    const options = pages.flatMap((page) => [...page.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option));
    expect(options.length).toBeGreaterThan(known.length);
    expect(known.filter((name) => !says(readme, `parley ${name}`) && !says(readme, `npm run ${name}`))).toEqual([]);
    expect([...new Set(options)].filter((option) => option !== "--help" && !says(readme, option))).toEqual([]);
  });

  for (const command of commands)
    test(`every action of /${command.name}`, () => {
      const named = (action: string): boolean =>
        new RegExp(`\`(?:/${command.name} )?${action}\\b|/${command.name} ${action}\\b`).test(readme);
      expect(Object.keys(command.actions).filter((action) => !named(action))).toEqual([]);
    });

  test.each([
    ["Discord", discordRights],
    ["Slack", slackRights],
  ])("every right that is asked for on %s with its reason, and no other", (chat, rights) => {
    const [, section = ""] = readme.split(`\n## On ${chat}\n`);
    const rows = [...(section.split("\n## ")[0] ?? "").matchAll(/^\| (.+?) \| (.+) \|$/gm)]
      .map(([, name = "", why = ""]) => ({ name: name.replaceAll("`", ""), why: why.replaceAll("`", "") }))
      .filter(({ name }) => name !== "right" && name !== "---");
    expect(rows).toEqual(rights);
  });

  test("every npm script", () => {
    const { scripts } = JSON.parse(textOf("package.json")) as { readonly scripts: Readonly<Record<string, string>> };
    const short = new Set(["start", "test"]);
    const named = (name: string): boolean =>
      new RegExp(`npm run (?:-s |--silent )?${escaped(name)}(?![\\w:-])`).test(readme) ||
      (short.has(name) && says(readme, `npm ${name}`));
    expect(Object.keys(scripts).filter((name) => !named(name))).toEqual([]);
  });

  test("every setting", () => {
    const keys = [[], ["polling"], ["keep"], ["discord"], ["slack"], ["model"], ["destinations"], ["feeds"]].flatMap(
      (path) => keysAt(path),
    );
    expect([...new Set(keys)].filter((key) => !readme.includes(`\`${key}\``))).toEqual([]);
  });

  test("every environment variable, as .env.example does", () => {
    const names = Object.keys(environment);
    expect(names.filter((name) => !says(readme, name))).toEqual([]);
    expect(names.filter((name) => !says(textOf(".env.example"), name))).toEqual([]);
    const listed = [...textOf(".env.example").matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name = ""]) => name);
    expect(listed.filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe("config/parley.yaml", () => {
  test("shows every setting that there is, live or as a comment", () => {
    const keys = [[], ["polling"], ["keep"], ["discord"], ["slack"], ["model"], ["destinations"], ["feeds"]].flatMap(
      (path) => keysAt(path),
    );
    const shown = (key: string): boolean =>
      new RegExp(`^\\s*(?:# +|- )?${key}:`, "m").test(textOf("config/parley.yaml"));
    expect([...new Set(keys)].filter((key) => !shown(key))).toEqual([]);
  });
});

describe("ARCHITECTURE.md", () => {
  test("names every folder of the code", () => {
    const folders = [...foldersIn("src"), ...foldersIn("src/core"), ...foldersIn("src/platforms")];
    expect([...new Set(folders)].filter((name) => !says(architecture, name))).toEqual([]);
  });
  for (const what of ["platform", "command", "story", "kind of change"])
    test(`says where one would add a ${what}`, () => {
      expect(architecture).toMatch(
        new RegExp(`where would I add[^\\n]*\\b${what}\\b|^[-|*#\\s]*a (?:new )?${what}\\b`, "im"),
      );
    });
});

test("CHANGELOG.md has a section for what is not released yet", () => {
  expect(document("CHANGELOG.md")).toMatch(/^## \[?Unreleased\]?/m);
});

test("every relative link leads somewhere", () => {
  const broken = filesIn(".", ".md").flatMap((path) =>
    [...textOf(path).matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)]
      .map(([, to = ""]) => posix.join(posix.dirname(path), decodeURIComponent(to)))
      .filter((to) => !exists(to))
      .map((to) => `${path} → ${to}`),
  );
  expect(broken).toEqual([]);
});
