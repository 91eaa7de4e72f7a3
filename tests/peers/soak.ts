/**
 * `npm run soak:peers -- 300 10000 1`: kills the built bot so many times on each platform (300), breaks its connection as
 * often while people ask, and lets each deliver so many posts (10,000) through faults in one call of five, with the real
 * clients, from a seed (1). It prints what came of it, and ends with 1 when anything was lost or is there twice.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const [kills = 300, posts = 10_000, seed = 1] = process.argv.slice(2).map(Number);
if (![kills, posts, seed].every((one) => Number.isInteger(one) && one > 0)) {
  process.stderr.write("soak:peers: give kills, posts and a seed, such as 300 10000 1\n");
  process.exit(2);
}

const folder = import.meta.dirname;
const suites = [
  ...["discord/kills.test.ts", "slack/kill.test.ts", "discord/faults.test.ts", "slack/faults.test.ts"],
  ...["discord/disturbed.test.ts", "slack/disturbed.test.ts", "discord/refused.test.ts"],
  ...["discord/asking.test.ts", "slack/socket.test.ts", "slack/bot.test.ts"],
];
const vitest = join(folder, "../../node_modules/.bin/vitest");
const run = spawnSync(
  vitest,
  [
    "run",
    "--no-file-parallelism",
    "--config",
    join(folder, "vitest.config.ts"),
    ...suites.map((suite) => join("tests/peers", suite)),
  ],
  {
    cwd: join(folder, "../.."),
    stdio: "inherit",
    env: {
      ...process.env,
      PARLEY_PEER_KILLS: String(kills),
      PARLEY_PEER_TROUBLES: String(kills),
      PARLEY_PEER_POSTS: String(posts),
      PARLEY_PEER_SEED: String(seed),
    },
  },
);
process.exitCode = run.status === 0 ? 0 : 1;
