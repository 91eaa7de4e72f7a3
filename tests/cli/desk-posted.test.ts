/** What counts as the newest digest at a place: what its readers got, each window once. */
import { expect, test } from "vitest";
import { postedDigests } from "../../src/cli/desk-posted.ts";
import { type Destination, plainDestination } from "../../src/core/schedule/destination.ts";
import { storeInMemory } from "../fakes/store.ts";
import * as sample from "../store/samples.ts";

const { noon, story } = sample;
const loud = "slack:T1/C1";
const silent = "slack:T1/C2";

const destination = (place: string, quiet: Destination["quiet"]): Destination => ({
  ...plainDestination,
  place,
  story,
  schedule: { kind: "every", hours: 1 },
  zone: "UTC",
  quiet,
});
const destinations = [destination(loud, "line"), destination(silent, "silent"), destination("slack:T1/C4", "silent")];

async function desk() {
  const store = await storeInMemory();
  const save = async (id: string, place: string, hour: number, quiet: boolean) => {
    const stored = sample.stored(id, { place, decided: noon + hour });
    await store.saveDigest({ ...stored, digest: { ...stored.digest, quiet } }, []);
  };
  for (const place of [loud, silent]) {
    await save("d1", place, 1, false);
    await save("d2", place, 2, true);
  }
  const ids = async (place: string, limit: number) =>
    (await postedDigests({ story, place }, limit, { store, destinations })).map(({ id }) => id);
  return { save, ids };
}

test("a place sees the lines that it got, and a silent place no window without news", async () => {
  const { ids } = await desk();
  expect(await ids(loud, 5)).toEqual(["d2", "d1"]);
  expect(await ids(loud, 1)).toEqual(["d2"]);
  expect(await ids(silent, 5)).toEqual(["d1"]);
});

test("where none was posted yet the others' are shown, each once", async () => {
  const { ids, save } = await desk();
  expect(await ids("slack:T1/C3", 5)).toEqual(["d2", "d1"]);
  await save("d3", "slack:T1/C3", 3, false);
  expect(await ids("slack:T1/C3", 5)).toEqual(["d3"]);
});

test("a silent place that never had news is told of its newest window rather than of none", async () => {
  const { ids, save } = await desk();
  const place = "slack:T1/C4";
  await save("q1", place, 1, true);
  expect(await ids(place, 1)).toEqual(["q1"]);
});
