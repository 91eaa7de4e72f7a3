import { describe, expect, test } from "vitest";
import { bearsOut } from "../../../src/core/relation/bears-out.ts";
import { statement } from "../ledger/statements.ts";

const says = (told: string, claim: string) => bearsOut(statement(told), statement(claim));

const narrowed = "Union officials said the talks in Porto on Monday had narrowed most of the differences over pay.";
const toll = "The number of people killed in the flood has risen to 19, the rescue agency said on Tuesday.";
const ended = "The meetings with the dockers' union ended on Sunday.";

describe("a source of a line says it", () => {
  test.each([
    [toll, "The flood has killed 19 people, according to the rescue agency."],
    [
      "Ana Reis asked the court to annul the vote in Porto, her lawyers said.",
      "Ana Reis asked the court to annul the vote.",
    ],
    ["Ana Reis might join the talks in Porto on Friday, she said.", "Ana Reis may join the talks on Friday."],
    [
      "The union proposed three-way talks with the port and the city.",
      "The union has proposed talks with the port and the city.",
    ],
    [ended, "The meetings with the dockers' union have ended."],
  ])("%s / %s", (told, claim) => expect(says(told, claim)).toBe(true));
});

describe("what surrounds a line, or says a part of it, is no source", () => {
  test.each([
    [narrowed, "Union and port officials met in Porto on Monday."],
    [toll, "Most of those killed in the flood lived by the river."],
    [ended, "On Sunday the dockers came back for a second meeting."],
    ["Ana Reis won the election in Porto by 3,100 votes.", "Both campaigns have claimed victory in the election."],
    ["The union and the port agreed on Friday.", "The union and the port may agree on Friday."],
    ["Mayor Ana Reis called three days of talks productive.", "The question hung over the talks for three days."],
  ])("%s / %s", (told, claim) => expect(says(told, claim)).toBe(false));
});
