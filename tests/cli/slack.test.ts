/** Which way Slack is reached, told from the tokens that are set and the mode that is asked for. */
import { describe, expect, test } from "vitest";
import { noChats, openPlatforms, type PlatformSetup } from "../../src/cli/platforms.ts";
import { accessOf } from "../../src/cli/slack.ts";
import { plainDestination } from "../../src/core/schedule/destination.ts";
import { clockAt } from "../fakes/clock.ts";
import { logInMemory } from "../fakes/log.ts";
import { platformInMemory } from "../fakes/platform.ts";
import { startSlack } from "../fakes/slack-server.ts";
import { storeInMemory } from "../fakes/store.ts";

const socket = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
const http = { SLACK_SIGNING_SECRET: "s", SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "c", SLACK_STATE_SECRET: "t" };
const where = { host: "127.0.0.1", port: 3000 };

describe("the tokens", () => {
  test.each([
    ["of a socket", socket, null, "socket"],
    ["of HTTP", http, null, "http"],
    ["of both", { ...socket, ...http }, null, "socket"],
    ["of both, and HTTP asked for", { ...socket, ...http }, "http", "http"],
  ] as const)("%s", (_, secrets, mode, kind) => {
    expect(accessOf(secrets, { mode, ...where })).toMatchObject({ kind });
  });

  test.each([
    [{ SLACK_BOT_TOKEN: "xoxb-1" }, null, ["SLACK_APP_TOKEN"]],
    [{ SLACK_APP_TOKEN: "xapp-1" }, null, ["SLACK_BOT_TOKEN"]],
    [{ SLACK_SIGNING_SECRET: "s", SLACK_CLIENT_ID: "1.2" }, null, ["SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"]],
    [socket, "http", Object.keys(http)],
    [http, "socket", Object.keys(socket)],
  ] as const)("%j with mode %s lack %j", (secrets, mode, missing) => {
    expect(accessOf(secrets, { mode, ...where })).toEqual({ missing });
  });

  test("none: Slack is not set up", () => {
    expect(accessOf({ DISCORD_TOKEN: "x" }, { mode: null, ...where })).toBeNull();
  });
});

async function setupWith(given: Partial<PlatformSetup>): Promise<PlatformSetup> {
  return {
    chats: noChats,
    destinations: [],
    alerts: null,
    openTerminal: () => platformInMemory("terminal"),
    resumed: async () => {},
    store: await storeInMemory(),
    clock: clockAt("2031-03-14T08:00:00Z"),
    log: logInMemory(),
    ...given,
  };
}

const destination = (place: string) => ({
  place,
  story: "dock-talks",
  schedule: { kind: "every" as const, hours: 6 },
  zone: "UTC",
  ...plainDestination,
});

describe("the platforms", () => {
  test("are the terminal alone without tokens", async () => {
    const { all } = await openPlatforms(await setupWith({}));
    expect(all.map(({ name }) => name)).toEqual(["terminal"]);
  });

  test("a destination in Slack without tokens is one clear line", async () => {
    const setup = await setupWith({ destinations: [destination("slack:T1/C1")] });
    await expect(openPlatforms(setup)).rejects.toThrow(
      /slack:T1\/C1 needs tokens of Slack: SLACK_BOT_TOKEN and SLACK_APP_TOKEN/,
    );
  });

  test("half a set of tokens is one clear line", async () => {
    const setup = await setupWith({ chats: { ...noChats, secrets: { SLACK_BOT_TOKEN: "xoxb-1" } } });
    await expect(openPlatforms(setup)).rejects.toThrow(/set up by half: SLACK_APP_TOKEN is not set/);
  });

  test("a token that Slack refuses switches Slack off, and ends the program only when nothing else is on", async () => {
    const slack = await startSlack();
    const chats = { ...noChats, secrets: socket, addresses: { SLACK_API_URL: slack.api } };
    slack.fail({ method: "auth.test", does: { error: "invalid_auth" }, times: 2 });
    const log = logInMemory();
    const beside = await openPlatforms(await setupWith({ chats, log, destinations: [destination("terminal:")] }));
    expect(beside.all.map(({ name }) => name)).toEqual(["terminal"]);
    expect(log.said.filter((line) => line.includes("slack is off"))).toHaveLength(1);
    await expect(openPlatforms(await setupWith({ chats }))).rejects.toThrow(
      /slack: Slack does not accept the bot token/,
    );
    const open = await openPlatforms(await setupWith({ chats }));
    expect(open.all.map(({ name }) => name)).toEqual(["slack"]);
    await open.close();
    await slack.close();
  });
});
