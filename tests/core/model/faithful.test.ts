/** No lie of the tables passes, and nearly every faithful line of them does. */
import { describe, expect, test } from "vitest";
import { unfaithful } from "../../../src/core/model/check/faithful.ts";
import { type Retelling, tableOf, twists } from "./retellings.ts";

const open = tableOf("retellings.txt");
const held = tableOf("retellings-held.txt");
const aside = tableOf("retellings-aside.txt");
const narrowed = ["narrowed.txt", "narrowed-held.txt", "narrowed-aside.txt", "narrowed-last.txt", "as-told.txt"].map(
  tableOf,
);
const tables = [open, held, aside, ...narrowed, tableOf("left-out.txt"), tableOf("reviewed.txt")];

const judged = ({ source, line }: Retelling) => unfaithful(line, { quote: source, text: source, borrowed: [] });
const passing = (all: readonly Retelling[]) => all.filter((one) => judged(one) === null).map(({ line }) => line);
const refused = (all: readonly Retelling[]) => all.filter((one) => judged(one) !== null);

describe("lies", () => {
  test("of the tables: none passes", () => {
    const lies = tables.flatMap((table) => table.lies);
    expect(lies.length).toBeGreaterThan(855);
    expect(passing(lies)).toEqual([]);
  });
  const twisted = Object.entries(twists).map(([name, twist]) => {
    const lies = tables
      .flatMap(({ sources }) => sources)
      .flatMap((source) => twist(source).map((line) => ({ source, line: line.replace(/\s+/g, " ") })));
    return { name, lies: lies.filter(({ source, line }) => line !== source) };
  });
  test.each(twisted)("that a script made, $name: none passes", ({ lies }) => {
    expect(lies.length).toBeGreaterThan(2);
    expect(passing(lies)).toEqual([]);
  });
  test("are more than five hundred", () => {
    expect(twisted.reduce((sum, { lies }) => sum + lies.length, open.lies.length)).toBeGreaterThan(500);
  });
});

describe("faithful lines", () => {
  test("at most one in twenty is refused", () => {
    const all = tables.flatMap(({ faithful }) => faithful);
    expect(all.length).toBeGreaterThanOrEqual(475);
    expect(refused(all).length / all.length).toBeLessThanOrEqual(0.05);
  });
  test("also of those that the check was not made with", () => {
    expect(aside.faithful.length).toBeGreaterThan(30);
    expect(refused(aside.faithful).length / aside.faithful.length).toBeLessThanOrEqual(0.05);
  });
  test("a sentence always tells itself", () => {
    expect(refused(tables.flatMap(({ sources }) => sources).map((source) => ({ source, line: source })))).toEqual([]);
  });
});

test("a name that the article ties to a quote may stand for a pronoun", () => {
  const source = {
    quote: "She left the talks in Oslo on Friday",
    text: "Marta Lind left the talks in Oslo on Friday.",
    borrowed: ["Marta Lind"],
  };
  expect(unfaithful("Marta Lind left the talks on Friday.", source)).toBeNull();
  expect(unfaithful("Karin Moe left the talks on Friday.", source)).not.toBeNull();
});

test("who speaks in front of a clause may speak behind it", () => {
  const source = {
    quote: "the port will open on Monday",
    text: "Marta Lind: the port will open on Monday.",
    borrowed: ["Marta Lind"],
  };
  expect(unfaithful("The port will open on Monday, Marta Lind said.", source)).toBeNull();
  expect(unfaithful("The port will open on Monday.", source)).not.toBeNull();
});
