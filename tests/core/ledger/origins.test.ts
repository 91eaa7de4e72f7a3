import { expect, test } from "vitest";
import { ingest } from "../../../src/core/ledger/ingest.ts";
import { emptyLedger } from "../../../src/core/ledger/ledger.ts";
import { factStates } from "../../../src/core/ledger/states.ts";
import { noStory } from "./statements.ts";

/** Independent origins of the one thing that two outlets tell, one day apart. */
function origins(first: string, second: string): number {
  const ledger = emptyLedger();
  for (const [day, text] of [first, second].entries()) {
    const at = Date.parse("2031-05-05T08:00:00Z") + day * 86_400_000;
    const outlet = `Outlet ${day}`;
    // Enough besides it that neither is a copy of the other.
    const whole = `${text} ${besides[day]}`;
    const article = { id: outlet, url: "", outlet, title: "", published: at, lang: "en", text: whole };
    ingest(ledger, { article, seen: at, baseline: false, within: null }, noStory);
  }
  const shared = factStates(ledger, Number.MAX_SAFE_INTEGER).filter(({ now }) => now.evidence.length === 2);
  expect(shared).toHaveLength(1);
  return shared[0]!.now.independentOrigins;
}

const besides = [
  "Heavy snow fell on the hills above the city. Bakers sold bread to long queues. A choir of children sang in the square.",
  "The museum of clocks has a new roof. Students painted its walls green. Its keeper retires in autumn after thirty years.",
] as const;

const closed = "The ferry company Northline has closed the Porto route until Friday";

test.each([
  ["an outlet says in its own voice what somebody was named for", `${closed}, Ada Renn said.`, `${closed}.`, 1],
  ["both name one office", `${closed}, the harbour police said.`, `${closed}, the harbour police said.`, 1],
  ["both name one person", `${closed}, Ada Renn said.`, `${closed}, Ada Renn said.`, 1],
  ["two outlets on their own", `${closed}.`, `${closed}.`, 2],
  ["an outlet, then somebody who is named", `${closed}.`, `${closed}, Ada Renn said.`, 2],
  ["people without a name, then an outlet", `${closed}, two people close to the company said.`, `${closed}.`, 2],
])("%s", (_, first, second, wanted) => expect(origins(first, second)).toBe(wanted));
