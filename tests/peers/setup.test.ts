/** The set-up as a person does it, against both stand-ins: init writes a configuration, doctor finds it sound, the test message arrives. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { folderWith, parley } from "../cli/program.ts";
import {
  bot,
  type Stage as Discord,
  channel as discordChannel,
  place as discordPlace,
  openStage,
  seenIn,
  token,
} from "./discord/stage.ts";
import { appToken, botToken, type Front, startFront } from "./slack/front.ts";
import { channel as slackChannel, place as slackPlace } from "./slack/people.ts";

let discord: Discord;
let slack: Front;
let folder: ReturnType<typeof folderWith>;
beforeEach(async () => {
  [discord, slack] = [await openStage(), await startFront()];
  folder = folderWith({});
});
afterEach(async () => {
  await discord.close();
  await slack.close();
  folder.remove();
});

const tokens = () => ({
  ...{ DISCORD_TOKEN: token, DISCORD_API_URL: discord.rest.url },
  ...{ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.api },
});

async function call(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const own = { PARLEY_CONFIG: join(folder.path, "parley.yaml"), PARLEY_STORE: join(folder.path, "parley.sqlite") };
  const ended = await parley(args, { env: { ...own, ...env } });
  for (const secret of [token, botToken, appToken]) expect(ended.out + ended.err).not.toContain(secret);
  return ended;
}

const answers = [
  "--story",
  "miami-talks",
  "--places",
  `${discordPlace},${slackPlace}`,
  "--schedule",
  "daily 08:00 in Europe/Kyiv",
];
const findings = async (...args: readonly string[]) => {
  const { out, code } = await call(["doctor", "--json", ...args], tokens());
  return { code, all: JSON.parse(out) as readonly { name: string; ok: boolean; seen: string; mend: string | null }[] };
};

test("five answers make a configuration, with the links that let Parley in, and a test message in each place", async () => {
  const { code, out } = await call(
    ["init", ...answers, "--quiet-hours", "22:00-07:00", "--alerts", discordPlace, "--app", bot, "--test"],
    tokens(),
  );
  expect({ code, out }).toMatchObject({ code: 0 });
  expect(out).toContain("discord.com/oauth2/authorize");
  expect(out).toContain("manifest");
  const written = readFileSync(join(folder.path, "parley.yaml"), "utf8");
  for (const place of [discordPlace, slackPlace]) expect(written).toContain(place);
  expect(await seenIn(discord, discordChannel)).toContain("Parley can post here");
  const { messages } = (await slack.ask("conversations.history", { channel: slackChannel })) as {
    messages: readonly { text: string }[];
  };
  expect(messages.map(({ text }) => text).join()).toContain("Parley can post here");
  expect(discord.rest.violations()).toEqual([]);
  expect(slack.violations).toEqual([]);
});

test("doctor finds that sound, and posts nothing unasked", async () => {
  await call(["init", ...answers], tokens());
  const { all } = await findings();
  for (const name of [
    "discord token",
    "discord logins",
    discordPlace,
    "slack bot token",
    "slack app token",
    slackPlace,
    "clock",
  ])
    expect(
      all.filter((one) => one.name === name),
      name,
    ).toEqual([expect.objectContaining({ ok: true })]);
  expect(discord.rest.asked.filter(({ method }) => method !== "GET")).toEqual([]);
  expect(slack.calls.filter(({ method }) => method === "chat.postMessage")).toEqual([]);
});

test("doctor says what is wrong and how to mend it: tokens that are refused, a channel that is gone", async () => {
  await call(["init", ...answers], tokens());
  discord.rest.token = null;
  slack.faults.next({ method: "conversations.history", does: { kind: "error", error: "channel_not_found" } }, 9);
  const { code, all } = await findings();
  expect(code).toBe(1);
  const wrong = all.filter(({ ok }) => !ok);
  expect(wrong.map(({ name }) => name)).toEqual(expect.arrayContaining(["discord token", slackPlace]));
  for (const { mend } of wrong) expect(mend).toMatch(/\w.*\.$/);
  expect(discord.rest.asked.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(1);
});
