import { describe, expect, test } from "vitest";
import { bearsOut } from "../../../src/core/relation/bears-out.ts";
import { relate } from "../../../src/core/relation/relate.ts";
import { contraryOf, saysLess } from "../../../src/core/relation/reserve.ts";
import { statement } from "../ledger/statements.ts";

const signed = "The union and the port signed the accord in Porto on Friday.";
const sailed = "More than 400 boats left Porto on Friday.";

describe("what takes a told thing back, in nearly its words, is told and never a source of it", () => {
  test.each([
    [signed, "The union and the port almost signed the accord in Porto on Friday."],
    ["Ana Reis signed the accord in Porto.", "Ana Reis left Porto without signing the accord."],
    [sailed, "Fewer than 400 boats left Porto on Friday."],
  ])("%s / %s", (told, claim) => {
    expect(relate(statement(told), statement(claim)).relation).toMatch(/^(?:disputed|updated)$/);
    expect(bearsOut(statement(told), statement(claim))).toBe(false);
  });
});

describe("what says less contradicts nothing, and is no source either", () => {
  test.each([
    ["Porto lifted the quotas.", "Porto partly lifted the quotas."],
    [signed, "The union and the port signed the accord in Porto on Friday, a rumour claimed."],
    ["Porto closed all its harbours on Friday.", "Porto closed some of its harbours on Friday."],
    ["All delegates backed the accord in Porto.", "Most delegates backed the accord in Porto."],
    ["Porto and Lisbon agreed on the quotas.", "Only Porto agreed on the quotas."],
    ["Ana Reis resigned on Friday.", "Ana Reis is about to resign."],
  ])("%s / %s", (told, claim) => {
    expect(contraryOf(statement(told), statement(claim))).toBeNull();
    expect(bearsOut(statement(told), statement(claim))).toBe(false);
  });
});

test.each([
  ["The port exchanged 300 containers on Friday.", "The port exchanged nearly 300 containers on Friday."],
  ["Exports from Porto doubled.", "Exports from Porto nearly doubled."],
  [sailed, "Over 400 boats left Porto on Friday."],
  ["A rumour says that the port signed the accord.", "The port signed the accord."],
  ["Ana Reis left Porto without signing the accord.", "Ana Reis left without signing the accord."],
])("no reserve: %s / %s", (told, claim) => expect(saysLess(statement(told), statement(claim))).toBe(false));
