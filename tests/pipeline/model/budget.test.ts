/** What is reserved is given back once, however the call ends. */
import { expect, test } from "vitest";
import { type Cost, openBudget } from "../../../src/pipeline/model/budget.ts";
import { storeInMemory } from "../../fakes/store.ts";

const at = Date.UTC(2031, 4, 5, 8);
const most: Cost = { tokensIn: 60, tokensOut: 0 };
const caps = { tokensPerDay: 100, moneyPerDay: null, priceIn: 0, priceOut: 0 };

test.each<readonly [string, Cost | null, boolean, boolean]>([
  ["costs nothing", null, false, true],
  ["costs less than was reserved", { tokensIn: 10, tokensOut: 5 }, false, true],
  ["costs all of it", most, false, false],
  ["cannot be stored", most, true, true],
])("a call that %s", async (_, cost, fails, again) => {
  const store = await storeInMemory();
  const budget = openBudget(store, caps);
  const reserved = await budget.reserve("a", most, at);
  expect(await budget.reserve("a", most, at)).toBeNull();
  if (fails) store.failsOn("saveModelCall");
  const settled = reserved!.settle(cost, null, at);
  if (fails) await expect(settled).rejects.toThrow();
  else await settled;
  expect((await budget.reserve("a", most, at)) !== null).toBe(again);
});
