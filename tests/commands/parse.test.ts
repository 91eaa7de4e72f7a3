import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { parse } from "../../commands/parse.ts";
import type { Reading } from "../../commands/values.ts";
import { wordsOf } from "../../commands/words.ts";
import { at, harbourTalks, now } from "../fakes/facts.ts";

const reading: Reading = { stories: [harbourTalks], story: harbourTalks, now, zone: "UTC" };
const read = (line: string) => parse(commands, line, reading);
const [varga] = harbourTalks.actors;
const [quotas] = harbourTalks.issues;

const runs: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  ["/talks latest", "latest", {}],
  ["latest", "latest", {}],
  ["LATEST 3", "latest", { limit: 3 }],
  ["talks latest", "latest", {}],
  ["/talks latest limit=2", "latest", { limit: 2 }],
  ["/talks", "help", {}],
  ["/talks since yesterday 18:00", "since", { when: at("2031-03-14T18:00:00Z") }],
  ['/talks since "yesterday 18:00"', "since", { when: at("2031-03-14T18:00:00Z") }],
  ["/talks since 2h", "since", { when: at("2031-03-15T16:00:00Z") }],
  ["/talks since when=friday", "since", { when: at("2031-03-14T00:00:00Z") }],
  [
    "/talks diff yesterday 18:00 today 08:00",
    "diff",
    { from: at("2031-03-14T18:00:00Z"), to: at("2031-03-15T08:00:00Z") },
  ],
  ["/talks diff fri to 2 hours ago", "diff", { from: at("2031-03-14T00:00:00Z"), to: at("2031-03-15T16:00:00Z") }],
  ["/talks timeline", "timeline", {}],
  ["/talks timeline fishing quotas", "timeline", { topic: { kind: "issue", issue: quotas } }],
  ["/talks timeline Varga", "timeline", { topic: { kind: "actor", actor: varga } }],
  ["/talks actor ilona varga", "actor", { name: varga }],
  ["/talks actor Варга", "actor", { name: varga }],
  ["actor Vargá", "actor", { name: varga }],
  ["/talks why C12", "why", { ref: "c12" }],
  ["why [c12]", "why", { ref: "c12" }],
  ["/talks ask who's in Port Alder?", "ask", { question: "who's in Port Alder?" }],
  ["ask what did Ostland's envoy say?", "ask", { question: "what did Ostland's envoy say?" }],
  ["/talks stories", "stories", {}],
  ["/talks disputed story=harbour-talks", "disputed", { story: harbourTalks }],
  ["/talks help diff", "help", { command: "diff" }],
];

const usages: readonly (readonly [string, string])[] = [
  ["/talks since", "WHEN is missing: From when on, in your zone. Usage: /talks since WHEN"],
  [
    "/talks since soon",
    "“soon” is not a time I can read. Try yesterday 18:00, friday, 2h, or 2025-12-19 20:00. Usage: /talks since WHEN",
  ],
  ["/talks since 2031-03-16 10:00", "Sun 16 Mar 2031 10:00 UTC is still ahead. Usage: /talks since WHEN"],
  [
    "since tomorrow",
    "“tomorrow” is not a time I can read. Try yesterday 18:00, friday, 2h, or 2025-12-19 20:00. Usage: /talks since WHEN",
  ],
  ["/talks diff friday", "TO is missing: The later time. Usage: /talks diff FROM TO"],
  ["/talks latest 99", "LIMIT is a number from 1 to 5, not “99”. Usage: /talks latest [limit]"],
  ["/talks latest 2 3", "“3” is too much. Usage: /talks latest [limit]"],
  ["/talks actors now", "“now” is too much. Usage: /talks actors"],
  ["/talks actor lindqvst", "There is no actor “lindqvst”. Did you mean Nils Lindqvist? Usage: /talks actor NAME"],
  ["actor lindqvst", "There is no actor “lindqvst”. Did you mean Nils Lindqvist? Usage: /talks actor NAME"],
  [
    "/talks actor zzzz",
    "There is no actor “zzzz”. Known: Ilona Varga, Nils Lindqvist, Ostland and The Observers. Usage: /talks actor NAME",
  ],
  [
    "/talks timeline nonsense",
    "“nonsense” is neither an issue nor an actor of this story: /talks actors lists the actors. Usage: /talks timeline [issue|actor]",
  ],
  [
    "/talks why that",
    "“that” is not a reference; they look like c12 and stand beside each line. Usage: /talks why [ref]",
  ],
  ["/talks disputed story=other", "There is no story “other”. Known: Harbour talks. Usage: /talks disputed"],
  ["/talks latst", "There is no /talks latst. Did you mean /talks latest? /talks help lists what there is."],
  ["latst", "There is no /talks latst. Did you mean /talks latest? /talks help lists what there is."],
  ["/talks xyz", "There is no /talks xyz. /talks help lists what there is."],
  ["/talks constructor", "There is no /talks constructor. /talks help lists what there is."],
  ["/tlks latest", "There is no /tlks. Did you mean /talks?"],
];

const questions = [
  "why did they leave?",
  "talks resume on Monday",
  "what now",
  "who is in Port Alder",
  "Varga",
  "latest news on the fund",
  "status of the talks?",
  "actors in the talks?",
  "since when is Varga there?",
  "",
];

describe("a typed line", () => {
  test.each(runs)("%j runs %s", (line, name, values) => {
    const parsed = read(line);
    expect(parsed.kind === "run" ? [parsed.name, parsed.values] : parsed).toEqual([name, values]);
  });
  test.each(usages)("%j is answered with its usage", (line, sentence) => {
    expect(read(line)).toEqual({ kind: "usage", sentence });
  });
  test.each(questions)("%j is a question", (line) => {
    expect(read(line)).toEqual({ kind: "question", question: line });
  });
  test("words after the slash that name no action are a question", () => {
    expect(read("/talks what did Varga say")).toEqual({ kind: "question", question: "what did Varga say" });
  });
});

describe("words", () => {
  test.each([
    ['a "b c" d', ["a", "b c", "d"]],
    ["“b c” «d e»", ["b c", "d e"]],
    ["Ostland's 'x y' offer", ["Ostland's", "x y", "offer"]],
    ["'tis open", ["'tis", "open"]],
    ['say "never closed', ["say", "never closed"]],
    ['""', []],
  ])("%j", (line, words) => {
    expect(wordsOf(line).map((word) => word.text)).toEqual(words);
  });
});
