import { describe, expect, test } from "vitest";
import type { SourceKind } from "../../../src/core/claim/claim.ts";
import { bestKind, confirmers, type Voice, voicesOf } from "../../../src/core/ledger/voices.ts";
import { read } from "../claim/reading.ts";

const voice = (who: string, kind: SourceKind, origin = who, outlet = origin): Voice => ({ who, kind, origin, outlet });
const gazette = voice("Gazette", "outlet");
const rumour = voice("Gazette", "unnamed");

describe("who confirmed it", () => {
  test.each<readonly [string, readonly Voice[], readonly Voice[], readonly string[]]>([
    ["a second outlet", [gazette], [gazette, voice("Herald", "outlet")], ["Herald"]],
    ["the same outlet again", [gazette], [gazette, voice("Gazette", "outlet", "y", "Gazette")], []],
    [
      "the same ministry through another outlet",
      [voice("ministry", "officials", "a")],
      [voice("ministry", "officials", "b")],
      [],
    ],
    ["the mayor, now by name", [voice("mayor", "person", "a")], [voice("Mayor Ada Renn", "person", "b")], []],
    ["hearsay, then somebody named", [rumour], [rumour, voice("Ada Renn", "person", "r", "Gazette")], ["Ada Renn"]],
    [
      "officials, then a letter",
      [voice("police", "officials")],
      [voice("police", "officials"), voice("letter", "document", "l")],
      ["letter"],
    ],
    [
      "the better source before the other outlet",
      [rumour],
      [rumour, voice("Herald", "outlet"), voice("court", "officials")],
      ["Herald", "court"],
    ],
    ["nobody new", [gazette], [gazette], []],
  ])("%s", (_, told, now, wanted) => expect(confirmers(told, now)).toEqual(wanted));
});

test.each<readonly [string, string, SourceKind]>([
  ["The port will close, Ada Renn said.", "Ada Renn", "person"],
  ["The port will close, the harbour police said.", "harbour police", "officials"],
  ["The port will close, two people familiar with the plan said.", "A", "unnamed"],
  ["An internal letter shows that the port will close.", "internal letter", "document"],
  ["The port closed on Monday.", "A", "outlet"],
])("%s", (text, who, kind) => {
  const voices = voicesOf(read(text).slice(0, 1));
  expect(voices.map((one) => [one.who, one.kind])).toEqual([[who, kind]]);
  expect(bestKind(voices)).toBe(kind);
});
