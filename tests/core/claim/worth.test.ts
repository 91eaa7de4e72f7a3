import { describe, expect, test } from "vitest";
import { worthMin } from "../../../src/core/claim/worth.ts";
import { read } from "./reading.ts";

const worth = (text: string) => Math.max(...read(text).map((claim) => claim.worth));

describe("worth a line", () => {
  test.each([
    "Ada Renn met Karl Orlen in Oslo on Monday.",
    "The 28-point rescue plan of Ada Renn is a critical test for the crews in Bergen.",
    "The strike of the ferry crews has cost 40 million euros, Karl Orlen said.",
    "Karl Orlen said nobody would be dismissed before 2033.",
    "Three ferry crews are still on strike, Ada Renn said.",
    "Ada Renn said that the owners had agreed to a pay rise of 4 per cent.",
    "Ada Renn and Karl Orlen spoke for two hours after the ferry left Bergen.",
  ])("%s", (text) => expect(worth(text)).toBeGreaterThanOrEqual(worthMin));
});

describe("no line: that nothing was said, when somebody spoke, what had been before", () => {
  test.each([
    "Karl Orlen declined to say when the ferries would sail again.",
    "Ada Renn would not comment on the offer of the owners.",
    "The ministry in Oslo gave no account of the meeting with Ada Renn.",
    "Ada Renn was speaking to reporters outside the harbour office in Bergen.",
    "Karl Orlen spoke for more than an hour and took questions on fares.",
    "Ada Renn had warned the owners of a strike in Bergen.",
    "Ada Renn, a former captain, has received ferry owners here before.",
    "The crews and the owners last met in Bergen in February.",
    "The stakes could not be higher for Ada Renn in Bergen.",
    "All eyes are on Ada Renn as Bergen holds its breath.",
  ])("%s", (text) => expect(worth(text)).toBeLessThan(worthMin));
});
