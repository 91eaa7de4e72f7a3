/** Discord's answers to a look at the set-up, over real HTTP on loopback: one bot, one server, its channels. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Answer = { readonly status?: number; readonly body: unknown };

export const me = "111111111111111111";
export const guild = "222222222222222222";
export const channel = "333333333333333333";

/** What a server says that gave Parley every right it asks for; a test replaces what it is about. */
export const sound: Readonly<Record<string, Answer>> = {
  "GET /users/@me": { body: { id: me, username: "Parley" } },
  "GET /gateway/bot": { body: { session_start_limit: { remaining: 990, reset_after: 3_600_000 } } },
  [`GET /channels/${channel}`]: { body: { id: channel, type: 0, guild_id: guild, permission_overwrites: [] } },
  [`GET /guilds/${guild}`]: {
    body: { id: guild, owner_id: "9", roles: [{ id: guild, permissions: "309237730304" }] },
  },
  [`GET /guilds/${guild}/members/${me}`]: { body: { roles: [] } },
  [`POST /channels/${channel}/messages`]: { body: { id: "444444444444444444" } },
};

export type DiscordRest = {
  readonly api: string;
  readonly asked: readonly string[];
  /** Authorization headers, as they came. */
  readonly tokens: readonly string[];
  close(): Promise<void>;
};

/** `date` is what its Date header says; null leaves the true one. A route that is not there answers 10003. */
export async function startDiscordRest(
  answers: Readonly<Record<string, Answer | "hang">> = sound,
  date: string | null = null,
): Promise<DiscordRest> {
  const asked: string[] = [];
  const tokens: string[] = [];
  const server = createServer((request, response) => {
    const route = `${request.method} ${(request.url ?? "").replace(/^\/api\/v10/, "").split("?")[0]}`;
    asked.push(route);
    tokens.push(String(request.headers.authorization));
    const answer = answers[route] ?? { status: 404, body: { code: 10003, message: "Unknown Channel" } };
    if (answer === "hang") return;
    if (date !== null) response.setHeader("date", date);
    response.writeHead(answer.status ?? 200, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    asked,
    tokens,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
