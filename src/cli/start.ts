/** `parley start`: polls, digests and answers until it is stopped; without any token, on the terminal. */
import { flushCompileCache } from "node:module";
import { openLog } from "../log.ts";
import { attempt, cronWake } from "../schedule/wake.ts";
import { type CliCommand, noPositionals } from "./command.ts";
import { compose } from "./compose.ts";
import { settingsOf } from "./settings.ts";

export const startCommand: CliCommand = {
  name: "start",
  about: "Runs the bot: polls feeds, posts digests, answers questions. Without tokens, on the terminal.",
  example: "parley start",
  positionals: "",
  options: {},
  async run(args, io) {
    noPositionals(startCommand, args);
    const { loaded, config, stories } = settingsOf(io.root);
    const clock = { now: () => Date.now() };
    const log = openLog(loaded.logLevel, io.err, {
      clock,
      human: process.stderr.isTTY === true,
      secrets: Object.values(loaded.secrets),
    });
    const bot = await compose({
      owner: "parley start",
      storePath: loaded.storePath,
      stories,
      sources: config.feeds,
      destinations: config.destinations,
      alerts: config.alerts,
      settings: config.polling,
      keep: config.keep,
      zone: config.zone,
      contact: config.polling.contact,
      allowHosts: config.polling.allowHosts,
      clock,
      heedsServers: true,
      log,
      jitter: () => Math.random() * 2 - 1,
      webLimits: {},
      model: config.model && { ...config.model, key: loaded.secrets["MODEL_API_KEY"] ?? null },
      chats: { secrets: loaded.secrets, addresses: loaded.addresses, discord: config.discord, slack: config.slack },
    });
    const wake = cronWake(log);
    log.info("Parley is running", {
      feeds: config.feeds.length,
      stories: stories.length,
      destinations: config.destinations.length,
    });
    const stopped = untilStopped(process.stdin.isTTY === true && bot.prompt ? bot.prompt() : null);
    bot.listen();
    // The first tick does not wait for the next minute, nor the prompt for the first tick.
    const first = attempt(() => bot.bot.tick(), log);
    wake.start(() => bot.bot.tick());
    // Not only at the end: a bot is rarely stopped gently, and its next start is to be quick and small.
    void first.then(() => flushCompileCache());
    await stopped;
    await wake.stop();
    bot.bot.stop();
    await Promise.race([
      first.then(() => bot.bot.idle()),
      new Promise((resolve) => setTimeout(resolve, stopMsMax).unref()),
    ]);
    await bot.close();
    return 0;
  },
};

/** How long a stop waits for polls and posts that are under way; with the platforms' own farewell it takes two seconds at most. */
const stopMsMax = 900;

/** Until the prompt ends, or somebody asks the process to stop; without a keyboard, only the latter. */
function untilStopped(prompt: Promise<void> | null): Promise<void> {
  const signalled = new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
  return prompt ? Promise.race([prompt, signalled]) : signalled;
}
