/** Slack as the sender of requests over HTTP: what people do, signed with the app's secret. */
import { createHmac } from "node:crypto";
import { createServer } from "node:net";
import { botUser, team } from "./slack-server.ts";

export const signingSecret = "signing-secret-of-a-test";

export type Sent = { readonly status: number; readonly text: string; readonly ms: number };

/** Below the ports that a system hands out by itself, so that nobody is given it before it is used. */
const [firstPort, ports] = [20_000, 10_000];
let nextPort = (process.pid * 31) % ports;

/** A port that is free. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < ports; tried += 1) {
    nextPort = (nextPort + 1) % ports;
    if (await isFree(firstPort + nextPort)) return firstPort + nextPort;
  }
  throw new Error("No port is free.");
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

export type SendOptions = { readonly secret?: string; readonly sentAt?: number };

export function slackSender(url: string) {
  const post = async (
    body: string,
    type: string,
    { secret = signingSecret, sentAt = Date.now() }: SendOptions = {},
  ): Promise<Sent> => {
    const stamp = String(Math.floor(sentAt / 1_000));
    const signature = `v0=${createHmac("sha256", secret).update(`v0:${stamp}:${body}`).digest("hex")}`;
    const began = performance.now();
    const response = await fetch(`${url}/slack/events`, {
      method: "POST",
      headers: { "content-type": type, "x-slack-request-timestamp": stamp, "x-slack-signature": signature },
      body,
    });
    return { status: response.status, text: await response.text(), ms: performance.now() - began };
  };
  const form = (values: Readonly<Record<string, string>>, options?: SendOptions) =>
    post(new URLSearchParams(values).toString(), "application/x-www-form-urlencoded", options);
  let events = 0;
  return {
    event: (event: object, options: SendOptions & { readonly of?: string } = {}) =>
      post(
        JSON.stringify({
          type: "event_callback",
          team_id: options.of ?? team,
          api_app_id: "A1",
          event_id: `Ev${++events}`,
          event_time: 1_900_000_000,
          event,
          authorizations: [
            {
              enterprise_id: null,
              team_id: options.of ?? team,
              user_id: botUser,
              is_bot: true,
              is_enterprise_install: false,
            },
          ],
        }),
        "application/json",
        options,
      ),
    command: (values: Readonly<Record<string, string>>, options?: SendOptions) =>
      form(
        {
          command: "/talks",
          text: "",
          team_id: team,
          channel_id: "C1",
          user_id: "U1",
          trigger_id: "7.7",
          api_app_id: "A1",
          ...values,
        },
        options,
      ),
    interaction: (payload: object, options?: SendOptions) =>
      form(
        {
          payload: JSON.stringify({
            team: { id: team, domain: "desk" },
            user: { id: "U1", username: "ann" },
            api_app_id: "A1",
            token: "x",
            ...payload,
          }),
        },
        options,
      ),
  };
}
