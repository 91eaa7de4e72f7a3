/**
 * Stands before the stand-in's REST interface and adds what it lacks: it refuses what Discord would refuse, keeps rate
 * limits, remembers nonces, and lets things go wrong when a test says so. Loopback only.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { openBuckets } from "./buckets.ts";
import { type Fault, takeFault } from "./faults.ts";
import type { Body } from "./prose.ts";
import { judge } from "./spec.ts";
import type { Answer, World } from "./world.ts";

/** Discord says "a few minutes" and no more. */
const nonceMs = 120_000;

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly route: string;
  readonly body: unknown;
  readonly faults: readonly string[];
  /** Zero when it was cut. */
  status: number;
  /** Answered with the message that the same nonce made before. */
  isRepeat: boolean;
};

export type RestFront = {
  readonly url: string;
  readonly asked: Asked[];
  readonly faults: Fault[];
  /** Chance, asked at each request that no fault of the list is for. */
  chance: (method: string, route: string) => Fault | null;
  /** Requests that Discord would have refused as malformed. */
  violations(): readonly Asked[];
  /** Requests that came and are not ended. */
  underWay(): number;
  /** Whose token is accepted; null refuses every one. */
  token: string | null;
  close(): Promise<void>;
};

export type RestSetup = {
  readonly upstream: string;
  readonly token: string;
  readonly world: World;
  readonly gatewayUrl: () => string;
  readonly limit: number;
  readonly windowMs: number;
};

export async function startRest(setup: RestSetup): Promise<RestFront> {
  const buckets = openBuckets(setup.limit, setup.windowMs);
  const nonces = new Map<string, { readonly at: number; readonly answer: Answer }>();
  let underWay = 0;
  const front: Omit<RestFront, "url" | "close"> = {
    asked: [],
    faults: [],
    chance: () => null,
    violations: () => front.asked.filter(({ faults }) => faults.length > 0),
    underWay: () => underWay,
    token: setup.token,
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { method, path, search, text } = await readRequest(request);
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    const { route, faults } = judge(method, path, body);
    const asked: Asked = { method, path, route, body, faults, status: 0, isRepeat: false };
    front.asked.push(asked);
    const { headers, isOver, resetMs } = buckets.take(method, route, path);
    const send = (answer: Answer, extra: Readonly<Record<string, string>> = {}) => {
      asked.status = answer.status;
      const written = answer.body === undefined ? "" : JSON.stringify(answer.body);
      response.writeHead(answer.status, {
        ...(written ? { "content-type": "application/json" } : {}),
        ...headers,
        ...extra,
      });
      response.end(written);
    };
    const isOurs = request.headers.authorization === `Bot ${front.token}` || isByTicket(route);
    if (!isOurs) return send({ status: 401, body: { message: "401: Unauthorized", code: 0 } });
    const fault = takeFault(front.faults, method, route) ?? front.chance(method, route);
    if (fault?.kind === "cut") return void request.socket.destroy();
    if (fault?.kind === "limit") return sendLimit(send, fault.retryAfter, fault.scope);
    if (fault?.kind === "error")
      return send({ status: fault.status, body: { message: "Made to fail", code: fault.code } });
    if (isOver) return sendLimit(send, resetMs / 1000, "user");
    if (faults.length > 0) return send(malformed(faults));
    const nonce = nonceOf(route, body as Body | undefined);
    const earlier = nonce === null ? undefined : nonces.get(nonce);
    asked.isRepeat = earlier !== undefined && Date.now() - earlier.at < nonceMs;
    const answer =
      asked.isRepeat && earlier ? earlier.answer : await passOn(setup, { method, path, search, text, body });
    if (nonce !== null && answer.status < 300) nonces.set(nonce, { at: earlier?.at ?? Date.now(), answer });
    if (fault?.kind === "lost") return void request.socket.destroy();
    if (fault?.kind === "late") await sleep(fault.delayMs);
    send(answer);
  };
  const server = createServer((request, response) => {
    underWay += 1;
    void serve(request, response).finally(() => {
      underWay -= 1;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(front, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

async function readRequest(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? "/", "http://front");
  return {
    method: request.method ?? "GET",
    path: url.pathname.replace(/^\/api\/v10/, ""),
    search: url.search,
    text: Buffer.concat(chunks).toString("utf8"),
  };
}

/** Interactions are answered with their own token. */
const isByTicket = (route: string): boolean => /^\/(interactions|webhooks)\//.test(route);

type Send = (answer: Answer, headers?: Readonly<Record<string, string>>) => void;

function sendLimit(send: Send, retryAfter: number, scope: "user" | "shared" | "global"): void {
  const isGlobal = scope === "global";
  send(
    { status: 429, body: { message: "You are being rate limited.", retry_after: retryAfter, global: isGlobal } },
    {
      "retry-after": String(Math.ceil(retryAfter)),
      "x-ratelimit-scope": scope,
      ...(isGlobal
        ? { "x-ratelimit-global": "true" }
        : { "x-ratelimit-remaining": "0", "x-ratelimit-reset-after": String(retryAfter) }),
    },
  );
}

const malformed = (faults: readonly string[]): Answer => ({
  status: 400,
  body: {
    message: "Invalid Form Body",
    code: 50035,
    errors: { _errors: faults.map((message) => ({ code: "BASE_TYPE_INVALID", message })) },
  },
});

function nonceOf(route: string, body: Body | undefined): string | null {
  if (route !== "/channels/{channel_id}/messages" || !body?.enforce_nonce || body.nonce === undefined) return null;
  return String(body.nonce);
}

type Passed = {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly text: string;
  readonly body: unknown;
};

async function passOn(setup: RestSetup, { method, path, search, text, body }: Passed): Promise<Answer> {
  const own = await setup.world.before(method, path, body);
  if (own) return own;
  const answer = await fetch(`${setup.upstream}/v10${path}${search}`, {
    method,
    headers: { authorization: `Bot ${setup.token}`, ...(text ? { "content-type": "application/json" } : {}) },
    ...(text ? { body: text } : {}),
  });
  const told = await answer.text();
  const read: unknown = told === "" ? undefined : JSON.parse(told);
  if (path === "/gateway/bot") return { status: 200, body: { ...(read as object), url: setup.gatewayUrl() } };
  return setup.world.after(method, path, body, { status: answer.status, body: read });
}
