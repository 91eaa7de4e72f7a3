import { expect, test } from "vitest";
import { read } from "./reading.ts";

test.each([
  ["Ada Renn met Karl Orlen in Oslo on Monday.", "underway"],
  ["Ada Renn prepares to meet Karl Orlen in Oslo.", "planned"],
  ["A storm is coming as Ada Renn hopes to meet Karl Orlen in Oslo.", "planned"],
  ["The city confirmed that preparations are under way for Ada Renn to meet Karl Orlen.", "planned"],
  ["Ada Renn is expected to meet Karl Orlen in Oslo.", "expected"],
])("%s: %s", (text, rung) => expect(read(text)[0]?.event?.rung).toBe(rung));

test.each([
  ["A meeting unfolded in Bergen as Ada Renn sat down with Karl Orlen.", ["Ada Renn", "Karl Orlen"]],
  ["Ada Renn and Karl Orlen spoke for an hour when they met in Oslo.", ["Ada Renn", "Karl Orlen"]],
  ["Ada Renn met the owners on Monday.", ["Ada Renn"]],
])("who takes part: %s", (text, parties) =>
  expect(read(text)[0]?.event?.parties).toEqual(parties.map((name) => name.toLowerCase().replace(" ", "-"))),
);
