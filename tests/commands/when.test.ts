import { describe, expect, test } from "vitest";
import { readWhen } from "../../commands/when.ts";
import { at } from "../fakes/facts.ts";

/** A Saturday, 19:00 in Berlin; its clocks go forward on 30 March 2031. */
const now = at("2031-03-15T18:00:00Z");

const table: readonly (readonly [string, string, string | null])[] = [
  // words, zone, instant
  ["2031-03-14T10:00:00Z", "Europe/Berlin", "2031-03-14T10:00:00Z"],
  ["2031-03-14T10:00+02:00", "UTC", "2031-03-14T08:00:00Z"],
  ["2031-03-14T10:00", "Europe/Berlin", "2031-03-14T09:00:00Z"],
  ["2031-03-14", "Europe/Berlin", "2031-03-13T23:00:00Z"],
  ["2031-03-14 20:30", "UTC", "2031-03-14T20:30:00Z"],
  ["2031-03-14 20:30 UTC", "Europe/Berlin", "2031-03-14T20:30:00Z"],
  ["now", "UTC", "2031-03-15T18:00:00Z"],
  ["yesterday", "UTC", "2031-03-14T00:00:00Z"],
  ["yesterday 18:00", "Europe/Berlin", "2031-03-14T17:00:00Z"],
  ["Yesterday at 6pm", "UTC", "2031-03-14T18:00:00Z"],
  ["today 08:00", "UTC", "2031-03-15T08:00:00Z"],
  ["today noon", "UTC", "2031-03-15T12:00:00Z"],
  ["08:00", "UTC", "2031-03-15T08:00:00Z"],
  ["20:00", "UTC", "2031-03-14T20:00:00Z"],
  ["6 pm", "UTC", "2031-03-15T18:00:00Z"],
  ["12am", "UTC", "2031-03-15T00:00:00Z"],
  ["friday", "UTC", "2031-03-14T00:00:00Z"],
  ["last friday", "UTC", "2031-03-14T00:00:00Z"],
  ["fri 20:00", "Europe/Berlin", "2031-03-14T19:00:00Z"],
  ["saturday 20:00", "UTC", "2031-03-08T20:00:00Z"],
  ["2h", "UTC", "2031-03-15T16:00:00Z"],
  ["90 min", "UTC", "2031-03-15T16:30:00Z"],
  ["an hour ago", "UTC", "2031-03-15T17:00:00Z"],
  ["3 days ago", "UTC", "2031-03-12T18:00:00Z"],
  ["1w", "UTC", "2031-03-08T18:00:00Z"],
  ["14 March", "UTC", "2031-03-14T00:00:00Z"],
  ["Fri 14 Mar 20:00 UTC", "Europe/Berlin", "2031-03-14T20:00:00Z"],
  ["Fri, 14 Mar 2031 20:00", "UTC", "2031-03-14T20:00:00Z"],
  ["19 Dec", "UTC", "2030-12-19T00:00:00Z"],
  ["December 19th 20:00", "UTC", "2030-12-19T20:00:00Z"],
  ["", "UTC", null],
  ["soon", "UTC", null],
  ["25:00", "UTC", null],
  ["yesterday 24:00", "UTC", null],
  ["13pm", "UTC", null],
  ["2031-02-30", "UTC", null],
  ["30 Feb", "UTC", null],
  ["2031-03-14T10:00+99:99", "UTC", null],
  ["12/19/2030", "UTC", null],
  ["9999 days ago", "UTC", null],
  ["yesterday 18:00 please", "UTC", null],
];

describe("a time as people write it", () => {
  test.each(table)("%j in %s", (words, zone, expected) => {
    expect(readWhen(words, now, zone)).toBe(expected === null ? null : at(expected));
  });

  test("days ago keep the time of day when the clocks change", () => {
    const monday = at("2031-03-31T10:00:00Z");
    expect(readWhen("2 days ago", monday, "Europe/Berlin")).toBe(at("2031-03-29T11:00:00Z"));
    expect(readWhen("48h", monday, "Europe/Berlin")).toBe(at("2031-03-29T10:00:00Z"));
  });
});
