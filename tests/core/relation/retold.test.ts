import { expect, test } from "vitest";
import { retoldOf } from "../../../src/core/relation/retold.ts";
import { surroundingsOf } from "../../../src/core/relation/surroundings.ts";
import { traitsOf } from "../../../src/core/relation/traits.ts";
import { statement } from "../ledger/statements.ts";

const told = [
  "Ana Reis met Carl Orlow in Porto on Monday.",
  "Ana Reis called her talks with Carl Orlow constructive.",
  "Ana Reis will meet Carl Orlow again on Friday.",
].map((text, n) => statement(text, `outlet ${n}`));

const retold = (text: string) => {
  const claim = statement(text, "later");
  const known = told.map((one) => ({ told: traitsOf(one).told, claims: [one] }));
  return retoldOf(claim, told, surroundingsOf(claim, known)) !== null;
};

test.each([
  ["Ana Reis met Carl Orlow on Monday and afterwards spoke of constructive talks.", true],
  ["Ana Reis and Carl Orlow met in Porto on Monday.", true],
  // Somebody else, another place, day, number, sense or step of it is news.
  ["Ana Reis met Carl Orlow and Mira Sand on Monday.", false],
  ["Ana Reis met Carl Orlow in Lisbon on Monday.", false],
  ["Ana Reis met Carl Orlow on Tuesday.", false],
  ["Ana Reis met Carl Orlow and 40 dockers on Monday.", false],
  ["Ana Reis did not meet Carl Orlow on Monday.", false],
  ["The talks of Ana Reis with Carl Orlow ended on Monday.", false],
  ["Ana Reis met Carl Orlow on Monday and threatened a strike.", false],
])("%s", (text, wanted) => expect(retold(text)).toBe(wanted));
