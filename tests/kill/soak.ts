/**
 * `npm run soak -- 300 1`: kills the demo and the bot so many times (300), from a seed (1), and prints what came of it.
 * It ends with 1 when anything was lost, shown twice unsaid, or said on standard error.
 */
import { botOrdeal } from "./bot.ts";
import { demoOrdeal, type Ordeal, ownCheckout } from "./demo.ts";

/** Deaths in one ordeal; then it is let live, so that it ends. */
const killsPerOrdeal = 12;

const [kills = 300, firstSeed = 1] = process.argv.slice(2).map(Number);
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(firstSeed)) {
  process.stderr.write("soak: give a number of kills and a seed, such as 300 1\n");
  process.exit(2);
}

type Sums = Record<
  "ordeals" | "kills" | "digests" | "messages" | "lost" | "doubled" | "gaps" | "repeated" | "errors",
  number
>;
const nothing = (): Sums => ({
  ordeals: 0,
  kills: 0,
  digests: 0,
  messages: 0,
  lost: 0,
  doubled: 0,
  gaps: 0,
  repeated: 0,
  errors: 0,
});

function add(sums: Sums, ordeal: Ordeal): void {
  sums.ordeals += 1;
  sums.kills += ordeal.kills;
  sums.digests += ordeal.digests.length;
  sums.messages += ordeal.messages;
  sums.lost += ordeal.lost.length;
  sums.doubled += ordeal.doubled.length;
  sums.gaps += ordeal.gaps.length;
  sums.repeated += ordeal.repeated;
  const complaints = ordeal.err.split("\n").filter((line) => line !== "" && !line.includes("Nobody can tell"));
  sums.errors += complaints.length + (ordeal.code === 0 ? 0 : 1);
  for (const line of complaints) process.stderr.write(`${line}\n`);
}

const own = ownCheckout();
const sums = { demo: nothing(), bot: nothing() };
try {
  for (let seed = firstSeed; sums.demo.kills + sums.bot.kills < kills; seed++) {
    const isDemo = sums.demo.kills <= sums.bot.kills;
    const ordeal = isDemo ? await demoOrdeal(own.path, seed, killsPerOrdeal) : await botOrdeal(seed, killsPerOrdeal);
    add(isDemo ? sums.demo : sums.bot, ordeal);
    process.stderr.write(`seed ${seed}: ${isDemo ? "demo" : "bot"}, killed ${ordeal.kills} times\n`);
  }
} finally {
  own.remove();
}
console.table(sums);
const bad = [sums.demo, sums.bot].reduce((sum, one) => sum + one.lost + one.doubled + one.gaps + one.errors, 0);
console.log(
  bad === 0 ? "Nothing was lost, nothing was shown twice without saying so." : `${bad} faults: see the table.`,
);
process.exitCode = bad === 0 ? 0 : 1;
