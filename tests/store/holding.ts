/**
 * A process that holds a store: `node holding.ts hold FILE`, or writes to it without end: `node holding.ts write FILE`.
 * It prints a line when it has the file, and one line a commit that the store acknowledged.
 */
import { writeSync } from "node:fs";
import { openStore } from "../../src/store/sqlite/open.ts";
import { article, claimEntry, feedState, message, noon, place, sighting, stored, story } from "./samples.ts";

const [, , task, file = ""] = process.argv;
// Written at once: a line in a buffer would be lost with the process.
const say = (line: string) => writeSync(1, `${line}\n`);

const opening = await openStore({ file, owner: "a holding test" });
if (opening.kind === "refused") {
  say(`refused ${opening.reason}`);
  process.exit(1);
}
const { store } = opening;
say("open");
if (task === "hold") process.stdin.resume();
else {
  for (let seq = (await store.entries(story)).length; ; seq++) {
    const seen = article({ id: `a-${seq}`, text: `${seq} `.repeat(300) });
    await store.savePoll({
      state: feedState({ nextPoll: noon + seq }),
      sightings: [sighting({ article: seen, seen: noon + seq })],
      entries: [{ story, entry: claimEntry(seq) }],
    });
    say(`poll ${seq}`);
    await store.saveDigest(
      stored(`d-${seq}`),
      [0, 1].map((part) => message(`d-${seq}`, part)),
    );
    say(`digest ${seq} ${place}`);
  }
}
