/** Readers that leave, disks that are full, input that is no text: the program ends, says why in a line, and is quiet. */
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { folderWith, inProcess, lines, mainFile, stackTrace } from "./program.ts";

const article = (n: number) => ({
  id: `a${n}`,
  outlet: "Quay Post",
  published: "2031-05-05T08:00:00Z",
  title: `Dock talks, part ${n}`,
  text: `The port offered ${n} crates.`,
});
const good = lines(article(1), article(2));
const latin = Buffer.concat([
  Buffer.from('{"id":"x","published":"2031-05-05","text":"The caf'),
  Buffer.of(0xe9),
  Buffer.from(' opened."}\n'),
]);
const folder = folderWith({
  "good.jsonl": good,
  "many.jsonl": lines(...Array.from({ length: 4000 }, (_, n) => article(n))),
  "cut-off.jsonl": good.slice(0, -20),
  "cut-in-front.jsonl": `lo"}\n${good}`,
  "windows.jsonl": `\ufeff${good.replaceAll("\n", "\r\n")}`,
  "spaces.jsonl": `\n\n  ${good}\n\t\n`,
  "latin.jsonl": latin,
  "utf16.jsonl": Buffer.from(`\ufeff${good}`, "utf16le"),
  "binary.bin": Buffer.from(Array.from({ length: 3000 }, (_, n) => (n * 7919 + (n >> 3)) & 0xff)),
  "zeros.bin": Buffer.alloc(100_000),
  "newlines.txt": "\n".repeat(2_000_000),
  "spaces.txt": " ".repeat(2_000_000),
  "brackets.json": "[".repeat(300_000),
  "nested.jsonl": `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}\n${good}`,
  "numbers.json": JSON.stringify(Array.from({ length: 50_000 }, (_, n) => n)),
});
afterAll(folder.remove);
const file = (name: string) => join(folder.path, name);

/** Through a shell, whose redirections are what is tested. */
const shell = (line: string) =>
  spawnSync("sh", ["-c", line], {
    encoding: "utf8",
    timeout: 15_000,
    env: { ...process.env, P: `${process.execPath} ${mainFile}`, MANY: file("many.jsonl"), GOOD: file("good.jsonl") },
  });

describe("a reader of the output", () => {
  test.concurrent.each([
    ["leaves after a line", "($P match $MANY --json; echo $? >&2) | head -1"],
    ["is not there", "($P match $MANY --json; echo $? >&2) | true"],
    ["is closed", "$P match $GOOD >&-; echo $? >&2"],
  ])("%s", async (_name, line) => {
    const { stderr } = shell(line);
    expect(stderr).toBe("0\n");
  });

  test("has a full disk", () => {
    const { stderr, status } = shell("$P match $MANY --json > /dev/full");
    expect(status).toBe(1);
    expect(stderr).toBe("parley: the output cannot be written (ENOSPC). Free some space, or write elsewhere.\n");
  });

  test("of errors is not there", () => {
    expect(shell("$P fly 2>&-").status).toBe(2);
    expect(shell("($P match /nowhere.jsonl; echo $? ) 2>/dev/full").stdout).toBe("2\n");
  });
});

test("a file may come through a pipe", () => {
  const out = execFileSync("sh", [
    "-c",
    '"$1" "$2" match /dev/stdin --json < "$3"',
    "",
    process.execPath,
    mainFile,
    file("good.jsonl"),
  ]);
  expect(out.toString().split("\n")).toHaveLength(3);
});

/** Articles read, and what is said of the rest. */
const inputs: readonly (readonly [string, number, string])[] = [
  ["good.jsonl", 2, ""],
  ["windows.jsonl", 2, ""],
  ["spaces.jsonl", 2, ""],
  ["cut-off.jsonl", 1, ":2: This line is no JSON."],
  ["cut-in-front.jsonl", 2, ":1: This line is no JSON."],
  ["latin.jsonl", 1, ": This file is not valid UTF-8; some of its characters may be wrong."],
  ["utf16.jsonl", 2, ": This file is not valid UTF-8; some of its characters may be wrong."],
  ["binary.bin", 0, ": "],
  ["zeros.bin", 0, ": "],
  ["newlines.txt", 0, ": The file is empty."],
  ["spaces.txt", 0, ": The file is empty."],
  ["brackets.json", 0, ":1: This line is no JSON."],
  ["nested.jsonl", 2, ':1: The article has no "id".'],
  ["numbers.json", 0, "… and 49980 more problems."],
];

test.each(inputs)("%s gives %i articles", async (name, articles, says) => {
  const { code, out, err } = await inProcess(["match", file(name), "--json"]);
  expect(out.split("\n").length - 1).toBe(articles);
  expect(err).toContain(says);
  expect(err.split("\n").length).toBeLessThan(25);
  expect(err).not.toMatch(stackTrace);
  expect(code).toBe(says === "" ? 0 : 1);
});
