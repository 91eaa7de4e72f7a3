import { expect, test } from "vitest";
import { bearsOut } from "../../../src/core/relation/bears-out.ts";
import { isAnotherTime } from "../../../src/core/relation/occasion.ts";
import { newReporter } from "../../fakes/reporter.ts";
import { statement } from "../ledger/statements.ts";

const told = "Ana Reis met Carl Orlow in Porto on Monday.";

test.each([
  ["Ana Reis met Carl Orlow again on Wednesday.", true],
  ["Ana Reis and Carl Orlow met for a second time on Wednesday.", true],
  // The same day, another deed that was done again, and a plan are no second meeting.
  ["Ana Reis met Carl Orlow again on Monday.", false],
  ["Ana Reis met Carl Orlow on Monday, and her party again lost a vote.", false],
  ["Ana Reis will meet Carl Orlow again on Wednesday.", false],
])("%s", (text, wanted) => expect(isAnotherTime(statement(told), statement(text))).toBe(wanted));

test("who met again is no source of the first meeting", () => {
  expect(bearsOut(statement(told), statement("Ana Reis met Carl Orlow again."))).toBe(false);
});

test("a second meeting a day later is news, and confirms nothing", () => {
  const reporter = newReporter();
  reporter.publish("alder-post", "2031-03-14T09:00:00Z", "Ilona Varga met Nils Lindqvist in Port Alder on Friday.");
  reporter.publish("strait-mail", "2031-03-15T09:00:00Z", "Varga and Lindqvist met again.");
  const claims = reporter.ledger.entries.flatMap((entry) => (entry.kind === "claim" ? [entry] : []));
  expect(claims.map(({ fact }) => fact)).toEqual(["c1", "c2"]);
});
