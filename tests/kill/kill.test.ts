/** `kill -9` at any moment, then start again: no digest lost, none twice, no error. `npm run soak` does it far longer. */
import { afterAll, expect, test } from "vitest";
import { botOrdeal } from "./bot.ts";
import { demoOrdeal, type Ordeal, ownCheckout } from "./demo.ts";

const own = ownCheckout();
afterAll(own.remove);

/** What is said when a message was being printed at the very moment of a death; the reader is told so too. */
const nobodyCanTell =
  /^\S+ warn +Nobody can tell whether a message was shown.*$|^\{.*"Nobody can tell whether a message was shown.*\}$/;

function expectWhole(ordeal: Ordeal): void {
  const { lost, doubled, gaps, code } = ordeal;
  expect({ lost, doubled, gaps, code }).toEqual({ lost: [], doubled: [], gaps: [], code: 0 });
  expect(ordeal.err.split("\n").filter((line) => line !== "" && !nobodyCanTell.test(line))).toEqual([]);
}

test("a demo that is killed again and again shows what an undisturbed one shows", { timeout: 180_000 }, async () => {
  const killed = await demoOrdeal(own.path, 15, 3);
  expectWhole(killed);
  expect(killed.kills).toBeGreaterThan(2);
  expect(killed.digests).toHaveLength(12);
  expect(killed.out).toContain("Going on with the demo that was cut off at");
});

test.each([3, 4])(
  "a bot that is killed on its way to a digest (seed %i) posts it once",
  { timeout: 180_000 },
  async (seed) => {
    const killed = await botOrdeal(seed, 3);
    expectWhole(killed);
    expect(killed.kills).toBeGreaterThan(0);
    expect(killed.digests).toHaveLength(1);
    expect(killed.digests[0]?.digest.articles).toBe(4);
  },
);
