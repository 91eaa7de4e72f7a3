import { describe, expect, test } from "vitest";
import { lineMax } from "../../../src/core/claim/shorten.ts";
import { digestOf } from "../../../src/core/digest/assemble.ts";
import { confirmedLine } from "../../../src/core/digest/lines.ts";
import { keepsSense } from "../../../src/core/digest/verify.ts";
import { ingest } from "../../../src/core/ledger/ingest.ts";
import { append, emptyLedger } from "../../../src/core/ledger/ledger.ts";
import { article, at, grain, reader } from "../ledger/grain.ts";

type Written = readonly [time: string, outlet: string, text: string];

function ledgerAfter(articles: readonly Written[]) {
  const ledger = emptyLedger();
  for (const [place, [time, outlet, text]] of articles.entries())
    ingest(
      ledger,
      { article: article(`a${place}`, time, outlet, text), seen: at(time), baseline: false, within: null },
      reader,
    );
  return ledger;
}

function lines(articles: readonly Written[], since: string, until: string) {
  const { changes } = digestOf(ledgerAfter(articles), grain, { since: at(since), until: at(until) });
  return changes.map(({ kind, text, confirmedBy }) => ({ kind, text, confirmedBy }));
}

const hearsay: Written = [
  "11T08:00",
  "harbour-gazette",
  "Velmora and the Ostrian League agreed on a toll of 12 crowns a tonne for grain ships in Port Saldane, two people familiar with the talks said.",
];

describe("sourcing that got better is a change, and says by whom", () => {
  test.each<readonly [string, Written, string]>([
    [
      "from hearsay to somebody on the record",
      [
        "12T08:00",
        "saldane-post",
        "Velmora and the Ostrian League agreed on a toll of 12 crowns a tonne for grain ships in Port Saldane, Radomir Kavrin said.",
      ],
      "Radomir Kavrin",
    ],
    [
      "from hearsay to a document",
      [
        "12T08:00",
        "saldane-post",
        "An internal letter shows that Velmora and the Ostrian League agreed on a toll of 12 crowns a tonne for grain ships in Port Saldane.",
      ],
      "internal letter",
    ],
  ])("%s", (_, later, who) => {
    const told = lines([hearsay, later], "11T20:00", "12T20:00");
    expect(told.map(({ kind }) => kind)).toEqual(["confirmed"]);
    expect(told[0]!.confirmedBy).toEqual([who]);
    expect(told[0]!.text).toMatch(new RegExp(`Confirmed by ${who}\\.$`));
  });

  test("a second hearsay of the same outlet is none", () => {
    const again: Written = ["12T08:00", "harbour-gazette", hearsay[2]];
    expect(lines([hearsay, again], "11T20:00", "12T20:00")).toEqual([]);
  });
});

test("a confirmed line keeps its limit", () => {
  const line = confirmedLine(`${"The owners agreed to the offer of the crews, ".repeat(6)}and so on.`, [
    "Ada Renn",
    "Herald",
  ]);
  expect(line.length).toBeLessThanOrEqual(lineMax);
  expect(line).toMatch(/ Confirmed by Ada Renn and Herald\.$/);
});

describe("a dispute is told with both sides as they stand in their sources, or not at all", () => {
  const twelve: Written = [
    "11T08:00",
    "coast-herald",
    "The draft agreement on the grain corridor sets a toll of 12 crowns a tonne, according to a document seen by the Coast Herald.",
  ];
  const twenty: Written = [
    "11T12:00",
    "east-quay",
    "The draft agreement on the grain corridor sets a toll of 20 crowns a tonne, according to a document seen by East Quay.",
  ];

  test("both sides", () => {
    const told = lines([twelve, twenty], "10T20:00", "11T20:00");
    expect(told.map(({ kind }) => kind)).toEqual(["disputed"]);
    expect(told[0]!.text).toMatch(/12 crowns.*coast-herald.* — but: .*20 crowns.*east-quay/);
  });

  test("a side that its source does not say", () => {
    const ledger = emptyLedger();
    for (const entry of ledgerAfter([twelve, twenty]).entries)
      append(
        ledger,
        entry.kind === "claim" && entry.relation === "disputed"
          ? { ...entry, claim: { ...entry.claim, text: entry.claim.text.replace("20", "30") } }
          : entry,
      );
    const digest = digestOf(ledger, grain, { since: at("10T20:00"), until: at("11T20:00") });
    expect(digest.changes).toEqual([]);
    expect(digest.dropped).toBe(1);
  });
});

test.each<readonly [string, string, boolean]>([
  [
    "No ballot box was opened before observers came …",
    "No ballot box was opened before observers came, the chair of the board said.",
    true,
  ],
  ["The court will hear the case …", "The court will hear the case only if the fee is paid, a clerk said.", false],
  ["… the ships will sail on Friday", "The union does not believe that the ships will sail on Friday.", false],
  ["The ships may sail …", "The ships may sail on Friday.", true],
])("cut: %s", (cut, whole, wanted) => expect(keepsSense(cut, whole)).toBe(wanted));
