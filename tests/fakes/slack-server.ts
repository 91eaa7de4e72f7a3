/**
 * Slack's Web API in memory, over real HTTP on loopback: it keeps messages and threads, judges blocks, hands out response
 * addresses, and does on demand what goes wrong. Only what Parley calls is there; anything else is `unknown_method`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { blockProblems, viewProblems } from "./block-kit.ts";

type Json = Readonly<Record<string, unknown>>;

export type SlackPost = {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts: string | null;
  readonly user: string;
  text: string;
  blocks: readonly unknown[];
  readonly metadata: unknown;
};

export type Fault = {
  readonly method: string;
  /** What happens in place of an answer; `cut after` does the call first, and `pass` lets one call through. */
  readonly does:
    | { readonly status: number; readonly retryAfter?: number }
    | { readonly error: string; readonly extra?: Json }
    | "pass"
    | "cut"
    | "cut after"
    | "hang";
  times?: number;
};

export type Call = { readonly method: string; readonly args: Json; readonly token: string };

export type SlackServer = {
  /** With its path, as `slackApiUrl` wants it. */
  readonly api: string;
  readonly url: string;
  readonly calls: readonly Call[];
  readonly posts: readonly SlackPost[];
  /** Bodies that came to a response address, oldest first. */
  readonly responses: readonly Json[];
  readonly views: readonly Json[];
  /** Blocks that Slack would have refused, whatever came of them. */
  readonly violations: readonly string[];
  readonly admins: Set<string>;
  fail(fault: Fault): void;
  /** From now on this method always says that there is another page. */
  endless(method: string): void;
  responseUrl(): string;
  /** Somebody else writes. */
  write(post: Partial<SlackPost> & { readonly channel: string }): string;
  close(): Promise<void>;
};

export const team = "T0TEAM";
export const botUser = "U0BOT";
export const botToken = "xoxb-test-token";

/** `scopes` are told with each answer, as Slack does; none tells none. */
export async function startSlack(scopes: readonly string[] = []): Promise<SlackServer> {
  const calls: Call[] = [];
  const posts: SlackPost[] = [];
  const responses: Json[] = [];
  const views: Json[] = [];
  const violations: string[] = [];
  const faults: Fault[] = [];
  const admins = new Set<string>();
  const endless = new Set<string>();
  let ticks = 0;
  const nextTs = () => `1900000000.${String(++ticks).padStart(6, "0")}`;
  const ok = (more: Json = {}) => ({ ok: true, ...more });
  const no = (error: string, more: Json = {}) => ({ ok: false, error, ...more });
  const judged = (problems: readonly string[], run: () => Json): Json => {
    violations.push(...problems);
    return problems.length > 0 ? no("invalid_blocks", { response_metadata: { messages: problems } }) : run();
  };
  const shown = (post: SlackPost): Json => {
    const replies = posts.filter((one) => one.thread_ts === post.ts);
    const thread =
      replies.length === 0
        ? {}
        : {
            reply_count: replies.length,
            latest_reply: replies.at(-1)!.ts,
            reply_users: [...new Set(replies.map(({ user }) => user))],
          };
    const { thread_ts, metadata, ...rest } = post;
    return {
      type: "message",
      ...rest,
      ...(thread_ts === null ? {} : { thread_ts }),
      ...(metadata ? { metadata } : {}),
      ...thread,
    };
  };
  const paged = (all: readonly SlackPost[], args: Json): Json => {
    const from = Number(args["cursor"] ?? 0);
    const size = Number(args["limit"] ?? 100);
    const rest = all.length > from + size;
    return ok({
      messages: all.slice(from, from + size).map(shown),
      has_more: rest,
      ...(rest ? { response_metadata: { next_cursor: String(from + size) } } : {}),
    });
  };
  const opened = (view: unknown): Json =>
    judged(viewProblems(view), () => {
      views.push(view as Json);
      return ok({ view: { id: `V${views.length}` } });
    });
  const methods: Readonly<Record<string, (args: Json) => Json>> = {
    "auth.test": () => ok({ team_id: team, user_id: botUser, bot_id: "B0BOT" }),
    "apps.connections.open": () => ok({ url: "wss://wss.slack.example/link" }),
    "chat.postMessage": (args) =>
      judged(blockProblems(args["blocks"]), () => {
        const thread = args["thread_ts"];
        const post = {
          channel: String(args["channel"]),
          ts: nextTs(),
          thread_ts: typeof thread === "string" ? thread : null,
          user: botUser,
          text: String(args["text"]),
          blocks: args["blocks"] as readonly unknown[],
          metadata: args["metadata"] ?? null,
        };
        posts.push(post);
        return ok({ ts: post.ts, channel: post.channel });
      }),
    "chat.update": (args) =>
      judged(blockProblems(args["blocks"]), () => {
        const post = posts.find(({ ts, channel }) => ts === args["ts"] && channel === args["channel"]);
        if (!post) return no("message_not_found");
        if (Buffer.byteLength(String(args["text"])) > 4_000) return no("msg_too_long");
        post.text = String(args["text"]);
        post.blocks = args["blocks"] as readonly unknown[];
        return ok({ ts: post.ts });
      }),
    "chat.postEphemeral": (args) => judged(blockProblems(args["blocks"]), () => ok({ message_ts: nextTs() })),
    "conversations.history": (args) => {
      const all = posts.filter(({ channel, thread_ts }) => channel === args["channel"] && thread_ts === null);
      const only = args["latest"];
      return paged(typeof only === "string" ? all.filter(({ ts }) => ts === only) : all.toReversed(), args);
    },
    "conversations.replies": (args) => {
      const all = posts.filter(
        ({ channel, ts, thread_ts }) => channel === args["channel"] && [ts, thread_ts].includes(String(args["ts"])),
      );
      return all.length === 0 ? no("thread_not_found") : paged(all, args);
    },
    "users.info": (args) =>
      ok({ user: { id: args["user"], team_id: team, is_admin: admins.has(String(args["user"])) } }),
    "views.open": (args) => opened(args["view"]),
    "views.publish": (args) => opened(args["view"]),
    "oauth.v2.access": () =>
      ok({
        app_id: "A1",
        authed_user: { id: "U1" },
        scope: "commands,chat:write",
        token_type: "bot",
        access_token: "xoxb-installed",
        bot_user_id: botUser,
        team: { id: team, name: "Desk" },
        enterprise: null,
        is_enterprise_install: false,
      }),
  };
  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    if (path.startsWith("/response/")) {
      const body = (await bodyOf(request)) as Json;
      const fault = taken(faults, "response_url");
      if (fault) return misbehave(fault, response);
      violations.push(...blockProblems(body["blocks"]));
      responses.push(body);
      return void response.writeHead(200).end("ok");
    }
    const method = path.replace(/^\/api\//, "").split("?")[0] ?? "";
    const args = (await bodyOf(request)) as Json;
    calls.push({
      method,
      args,
      token: String(request.headers.authorization ?? args["token"] ?? "").replace("Bearer ", ""),
    });
    const fault = taken(faults, method);
    if (fault && fault.does !== "cut after" && fault.does !== "pass") return misbehave(fault, response);
    const known = methods[method]?.(args) ?? no("unknown_method");
    const answer = endless.has(method)
      ? { ...known, has_more: true, response_metadata: { next_cursor: "99999" } }
      : known;
    if (fault?.does === "cut after") return void response.destroy();
    const granted = scopes.length > 0 ? { "x-oauth-scopes": scopes.join(",") } : {};
    response
      .writeHead(200, { "content-type": "application/json; charset=utf-8", ...granted })
      .end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    api: `${url}/api/`,
    url,
    calls,
    posts,
    responses,
    views,
    violations,
    admins,
    fail: (fault) => void faults.push(fault),
    endless: (method) => void endless.add(method),
    responseUrl: () => `${url}/response/${++ticks}`,
    write: (post) => {
      const ts = nextTs();
      posts.push({ ts, thread_ts: null, user: "U9", text: "", blocks: [], metadata: null, ...post });
      return ts;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function taken(faults: Fault[], method: string): Fault | null {
  const at = faults.findIndex((one) => one.method === method);
  const fault = faults[at];
  if (!fault) return null;
  fault.times = (fault.times ?? 1) - 1;
  if (fault.times <= 0) faults.splice(at, 1);
  return fault;
}

function misbehave({ does }: Fault, response: ServerResponse): void {
  if (does === "hang" || does === "pass") return;
  if (does === "cut" || does === "cut after") return void response.destroy();
  const json = { "content-type": "application/json; charset=utf-8" };
  if ("error" in does)
    return void response.writeHead(200, json).end(JSON.stringify({ ok: false, error: does.error, ...does.extra }));
  const after = does.retryAfter === undefined ? {} : { "retry-after": String(does.retryAfter) };
  response.writeHead(does.status, { ...json, ...after }).end(JSON.stringify({ ok: false, error: "ratelimited" }));
}

/** JSON, or a form whose values may be JSON, as the SDK sends them. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks).toString();
  if ((request.headers["content-type"] ?? "").includes("json")) return JSON.parse(raw || "{}");
  return Object.fromEntries(
    [...new URLSearchParams(raw)].map(([name, value]) => [
      name,
      /^[[{]/.test(value) && ["blocks", "metadata", "view"].includes(name) ? JSON.parse(value) : value,
    ]),
  );
}
