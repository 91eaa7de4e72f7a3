/** The Slack adapter in this process, over Socket Mode, and what the stand-in keeps of what it does. */
import { commands } from "../../../commands/index.ts";
import { openSlack } from "../../../src/platforms/slack/slack.ts";
import type { Clock } from "../../../src/ports.ts";
import { logInMemory } from "../../fakes/log.ts";
import { readBlocks } from "../../fakes/slack-read.ts";
import { appToken, botToken, type Front } from "./front.ts";
import { channel } from "./people.ts";

const noStore = {
  installation: async () => null,
  saveInstallation: async () => {},
  removeInstallation: async () => {},
};

export async function adapterOn(front: Front, clock: Clock = { now: () => Date.now() }) {
  const log = logInMemory();
  const opening = await openSlack({
    access: { kind: "socket", botToken, appToken },
    apiUrl: front.api,
    authorizeUrl: null,
    clientPingTimeoutMs: 3_000,
    managers: [],
    commands,
    installations: noStore,
    joined: async () => {},
    left: async () => {},
    clock,
    log,
  });
  if (opening.kind === "refused") throw new Error(opening.reason);
  return { platform: opening.platform, log };
}

type Shown = { readonly ts: string; readonly blocks: unknown };

/** Every message of the channel and of its threads, as the stand-in keeps them, oldest first. */
export async function seenIn(front: Front): Promise<readonly string[]> {
  const { messages } = (await front.ask("conversations.history", { channel, limit: "200" })) as {
    messages: readonly Shown[];
  };
  const threads = await Promise.all(
    messages.toReversed().map(async ({ ts }) => {
      const thread = await front.ask("conversations.replies", { channel, ts, limit: "200" });
      return (thread["messages"] as readonly Shown[]).map(({ blocks }) => readBlocks(blocks));
    }),
  );
  return threads.flat();
}
