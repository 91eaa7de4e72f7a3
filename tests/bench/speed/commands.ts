/** How long an answer to a command takes from a warm store: the whole way from a typed line to a document. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../../../commands/index.ts";
import { openDesk } from "../../../src/cli/desk.ts";
import { newFeedState } from "../../../src/core/feed/poll.ts";
import { type Destination, plainDestination } from "../../../src/core/schedule/destination.ts";
import { decideDigest } from "../../../src/pipeline/digest.ts";
import { openLibrary } from "../../../src/pipeline/library.ts";
import { serve } from "../../../src/platforms/serve.ts";
import type { Ears, Platform, Store } from "../../../src/ports.ts";
import { openStore } from "../../../src/store/sqlite/open.ts";
import { readerOf } from "../samples.ts";
import { generatedStory } from "./articles.ts";
import { atMost, median, ms, nowMs, percentile, type Row, row } from "./clock.ts";
import { ledgerOfSize } from "./ledgers.ts";

const factsKnown = 1000;
const rounds = 10;
const p99MsMax = 100;
const place = "bench:room";
const quiet = { info() {}, warn() {}, error() {} };

export async function commandRows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  const opening = await openStore({ file: join(folder, "bench.db"), owner: "the bench" });
  if (opening.kind === "refused") throw new Error(opening.reason);
  const { store } = opening;
  try {
    const { ears, lines } = await warm(store);
    const times = new Map<string, number[]>(lines.map((line) => [line, []]));
    let asked = 0;
    for (let round = -1; round < rounds; round++)
      for (const line of lines) {
        asked += 1;
        const began = nowMs();
        const answer = await ears.answer(requestOf(line, asked));
        if (!answer) throw new Error(`Nothing was answered to ${line}.`);
        // The first round warms up: code is compiled, statements are prepared.
        if (round >= 0) times.get(line)!.push(nowMs() - began);
      }
    return rowsOf(times);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Questions apart from the other actions: they read every sentence that was told. */
function rowsOf(times: ReadonlyMap<string, readonly number[]>): readonly Row[] {
  const isQuestion = (line: string) => line.startsWith("ask ");
  const named = (wanted: boolean) => [...times].filter(([line]) => isQuestion(line) === wanted);
  return [rowOf("a command", named(false)), rowOf("a question", named(true))];
}

function rowOf(what: string, times: readonly (readonly [string, readonly number[]])[]): Row {
  const all = times.flatMap(([, each]) => each);
  const p99 = percentile(all, 0.99);
  const slowest = times.map(([line, each]) => ({ line, took: median(each) })).sort((a, b) => b.took - a.took);
  const named = slowest.slice(0, 3).map((one) => `${one.line} ${ms(one.took)}`);
  return row(`${what} at ${factsKnown} facts, 99 %`, ms(p99), `${all.length} answers`, {
    baseline: `median ${ms(median(all))}; slowest: ${named.join(", ")}`,
    target: `≤ ${ms(p99MsMax)}`,
    verdict: atMost(p99, p99MsMax),
  });
}

const requestOf = (line: string, asked: number) => ({
  id: `e${asked}`,
  place,
  person: "p1",
  input: { kind: "line" as const, text: `/talks ${line}` },
  addressed: "directly" as const,
  thread: "newest" as const,
  manages: async () => true,
});

/** A store with a ledger, fifty digests and a place that follows, and everything that answers from it. */
async function warm(store: Store): Promise<{ readonly ears: Ears; readonly lines: readonly string[] }> {
  const reader = readerOf(generatedStory("commands", 13));
  const { story } = reader;
  const { entries } = ledgerOfSize(factsKnown, reader);
  await store.savePoll({
    state: newFeedState("f", 0),
    sightings: [],
    entries: entries.map((entry) => ({ story: story.id, entry })),
  });
  const [from, to] = [entries[0]!.seen, entries.at(-1)!.seen];
  const clock = { now: () => to + 1 };
  const library = await openLibrary(store, [story], quiet);
  const destination: Destination = {
    place,
    story: story.id,
    schedule: { kind: "every", hours: 6 },
    zone: "Europe/Kyiv",
    ...plainDestination,
  };
  const platforms = [{ name: "bench", fit: (document: unknown) => [document] } as unknown as Platform];
  for (let n = 1; n <= 50; n++) {
    const window = { since: from + ((to - from) * (n - 1)) / 50, until: from + ((to - from) * n) / 50 };
    await decideDigest(
      { kind: "digest", destination, window, onlyUrgent: false },
      { store, library, platforms, destinations: [destination], clock, log: quiet, asking: null },
      null,
    );
  }
  const newest = (await store.digests({ story: story.id, place, limit: 1 }))[0]!.digest.id;
  const feeds = { poll: () => Promise.reject(new Error("no feed here")), close: async () => {} };
  const services = openDesk({
    store,
    library,
    feeds,
    log: quiet,
    sources: [],
    destinations: [destination],
    clock,
    zone: "UTC",
    started: from,
    asking: null,
  });
  const ears = serve({
    commands,
    services,
    log: quiet,
    timeoutMs: 60_000,
    reference: () => "bench",
    receive: (event) => store.receive(event, clock.now()),
    digestOf: async () => null,
    digestAt: async () => newest,
  });
  const ref = [...library.ledger(story).facts.keys()].at(-1)!;
  return {
    ears,
    lines: [...lines, `actor ${story.actors[0]!.id}`, `why ${ref}`, `ask What about ${story.actors[1]!.name}?`],
  };
}

/** Every action that reads; those that change a place are measured by it too. */
const lines: readonly string[] = [
  "latest",
  "since 24h",
  "diff 3d 1d",
  "catchup",
  "timeline",
  "actors",
  "positions",
  "disputed",
  "expected",
  "why",
  "corrections",
  "sources",
  "sources all",
  "preview",
  "follow every 6h",
  "settings",
  "feeds",
  "stories",
  "status",
  "help",
];
