/** What people do in Slack, as the envelopes that it becomes. */
import { randomUUID } from "node:crypto";
import type { Front } from "./front.ts";
import type { Acknowledged } from "./socket.ts";

export const team = "T000000001";
/** Any token that is unknown to the stand-in belongs to its first user. */
export const botUser = "U000000001";
export const channel = "C000000001";
export const place = `slack:${team}/${channel}`;

export type Message = {
  readonly text: string;
  readonly ts?: string;
  readonly thread_ts?: string;
  readonly user?: string;
  readonly channel?: string;
  readonly bot_id?: string;
};

export type People = {
  /** A message, and with our name in it also the mention: the two events that Slack makes of it. */
  write(message: Message): Promise<readonly Acknowledged[]>;
  /** One event, under an id that may have come before. */
  event(event: object, eventId?: string, envelopeId?: string): Promise<Acknowledged>;
  command(text: string, given?: Readonly<Record<string, string>>): Promise<Acknowledged>;
  press(value: object, message: { readonly ts: string; readonly thread_ts?: string }): Promise<Acknowledged>;
  submit(view: object): Promise<Acknowledged>;
};

export function peopleIn({ socket, responseUrl, users }: Front): People {
  const ann = users["ann"] ?? "";
  let times = 0;
  const nextTs = () => `${Math.floor(Date.now() / 1_000)}.9${String(++times).padStart(5, "0")}`;
  const trigger = () => `${Date.now()}.${++times}.${randomUUID().slice(0, 8)}`;
  const event: People["event"] = (one, eventId = `Ev${randomUUID().slice(0, 10)}`, envelopeId) =>
    socket.send(
      "events_api",
      {
        token: "x",
        team_id: team,
        api_app_id: "A1",
        event: one,
        type: "event_callback",
        event_id: eventId,
        event_time: Math.floor(Date.now() / 1_000),
        authorizations: [
          { enterprise_id: null, team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false },
        ],
        is_ext_shared_channel: false,
      },
      envelopeId,
    );
  const base = {
    team: { id: team, domain: "desk" },
    enterprise: null,
    is_enterprise_install: false,
    api_app_id: "A1",
    token: "x",
    user: { id: ann, username: "ann", team_id: team },
  };
  return {
    event,
    write: ({ text, ts = nextTs(), user = ann, channel: where = channel, ...more }) => {
      const isDirect = where.startsWith("D");
      const message = {
        type: "message",
        channel_type: isDirect ? "im" : "channel",
        user,
        text,
        ts,
        event_ts: ts,
        channel: where,
        team,
        ...more,
      };
      const mention = text.includes(`<@${botUser}>`) && !isDirect;
      return Promise.all([event(message), ...(mention ? [event({ ...message, type: "app_mention" })] : [])]);
    },
    command: (text, given = {}) =>
      socket.send("slash_commands", {
        token: "x",
        command: "/talks",
        text,
        team_id: team,
        team_domain: "desk",
        channel_id: channel,
        channel_name: "general",
        user_id: ann,
        user_name: "ann",
        api_app_id: "A1",
        is_enterprise_install: "false",
        response_url: responseUrl(),
        trigger_id: trigger(),
        ...given,
      }),
    press: (value, message) =>
      socket.send("interactive", {
        ...base,
        type: "block_actions",
        trigger_id: trigger(),
        response_url: responseUrl(),
        state: { values: {} },
        channel: { id: channel, name: "general" },
        message: { type: "message", ...message },
        container: { type: "message", message_ts: message.ts, channel_id: channel, is_ephemeral: false },
        actions: [
          { type: "button", action_id: "parley:0:0", block_id: "b1", action_ts: "1.1", value: JSON.stringify(value) },
        ],
      }),
    submit: (view) => socket.send("interactive", { ...base, type: "view_submission", trigger_id: trigger(), view }),
  };
}
