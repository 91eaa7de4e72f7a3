/** What the chats say about their set-up, each within a time limit; without its token none is asked. */

import type { Config } from "../../../config/config.ts";
import type { Loaded } from "../../../config/load.ts";
import { type Checked, type Finding, fault, fine } from "../../platforms/check.ts";
import type { Clock, Log, Store } from "../../ports.ts";
import { accessOf, slackApiOf } from "../slack.ts";

export type ChatsCheck = {
  readonly loaded: Pick<Loaded, "secrets" | "addresses">;
  readonly config: Pick<Config, "slack">;
  /** Every place that anything is to be posted to. */
  readonly places: readonly string[];
  readonly installation: Store["installation"];
  readonly clock: Clock;
  readonly log: Log;
  readonly timeoutMs: number;
};

/** A difference that makes signatures and schedules wrong. */
const aheadMsMax = 30_000;

export async function checkChats(setup: ChatsCheck): Promise<readonly Finding[]> {
  const checked = await Promise.all([discord(setup), slack(setup)]);
  return [...checked.flatMap(({ findings }) => findings), checkClock(checked.flatMap(({ clock }) => clock ?? []))];
}

const offline = (...findings: readonly Finding[]): Checked => ({ findings, clock: null });
const of = (places: readonly string[], name: string) => places.filter((place) => place.startsWith(`${name}:`));

async function discord({ loaded, places, clock, log, timeoutMs }: ChatsCheck): Promise<Checked> {
  const token = loaded.secrets["DISCORD_TOKEN"];
  const own = of(places, "discord");
  if (token === undefined) return offline(withoutToken("discord", own, "Set DISCORD_TOKEN or DISCORD_TOKEN_FILE"));
  return inTime("discord", timeoutMs, async (signal) => {
    const { checkDiscord } = await import("../../platforms/discord/check.ts");
    const apiUrl = loaded.addresses["DISCORD_API_URL"] ?? null;
    return checkDiscord({ token: token.replace(/^Bot\s+/i, ""), apiUrl, places: own, signal, clock, log });
  });
}

async function slack(setup: ChatsCheck): Promise<Checked> {
  const { loaded, places, installation, clock, log, timeoutMs } = setup;
  const access = accessOf(loaded.secrets, setup.config.slack);
  const own = of(places, "slack");
  if (access === null)
    return offline(
      withoutToken(
        "slack",
        own,
        "Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or SLACK_BOT_TOKEN_FILE and SLACK_APP_TOKEN_FILE",
      ),
    );
  if ("missing" in access)
    return offline(
      fault(
        "slack",
        `set up by half: ${access.missing.join(", ")} not set`,
        "Set what is missing, or unset the others.",
      ),
    );
  return inTime("slack", timeoutMs, async (signal) => {
    const { checkSlack } = await import("../../platforms/slack/check.ts");
    const apiUrl = slackApiOf(loaded.addresses);
    return checkSlack({ access, apiUrl, places: own, installation, signal, clock, log });
  });
}

function withoutToken(name: string, places: readonly string[], remedy: string): Finding {
  if (places.length === 0) return fine(name, "not set up");
  return fault(name, `no token is set, but ${places.join(", ")} needs it`, `${remedy}, or take the destination out.`);
}

/** The signal ends what listens to it; the race ends the rest. */
async function inTime(
  name: string,
  timeoutMs: number,
  ask: (signal: AbortSignal) => Promise<Checked>,
): Promise<Checked> {
  const signal = AbortSignal.timeout(timeoutMs);
  const late = new Promise<Checked>((resolve) => {
    const seen = `no whole answer within ${timeoutMs / 1000} s`;
    const say = () => resolve(offline(fault(name, seen, "Check the network, then run parley doctor again.")));
    setTimeout(say, timeoutMs + graceMs).unref();
  });
  const broken = (cause: unknown) =>
    offline(fault(name, "the check itself failed", `Please report it: ${cause instanceof Error ? cause.name : "?"}.`));
  return Promise.race([ask(signal).catch(broken), late]);
}

/** For what was heard before the time was up to be told. */
const graceMs = 500;

function checkClock(told: readonly NonNullable<Checked["clock"]>[]): Finding {
  const [first] = told;
  if (!first) return fine("clock", "not compared, because no chat was asked");
  const seconds = Math.round(Math.abs(first.aheadMs) / 1000);
  const seen = `${seconds} s ${first.aheadMs > 0 ? "ahead of" : "behind"} ${first.host}`;
  if (Math.abs(first.aheadMs) <= aheadMsMax) return fine("clock", seen);
  return fault("clock", seen, "Set this machine's clock, and let it be kept by NTP.");
}
