/** From what Slack tells of a person's deed to a request, or to nothing when it is none of ours. Pure. */
import type { Request } from "../../ports.ts";
import { buttonCommand, type Pressed } from "./buttons.ts";
import { names, typed } from "./mrkdwn.ts";
import { isDirect, placeOf } from "./place.ts";

/** Where a request came from; whoever answers it answers there. */
export type Spot = {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** The root of the thread that the answer belongs in; null in the open channel. */
  readonly thread: string | null;
};

export type Heard = { readonly request: Omit<Request, "manages">; readonly spot: Spot };

/** The part of Slack's `message` and `app_mention` events that is read. */
export type SlackMessage = {
  readonly type: string;
  readonly subtype?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly user?: string | undefined;
  readonly text?: string | undefined;
  readonly ts: string;
  readonly thread_ts?: string | undefined;
  readonly channel: string;
  readonly edited?: unknown;
};

/** A reply that its writer also sent to the channel; every other subtype is no plain word of a person. */
const spokenSubtypes = new Set<string | undefined>([undefined, "thread_broadcast"]);

/** A message with our name comes as two events; both make the same request. */
export function ofMessage(event: SlackMessage, team: string, botUser: string): Heard | null {
  const { user, text = "", ts, thread_ts: thread = null, channel } = event;
  const isPerson = user && user !== botUser && !event.bot_id && event.edited === undefined;
  if (!isPerson || !spokenSubtypes.has(event.subtype)) return null;
  const isNamed = event.type === "app_mention" || names(text, botUser);
  const isOurs = isNamed || isDirect(channel);
  if (!isOurs && thread === null) return null;
  const line = typed(text.replaceAll(new RegExp(`<@${botUser}(?:\\|[^<>]*)?>`, "g"), " ").slice(0, typedMax));
  return {
    request: {
      id: `slack:${channel}:${ts}`,
      place: placeOf(team, channel),
      person: user,
      input: { kind: "line", text: line },
      addressed: isOurs ? "directly" : "overheard",
      thread,
    },
    // In a channel a thread keeps the answer beside the question.
    spot: { team, channel, user, thread: thread ?? (isDirect(channel) ? null : ts) },
  };
}

/** Longer than any question; what follows is refused for its length anyway. */
const typedMax = 4_000;

export type SlackCommand = {
  readonly command: string;
  readonly text: string;
  readonly trigger_id: string;
  readonly user_id: string;
  readonly team_id: string;
  readonly channel_id: string;
};

/** A command cannot be typed in a thread. */
export function ofCommand(command: SlackCommand): Heard {
  const { team_id: team, channel_id: channel, user_id: user } = command;
  return {
    request: {
      id: `slack:command:${command.trigger_id}`,
      place: placeOf(team, channel),
      person: user,
      input: { kind: "line", text: `${command.command} ${typed(command.text.slice(0, typedMax))}`.trim() },
      addressed: "directly",
      thread: null,
    },
    spot: { team, channel, user, thread: null },
  };
}

/**
 * A pressed button, or a form that was filled in. `about` is the root of the thread that the message is in, or is;
 * `pressedOn` the message with the button.
 */
export function ofAction(
  id: string,
  spot: Spot,
  pressed: Pressed,
  about: string | null,
  pressedOn: string | null = null,
): Heard {
  return {
    request: {
      id: `slack:${id}`,
      place: placeOf(spot.team, spot.channel),
      person: spot.user,
      input: { kind: "action", command: buttonCommand, ...pressed },
      addressed: "directly",
      thread: about,
      ...(pressedOn === null ? {} : { pressedOn }),
    },
    spot,
  };
}
