/** Looks whether Discord is set up: the token, the budget of logins, and the rights at each place. It changes nothing. */
import { type REST, RESTEvents, Routes } from "discord.js";
import type { PlaceName } from "../../ports.ts";
import { aheadOf, type Checked, type Finding, fault, faultOf, fine } from "../check.ts";
import { failureOf } from "./outcome.ts";
import { spotOf } from "./place.ts";
import { rights } from "./rights.ts";
import { type Asking, type ChannelTold, get, openStandings, rightsAt, type Standings } from "./standing.ts";
import { openWire, type WireSetup } from "./wire.ts";

export type DiscordCheck = WireSetup & { readonly places: readonly PlaceName[]; readonly signal: AbortSignal };

/** Fewer logins than this are soon used up, and Discord then resets the token. */
const loginsMin = 20;

export async function checkDiscord(setup: DiscordCheck): Promise<Checked> {
  const wire = openWire(setup);
  let clock: Checked["clock"] = null;
  wire.rest.on(RESTEvents.Response, (_, { headers }) => {
    const aheadMs = aheadOf(headers.get("date"), setup.clock.now());
    if (aheadMs !== null) clock ??= { host: "Discord", aheadMs };
  });
  const findings = await look(wire.rest, setup);
  wire.close();
  return { findings, clock };
}

async function look(rest: REST, { places, signal }: DiscordCheck): Promise<readonly Finding[]> {
  try {
    const me = await get<{ readonly id: string; readonly username: string }>(rest, Routes.user(), signal);
    const asking = { rest, signal, me: me.id };
    const standings = openStandings(asking);
    return [
      fine("discord token", `it is the one of ${me.username} (${me.id})`),
      fine("discord intents", "none is privileged, so nothing has to be switched on"),
      ...(await Promise.all([logins(asking), ...places.map((place) => checkPlace(place, asking, standings))])),
    ];
  } catch (error) {
    return [faultOf("discord token", failureOf(error).reason)];
  }
}

type Gateway = { readonly session_start_limit: { readonly remaining: number; readonly reset_after: number } };

async function logins({ rest, signal }: Asking): Promise<Finding> {
  const name = "discord logins";
  try {
    const { session_start_limit: limit } = await get<Gateway>(rest, Routes.gatewayBot(), signal);
    const seen = `${limit.remaining} are left`;
    if (limit.remaining >= loginsMin) return fine(name, seen);
    const hours = Math.ceil(limit.reset_after / 3_600_000);
    return fault(name, seen, `Leave the bot stopped for ${hours} h, and look for what restarts it again and again.`);
  } catch (error) {
    return faultOf(name, failureOf(error).reason);
  }
}

async function checkPlace(place: PlaceName, asking: Asking, standings: Standings): Promise<Finding> {
  const spot = spotOf(place);
  if (spot === null) return fault(place, "it names no channel", "Write discord:SERVER/CHANNEL, with ids of digits.");
  try {
    const channel = await get<ChannelTold>(asking.rest, Routes.channel(spot.channel), asking.signal);
    if (spot.guild === null) return fine(place, "the direct message is open");
    if (channel.guild_id !== undefined && channel.guild_id !== spot.guild)
      return fault(place, `the channel is on the server ${channel.guild_id}`, "Correct the destination.");
    const has = await rightsAt(channel, spot.guild, asking, standings);
    const missing = rights.filter(({ bit }) => (has & bit) === 0n).map(({ name }) => name);
    return missing.length === 0
      ? fine(place, "Parley has every right that it needs there")
      : fault(
          place,
          `Parley lacks ${missing.join(", ")}`,
          "Give Parley's role these rights in the channel's settings.",
        );
  } catch (error) {
    return faultOf(place, failureOf(error).reason);
  }
}
