import { describe, expect, test } from "vitest";
import { newReporter } from "../../fakes/reporter.ts";

const later = "2031-03-15T12:00:00Z";

function askAbout(articles: readonly (readonly [when: string, text: string])[], question: string, when = later) {
  const reporter = newReporter();
  for (const [at, [published, text]] of articles.entries()) reporter.publish(`outlet-${at}`, published, text);
  return reporter.ask(question, when);
}

const friday = "2031-03-14T09:00:00Z";
const noon = "2031-03-14T12:00:00Z";
const saturday = "2031-03-15T10:00:00Z";

describe("no yes that nobody reported", () => {
  test.each([
    [
      "a win that only the winner tells of",
      [[friday, "Ilona Varga won the vote by 31 ballots, according to a tally of her own campaign."]],
      "Did Varga win?",
      /^Claimed, not confirmed: /,
    ],
    [
      "what another has won",
      [
        [friday, "Ilona Varga won the vote by 31 ballots, according to a tally of her own campaign."],
        [saturday, "Nils Lindqvist won the vote by 44 ballots, the harbour court said."],
      ],
      "did varga win",
      /^Reported of somebody else: Nils Lindqvist won/,
    ],
    [
      "what is only asked for",
      [[friday, "Lindqvist demanded that the northern lock be closed."]],
      "Has the northern lock been closed?",
      /^(?!Yes)/,
    ],
    [
      "what was done in part",
      [[friday, "Ostland has reopened two of the nine locks."]],
      "Have all locks been reopened?",
      /^As far as reported: /,
    ],
    [
      "what was taken back",
      [[friday, "The storm warning for Port Alder has been lifted, the harbour office said."]],
      "is there still a storm warning for Port Alder?",
      /^No longer, as reported: /,
    ],
    [
      "two who met others",
      [[friday, "The Observers met the fishermen on Friday, and so did Ilona Varga."]],
      "Did Varga meet the Observers?",
      /^(?!Yes)/,
    ],
    [
      "what somebody says was not done",
      [[friday, "Varga said on Friday that she did not sign the accord."]],
      "Did Varga sign the accord?",
      /^No, as reported: /,
    ],
    [
      "a plan",
      [[friday, "Varga will sign the accord on Monday, she said."]],
      "Did Varga sign the accord?",
      /^Planned, not reported as done: /,
    ],
  ] as const)("%s", (_, articles, question, expected) => {
    const { text, abstained } = askAbout(articles, question);
    expect(abstained).toBe(false);
    expect(text).toMatch(expected);
  });
});

describe("what stands now", () => {
  const moved: readonly (readonly [string, string])[] = [
    ["2031-03-10T09:00:00Z", "The quota accord is to be signed on Thursday, Varga said on Monday."],
    [friday, "The signing of the quota accord has been moved from Thursday to Monday, 17 March, Varga said on Friday."],
  ];

  test("comes before what it replaced", () => {
    const { text } = askAbout(moved, "When will the accord be signed?");
    expect(text.split("\n")).toEqual([
      "The signing of the quota accord has been moved from Thursday to Monday, 17 March, Varga said.",
      "Before, Mon 10 Mar: The quota accord is to be signed on Thursday, Varga said.",
    ]);
  });

  test("is what stood at the time that is asked about", () => {
    const { text } = askAbout(moved, "When will the accord be signed?", "2031-03-11T09:00:00Z");
    expect(text).toBe("The quota accord is to be signed on Thursday, Varga said.");
  });
});

describe("no dispute that is none", () => {
  test.each([
    [
      "a request and its refusal",
      [
        [friday, "Varga asked the harbour court on Friday to annul the vote in Port Alder."],
        [saturday, "The harbour court on Saturday rejected Varga's request to annul the vote in Port Alder."],
      ],
      "What about Varga?",
    ],
    [
      "two numbers of one win, asked whether it was won",
      [
        [friday, "Lindqvist won the vote by 93 ballots, two clerks said."],
        [saturday, "Lindqvist won the vote by 89 ballots, the harbour court said."],
      ],
      "Did Lindqvist win the vote?",
    ],
  ] as const)("%s", (_, articles, question) => {
    const { text, abstained } = askAbout(articles, question);
    expect(abstained).toBe(false);
    expect(text).not.toContain("Disputed");
  });

  test("yes and no of one thing on one day are one", () => {
    const { text } = askAbout(
      [
        [
          friday,
          "The northern lock at Brill has been breached, two skippers said on Friday. They came down the strait in the morning.",
        ],
        [
          noon,
          "Divers of the water office went down for an hour. The northern lock at Brill has not been breached, the office said on Friday.",
        ],
      ],
      "Has the lock at Brill been breached?",
    );
    expect(text.match(/^Disputed/gm)).toHaveLength(2);
  });
});

describe("in other words than the reports", () => {
  test.each([
    ["did lindqvist give up?", "Lindqvist conceded the vote on Friday.", /^As reported: Lindqvist conceded/],
    ["did the lock break?", "The northern lock was breached on Friday, the water office said.", /^Yes, as reported: /],
    ["who's in charge of the delegation?", "Ilona Varga leads the delegation of Ostland.", /Varga/],
    ["is the storm over?", "The storm has weakened, the harbour office said.", /weakened/],
  ] as const)("%s", (question, report, expected) => {
    expect(askAbout([[friday, report]], question).text).toMatch(expected);
  });

  test("near words alone answer nothing", () => {
    const { abstained } = askAbout(
      [[friday, "Ostland will send 40 boats to the strait."]],
      "Did Ostland send a hospital ship?",
    );
    expect(abstained).toBe(true);
  });
});
