import { expect, test } from "vitest";
import { plain } from "../../../src/core/text/plain.ts";
import { graphemesOf, widthOf } from "../../../src/platforms/terminal/cells.ts";

test.each([
  ["", 0],
  ["abc", 3],
  ["Женева", 6],
  ["漁獲枠", 6],
  ["서울", 4],
  ["ﾊﾝｶｸ", 4],
  ["ＡＢ", 4],
  ["e\u0301", 1],
  ["نص", 2],
  ["🐟", 2],
  ["👩‍👩‍👧", 2],
  ["🇫🇷", 2],
  ["a\u200db", 2],
  ["…–“”", 4],
  ["「」", 4],
])("%j takes %d cells", (value, cells) => {
  expect(widthOf(value)).toBe(cells);
});

test("a letter with its marks is one character", () => {
  expect(graphemesOf("e\u0301x🇫🇷")).toEqual(["e\u0301", "x", "🇫🇷"]);
});

test.each([
  ["a colour", "a \x1b[31mred\x1b[0m word", "a red word"],
  ["the cursor", "up\x1b[2A\x1b[K, home\x1b[1;1H", "up, home"],
  ["a cleared screen", "\x1b[2J\x1bcgone", "gone"],
  ["a title", "\x1b]0;owned\x07title", "title"],
  ["a hyperlink", "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\", "click"],
  ["a title that never ends", "\x1b]0;owned", "]0;owned"],
  ["device control", "\x1bP1;2|x\x1b\\after", "after"],
  ["8-bit control sequences", "\x9b31mred\x9d0;t\x9c.", "red."],
  ["a sequence cut in half", "end\x1b[", "end"],
  ["a lone escape", "a\x1b", "a"],
  ["backspace, bell and return", "ab\b\b\x07c\rd", "abc d"],
  ["lines and tabs", "a\n\tb\u2028c", "a b c"],
  ["turned writing", "\u202Egnp.exe\u202C \u2066x\u2069", "gnp.exe x"],
  ["invisible characters", "a\u200bb\ufeffc\u00add\u2060e", "abcde"],
  ["half a character", "a\ud800b", "ab"],
  ["stacked marks", `a${"\u0316".repeat(50)}b`, `a${"\u0316".repeat(4)}b`],
  ["joined letters stay", "می‌خواهم 👩‍👧", "می‌خواهم 👩‍👧"],
])("%s", (_, hostile, expected) => {
  expect(plain(hostile)).toBe(expected);
});

test("many openings of sequences that never end are read in linear time", () => {
  expect(plain("\x9d".repeat(200_000))).toBe("");
  expect(plain("\x1b]".repeat(200_000))).toHaveLength(200_000);
});
