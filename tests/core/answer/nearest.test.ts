import { describe, expect, test } from "vitest";
import { newReporter } from "../../fakes/reporter.ts";

type Article = readonly [published: string, text: string];

function askAbout(articles: readonly Article[], question: string, when = later) {
  const reporter = newReporter();
  for (const [at, [published, text]] of articles.entries()) reporter.publish(`outlet-${at}`, published, text);
  return reporter.ask(question, when);
}

const friday = "2031-03-14T09:00:00Z";
const saturday = "2031-03-15T10:00:00Z";
const later = "2031-03-15T18:00:00Z";

const harbour: Article = [
  friday,
  "Ilona Varga opened the talks on quotas in Port Alder. Soldiers guard the customs hall. The northern plant employs 900 people. Nils Lindqvist apologised to the fishermen in a short statement.",
];
const strike: Article = [
  friday,
  "The harbour court rejected the request of the union on Friday. Under the law the lenders have to decide within ten days. The fund will pay 40 million dollars to families who lost their homes.",
];

const beside: Article = [friday, "Nils Lindqvist returned to Port Alder after two days of talks with Ilona Varga."];

const office: Article = [friday, "Ilona Varga is the head of the Northern Harbour Investment Fund."];
const wealth: Article = [
  friday,
  "Ilona Varga, who runs the wealth fund of the coast, met Nils Lindqvist in Port Alder.",
];
const passing: Article = [
  friday,
  "Ilona Varga will work out a position on what the others have passed on, Lindqvist said.",
];

describe("asked in other words than it was reported", () => {
  test.each([
    ["who guards the customs building?", [harbour], /Soldiers guard/],
    ["how many workers does the northern factory employ", [harbour], /900/],
    ["did Lindqvist say sorry?", [harbour], /^Yes, as reported: .*apologised/],
    ["how much is the fund paying the homeless families", [strike], /40 million/],
    ["who leads the harbour fund?", [office], /Varga is the head/],
    ["how long can the creditors take to decide?", [strike], /ten days/],
  ] as const)("%s", (question, articles, expected) => {
    const given = askAbout(articles, question);
    expect(given.text).toMatch(expected);
    expect(given.abstained).toBe(false);
    expect(given.evidence.length).toBeGreaterThan(0);
  });
});

describe("offices", () => {
  const office: Article = [friday, "Dara Holm, the director of the customs hall in Port Alder, opened the talks."];
  const owner: Article = [saturday, "Alder Works, which operates the northern lock, blamed the storm."];

  test.each([
    ["who runs the customs hall?", /^Dara Holm, the director/],
    ["whose lock is it?", /Alder Works, which operates/],
  ])("%s", (question, expected) => {
    expect(askAbout([office, owner], question).text).toMatch(expected);
  });
});

describe("near is no answer", () => {
  test.each([
    ["nothing of what was counted", [harbour], "how many ships were sunk?"],
    ["somebody else", [harbour], "did the mayor apologise to the widows?"],
    ["another thing", [strike], "who won the hockey match?"],
    ["a reason for what nobody did", [harbour], "why did Lindqvist resign?"],
    ["somebody who only stands beside the deed", [beside], "did Varga fly to Port Alder?"],
    ["soldiers who did not die", [harbour], "how many soldiers died?"],
    ["a fund that is only called one", [office], "who pays?"],
    ["a body that is only named", [wealth], "who pays?"],
    ["what is only near to the one word asked", [passing], "who pays?"],
  ] as const)("%s", (_, articles, question) => {
    const given = askAbout(articles, question);
    expect(given.abstained).toBe(true);
    expect(given.text).toMatch(/^Nothing in the \d+ articles? followed (?:clearly )?reports that\./);
  });

  test("the contrary of what was asked is no yes", () => {
    const turnout: Article = [friday, "Turnout in the vote reached 61 per cent, four points less than in the spring."];
    expect(askAbout([turnout], "Was turnout higher than in the spring?").text).toMatch(/^(?!Yes).*four points less/);
  });

  test("a noun is no deed: a decision that was moved is none", () => {
    const moved: Article = [friday, "The harbour court has moved its decision on the licences from Monday to Tuesday."];
    expect(askAbout([moved], "Has the harbour court decided on the licences?").text).toMatch(/^(?!Yes)/);
  });

  test("what has ended does not go on", () => {
    const over: Article = [friday, "The talks in Port Alder ended on Friday, the ministry said."];
    expect(askAbout([over], "Are the talks in Port Alder still going on?").text).toMatch(/^No, as reported: .*ended/);
    expect(askAbout([over], "Are the talks in Port Alder over?").text).toMatch(/^Yes, as reported: .*ended/);
  });
});

describe("reasons", () => {
  test("the reason stands in the sentence beside, and need not be the newest report", () => {
    const delayed: Article = [
      friday,
      "The vote on the licences was put off until Monday. The ministry wants to wait for the second count.",
    ];
    const legal: Article = [saturday, "Lawyers said that the delay of the vote was legal."];
    expect(askAbout([delayed, legal], "Why was the vote on the licences delayed?").text).toMatch(
      /wait for the second count/,
    );
  });

  test("says so when no report gives one", () => {
    const closed: Article = [friday, "The customs hall in Port Alder was closed on Friday."];
    expect(askAbout([closed], "Why was the customs hall closed?").text).toMatch(
      /^No reason is given in so many words, only this: /,
    );
  });
});

describe("two sides beside each other", () => {
  const ministry: Article = [
    friday,
    "The storm caused damage of 24 million dollars in Port Alder, the ministry said on Friday.",
  ];
  const insurers: Article = [
    saturday,
    "The damage of the storm in Port Alder comes to 9 million dollars, the insurers said on Saturday.",
  ];

  test.each([
    "do the ministry and the insurers agree on the damage?",
    "What do the ministry and the insurers say about the damage?",
  ])("%s", (question) => {
    const given = askAbout([ministry, insurers], question);
    expect(given.text).toMatch(/24 million/);
    expect(given.text).toMatch(/9 million/);
    expect(given.text).not.toMatch(/^(?:Yes|No),/);
  });

  test("of one side alone it is no comparison", () => {
    expect(askAbout([ministry], "do the ministry and the insurers agree on the damage?").text).not.toMatch(/^Yes/);
  });
});

describe("as of a day", () => {
  const six: Article = [friday, "The storm killed six people in Port Alder, the ministry said on Friday."];
  const nine: Article = ["2031-03-15T09:00:00Z", "The storm killed nine people in Port Alder, the ministry said."];

  test.each([
    ["how many people were dead as of friday?", /six/, /nine/],
    ["what was the death toll on Friday evening?", /six/, /nine/],
    ["how many people did the storm kill?", /nine/, /^[^\n]*six/],
  ])("%s", (question, expected, not) => {
    const given = askAbout([six, nine], question);
    expect(given.text).toMatch(expected);
    expect(given.text).not.toMatch(not);
  });
});

describe("what happened on a day", () => {
  const first: Article = [friday, "Nils Lindqvist rejected the request of Ostland in Port Alder on Friday."];
  const second: Article = [saturday, "Ilona Varga signed the accord on licences in Port Alder on Saturday."];

  test.each([
    ["What happened on Friday?", /rejected the request/, /signed the accord/],
    ["What happened today?", /signed the accord/, /rejected the request/],
    ["what's different from yesterday?", /signed the accord/, /^Nothing/],
  ])("%s", (question, expected, not) => {
    const given = askAbout([first, second], question);
    expect(given.text).toMatch(expected);
    expect(given.text).not.toMatch(not);
  });
});

describe("what comes next", () => {
  const plans: Article = [
    saturday,
    "Varga will sign the accord on licences on Tuesday. Lindqvist is to meet Varga in Port Alder on Monday. The lock was closed on Friday.",
  ];

  test("what is still to come, the soonest first", () => {
    const given = askAbout([plans], "what's next?");
    expect(given.text).toMatch(/Monday[\s\S]*Tuesday/);
    expect(given.text).not.toMatch(/lock/);
  });

  test("nothing that is over", () => {
    expect(askAbout([plans], "what's next?", "2031-03-21T12:00:00Z").abstained).toBe(true);
  });
});

describe("who somebody is", () => {
  test("what a report says they are comes before their news", () => {
    const role: Article = [friday, "Ilona Varga, who leads the delegation of Ostland, arrived in Port Alder."];
    const news: Article = [saturday, "Ilona Varga signed the accord on licences on Saturday."];
    expect(askAbout([role, news], "who is Varga?").text).toMatch(/^Ilona Varga, who leads the delegation[\s\S]*signed/);
  });

  test("whoever did not is not who did", () => {
    const absent: Article = [friday, "Ilona Varga did not attend the talks in Port Alder."];
    const there: Article = [saturday, "Nils Lindqvist attended the talks in Port Alder."];
    const given = askAbout([absent, there], "Who attended the talks in Port Alder?");
    expect(given.text).toMatch(/^Nils Lindqvist attended/);
    expect(given.text).not.toMatch(/Varga/);
  });
});

describe("what is said of a deed", () => {
  test.each([
    [
      "a duty is not done",
      "Parliament has to approve the decree.",
      "Did parliament approve the decree?",
      /^Not reported as done/,
    ],
    [
      "a plan that nobody has is none",
      "Varga would not call for further protests in the harbour.",
      "Are there more protests planned?",
      /^(?!Planned)/,
    ],
    [
      "is it true that",
      "The northern lock has not been closed, the ministry said.",
      "Is it true that the northern lock was closed?",
      /^No, as reported/,
    ],
    [
      "put off is not called off",
      "The vote on the licences has been put off until Sunday.",
      "Is the vote on the licences cancelled?",
      /^(?!No, called off)/,
    ],
  ])("%s", (_, text, question, expected) => {
    expect(askAbout([[friday, text]], question).text).toMatch(expected);
  });

  test("nobody says what only others say", () => {
    const others: Article = [friday, "Nils Lindqvist spoke with the president's envoy. Ilona Varga praised the talks."];
    expect(askAbout([others], "What did Lindqvist say about the quotas?").abstained).toBe(true);
  });
});

describe("whether a thing is to come", () => {
  const plan: Article = [friday, "Varga was to continue her talks with Lindqvist in Port Alder later in the day."];
  const dated: Article = [friday, "Varga will continue her talks with Lindqvist in Port Alder on Friday."];

  test.each([plan, dated])("a plan for a day that is over says nothing: %s %s", (...article) => {
    const question = "Will Varga continue her talks with Lindqvist?";
    expect(askAbout([article], question, "2031-03-14T18:00:00Z").text).toMatch(/^Planned, not reported as done: /);
    expect(askAbout([article], question, "2031-03-15T18:00:00Z").abstained).toBe(true);
  });
});
