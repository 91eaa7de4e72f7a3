/** Wrong usage and wrong configuration: one clear line, the right exit code, no stack trace, and nothing on stdout. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { type Ended, folderWith, inProcess, lines, parley, stackTrace } from "./program.ts";

const commands = ["start", "demo", "replay", "match", "ask", "relate", "feed", "init", "doctor", "invite", "manifest"];
const article = { id: "a", published: "2031-05-05T08:00:00Z", title: "Dock talks", text: "The talks ended." };

const files = {
  "good.jsonl": lines(article),
  "empty.jsonl": "",
  "text.txt": "Once upon a time.\n".repeat(100),
  "half.jsonl": '{"id":"a","text":"The tal',
  "page.html": "<!doctype html><html><body><h1>Hello</h1></body></html>",
  "nothing.xml": '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>',
  "object.json": '{"before":1}',
  "story.yaml": "actors:\n  - name: Orla Fenwick\n",
  "broken.yaml": 'name: "Dock talks\nactors: [',
  "bomb.yaml": `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
    .split("")
    .map((name, n) => `${name}: &${name} [${Array(9).fill(`*${"abcdefg"[n]}`).join(",")}]`)
    .join("\n")}\nname: *h\n`,
};
const folder = folderWith(files);
mkdirSync(join(folder.path, "folder"));
afterAll(folder.remove);

const call = (args: readonly string[]) => parley(args, { cwd: folder.path });

describe("help", () => {
  test.each([...commands.map((name) => [name, "--help"]), ["replay", "-h"], ["help", "ask"], ["help"], ["-h"]])(
    "%s %s",
    async (...words) => {
      const { code, out, err } = await inProcess(words.filter((word) => word !== undefined));
      expect([code, err]).toEqual([0, ""]);
      expect(out).toMatch(/^parley /);
      expect(out).toContain("example: parley ");
    },
  );

  test("the list names every command, and goes to standard error when nothing was asked", async () => {
    const { code, out, err } = await call([]);
    expect([code, out]).toEqual([2, ""]);
    for (const name of commands) expect(err).toMatch(new RegExp(`^  ${name} `, "m"));
  });

  test("--version", async () => {
    expect(await call(["--version"])).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringMatching(/^parley \d+\.\d+/),
    });
  });
});

/** Words, exit code, what the one line says. */
const wrong: readonly (readonly [string, number, RegExp])[] = [
  ["fly", 2, /no command "fly"/],
  ["replya", 2, /Did you mean "replay"\?/],
  ["__proto__", 2, /no command/],
  ["--json", 2, /no command "--json"/],
  ["start now", 2, /takes no "now".*start --help/],
  ["demo now", 2, /takes no "now"/],
  ["doctor now", 2, /takes no "now"/],
  ["demo --speed 0", 2, /"0" is no speed/],
  ["demo --speed fast", 2, /"fast" is no speed/],
  ["demo --speed 1e99", 2, /is no speed/],
  ["demo --speed", 2, /argument missing.*demo --help/],
  ["demo --once=yes", 2, /does not take an argument/],
  ["replay", 2, /Name at least one FILE/],
  ["match", 2, /Name at least one FILE/],
  ["ask", 2, /Ask something/],
  ["ask where?", 2, /Name at least one FILE/],
  ["relate", 2, /Name one PAIRS.json/],
  ["relate good.jsonl good.jsonl", 2, /Name one PAIRS.json/],
  ["feed", 2, /Name one FILE or URL/],
  ["feed a b", 2, /Name one FILE or URL/],
  ["feed ftp://quay.example/feed", 2, /only addresses that begin with https/],
  ["feed http://127.0.0.1:9/feed", 1, /Port 9/],
  ["feed http://user:secret@", 1, /address/i],
  ["replay nowhere.jsonl", 2, /no file nowhere.jsonl. Check the path/],
  ["replay folder", 2, /folder is a folder/],
  ["feed folder", 2, /folder is a folder/],
  ["relate folder", 2, /folder is a folder/],
  ["replay good.jsonl/x", 2, /no file/],
  [`replay ${"x".repeat(5000)}`, 2, /no file/],
  ["replay /dev/zero", 2, /larger than 256 MiB/],
  ["replay empty.jsonl", 1, /empty.jsonl: The file is empty/],
  ["replay text.txt", 1, /text.txt: This is no feed/],
  ["replay page.html", 1, /page.html: This is no feed/],
  ["replay half.jsonl", 1, /half.jsonl:1: This line is no JSON/],
  ["feed good.jsonl", 1, /good.jsonl: /],
  ["feed empty.jsonl", 1, /empty.jsonl: The document is empty/],
  ["relate text.txt", 2, /text.txt is not JSON/],
  ["relate object.json", 2, /must hold a list/],
  ["replay good.jsonl --cutoffs yesterday", 2, /"yesterday" is no time. Write it as/],
  ["replay good.jsonl --cutoffs 2031-13-45", 2, /is no time/],
  ["replay good.jsonl --cutoffs 2031-05-06,2031-05-05", 2, /later than the one before/],
  ["replay good.jsonl --cutoffs 2031-05-06,2031-05-06", 2, /later than the one before/],
  ["replay good.jsonl --cutoffs", 2, /argument missing/],
  ["replay good.jsonl --cutoffs=", 2, /is no time/],
  ["replay good.jsonl --every 0h", 2, /"0h" is no step/],
  ["replay good.jsonl --every soon", 2, /is no step/],
  ["replay good.jsonl --every 1h --cutoffs 2031-05-06", 2, /not both/],
  ["replay good.jsonl --speed 2", 2, /Unknown option '--speed'.*replay --help/],
  ["replay good.jsonl --json=yes", 2, /does not take an argument/],
  ["ask where? good.jsonl --at noon", 2, /"noon" is no time/],
  ["replay good.jsonl --story miami", 2, /no story "miami"/],
  ["replay good.jsonl --story ./no.yaml", 2, /no story file .\/no.yaml/],
  ["replay good.jsonl --story /usr", 2, /usr is a folder/],
  ["replay good.jsonl --story story.yaml", 2, /story.yaml:1: /],
  ["replay good.jsonl --story broken.yaml", 2, /broken.yaml:\d+: /],
  ["match good.jsonl --story bomb.yaml", 2, /bomb.yaml:\d+: /],
  ["match good.jsonl --story good.jsonl", 2, /good.jsonl:\d+: /],
];

/** Names of files of the folder, wherever the test runs. */
const located = (words: string) =>
  words.split(" ").map((word) => (Object.hasOwn(files, word) || word === "folder" ? join(folder.path, word) : word));

function expectOneLine({ code, out, err }: Ended, wanted: number, says: RegExp): void {
  expect(err).toMatch(says);
  expect(code).toBe(wanted);
  expect(err).toMatch(/^[^\n]+\n$/);
  expect(err).not.toMatch(stackTrace);
  if (wanted === 2) expect(out).toBe("");
}

describe("wrong usage", () => {
  test.each(wrong)("parley %s", async (words, code, says) => {
    expectOneLine(await inProcess(located(words)), code, says);
  });

  test.concurrent.each(wrong.filter((_, n) => n % 6 === 0))("parley %s, as a process", async (words, code, says) => {
    expectOneLine(await call(words.split(" ")), code, says);
  });
});

const config = (change: string) =>
  `stories: [story.yaml]\npolling: { contact: https://desk.example/ }\ndestinations:\n  - { place: "terminal:", story: dock, schedule: daily 08:00 }\nfeeds:\n  - { id: quay, url: https://quay.example/feed, outlet: Quay }\n${change}`;

/** A configuration, and what `start` says to it. */
const faults: readonly (readonly [string, string, RegExp])[] = [
  ["no file", "", /./],
  ["no YAML", "a: [", /parley.yaml:\d+/],
  ["an unknown key", config("colour: red\n"), /parley.yaml:7: .*colour/],
  ["a zone that is none", config("zone: Mars/Olympus\n"), /parley.yaml:7: .*IANA/],
  ["no feeds", config("").replace(/feeds:[\s\S]*/, "feeds: []\n"), /feed/],
  ["a schedule that cannot be", config("").replace("daily 08:00", "daily 27:00"), /27:00/],
  ["an address that is none", config("").replace("https://quay.example/feed", "quay"), /https:\/\//],
  ["a story file that is not there", config("").replace("story.yaml", "gone.yaml"), /gone.yaml/],
  ["a story that nobody describes", config("").replace("story: dock", "story: dork"), /"dork"/],
  ["a platform that is not there", config("").replace('"terminal:"', '"pigeon:"'), /pigeon:/],
];

describe("wrong configuration", () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each(faults)("%s", async (name, text, says) => {
    const own = folderWith({ "parley.yaml": text, "story.yaml": "story: dock\nname: Dock talks\nwords: [talks]\n" });
    vi.stubEnv("PARLEY_CONFIG", join(own.path, name === "no file" ? "none.yaml" : "parley.yaml"));
    vi.stubEnv("PARLEY_STORE", join(own.path, "store.sqlite"));
    expectOneLine(await inProcess(["start"]), 2, says);
    const checked = await inProcess(["doctor", "--json"]);
    own.remove();
    expect([checked.code, checked.err]).toEqual([1, ""]);
    expect(JSON.parse(checked.out)).toContainEqual(expect.objectContaining({ name: "settings", ok: false }));
  });

  test.concurrent.each([
    ["PARLEY_CONFIG", "/nowhere/parley.yaml", /nowhere/],
    ["PARLEY_ZONE", "Mars", /PARLEY_ZONE/],
    ["LOG_LEVEL", "loud", /LOG_LEVEL.*"loud"/],
    ["PARLEY_STORE", "/dev/null/x", /\/dev\/null\/x/],
    ["PARLEY_STORE", join(folder.path, "text.txt"), /text\.txt/],
  ])("%s=%s, as a process", async (name, value, says) => {
    expectOneLine(await parley(["start"], { env: { [name]: value } }), 2, says);
  });
});
