/**
 * Stands before the stand-in and adds what it lacks: Socket Mode, response addresses, Slack's pace, its judgement of
 * blocks and its faults. Messages, threads and metadata stay with the stand-in.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createEmulator } from "emulate";
import { blockProblems, viewProblems } from "../../fakes/block-kit.ts";
import { drawsOf, type Faults, openFaults } from "./faults.ts";
import { openSocket, type SocketFront } from "./socket.ts";

type Json = Readonly<Record<string, unknown>>;

export type Call = {
  readonly method: string;
  readonly args: Json;
  readonly token: string;
  readonly at: number;
  /** What the front did about it. */
  readonly ended: string;
};

export type Front = {
  /** With its path, for `SLACK_API_URL`. */
  readonly api: string;
  readonly url: string;
  readonly socket: SocketFront;
  readonly faults: Faults;
  readonly calls: readonly Call[];
  /** Everything that Slack would have refused or acted on: bad blocks, markup that is alive, previews, calls too soon. */
  readonly violations: readonly string[];
  readonly responses: readonly Json[];
  readonly views: readonly Json[];
  responseUrl(): string;
  /** Calls that came and are not ended. */
  underWay(): number;
  /** Ids by name: `ann` is an admin of the workspace, `bob` is not. */
  readonly users: Readonly<Record<string, string>>;
  /** Asks the stand-in itself, past the front. */
  ask(method: string, args?: Readonly<Record<string, string>>): Promise<Json>;
  close(): Promise<void>;
};

export const botToken = "xoxb-canary-4f7a1c-not-a-real-one";
export const appToken = "xapp-1-canary-9d21-not-a-real-one";

const ours = `Bearer ${botToken}`;
/** The stand-in takes 5,000 an hour. */
const callsPerToken = 2_000;

/** Slack's pace: one post a second in a channel, with a little slack for the clock. */
const postGapMs = 980;
const responsesMax = 5;
const responseMinutes = 30;

export async function startFront({ seed = 1, paced = true } = {}): Promise<Front> {
  const seeds = { users: [{ name: "ann", is_admin: true }, { name: "bob" }] };
  const peer = await createEmulator({ service: "slack", port: 0, seed: { slack: seeds } });
  const upstream = peer.url.replace("localhost", "127.0.0.1");
  const calls: Call[] = [];
  const [violations, responses, views]: [string[], Json[], Json[]] = [[], [], []];
  const faults = openFaults(drawsOf(seed));
  const addresses = new Map<string, { uses: number; readonly since: number }>();
  const lastPost = new Map<string, number>();
  const silentUntil = new Map<string, number>();
  let url = "";

  const judge = (method: string, args: Json): Json | null => {
    const isView = method.startsWith("views.");
    if (!isView && args["blocks"] === undefined) return null;
    const problems = isView ? viewProblems(args["view"]) : blockProblems(args["blocks"]);
    violations.push(...problems.map((one) => `${method}: ${one}`), ...liveIn(method, args));
    return problems.length === 0
      ? null
      : { ok: false, error: "invalid_blocks", response_metadata: { messages: problems } };
  };

  /** Seconds to wait when it is too soon for another post; an attempt within a named wait is a violation. */
  const tooSoon = (method: string, args: Json): number => {
    const now = Date.now();
    if (now < (silentUntil.get(method) ?? 0)) violations.push(`${method}: called before Retry-After was over`);
    if (!paced || method !== "chat.postMessage") return 0;
    const channel = String(args["channel"]);
    if (now - (lastPost.get(channel) ?? 0) < postGapMs) return 1;
    lastPost.set(channel, now);
    return 0;
  };

  /** The stand-in counts calls by token; unknown ones all belong to its first user. */
  let passed = 0;
  const fresh = (authorization: string): string => {
    passed += 1;
    return authorization === ours ? `${ours}-${Math.floor(passed / callsPerToken)}` : authorization;
  };

  const pass = async (request: IncomingMessage, raw: string): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`${upstream}${request.url}`, {
      method: "POST",
      headers: {
        authorization: fresh(request.headers.authorization ?? ""),
        "content-type": request.headers["content-type"] ?? "",
      },
      body: raw,
    });
    return { status: answer.status, text: await answer.text() };
  };

  /** The page on which a person agrees to an installation is the stand-in's own. */
  const agree = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(request);
    const method = request.method ?? "GET";
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const init = { method, headers, redirect: "manual" as const, ...(method === "POST" ? { body } : {}) };
    const answer = await fetch(`${upstream}${request.url}`, init);
    const location = answer.headers.get("location");
    response.writeHead(answer.status, location ? { location } : {}).end(await answer.text());
  };

  const respond = (path: string, body: Json, response: ServerResponse): string => {
    const address = addresses.get(path);
    const isOpen = address && address.uses < responsesMax && Date.now() - address.since < responseMinutes * 60_000;
    if (!address || !isOpen) {
      violations.push("response_url: used too often or too late");
      response.writeHead(404).end("used_url");
      return "refused";
    }
    address.uses += 1;
    if (judge("response_url", body)) {
      response.writeHead(400).end("invalid_blocks");
      return "refused";
    }
    responses.push(body);
    response.writeHead(200).end("ok");
    return "done";
  };

  let underWay = 0;
  const server = createServer((request, response) => {
    underWay += 1;
    void serve(request, response).finally(() => {
      underWay -= 1;
    });
  });
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url?.startsWith("/oauth/")) return agree(request, response);
    const raw = await textOf(request);
    const path = (request.url ?? "").split("?")[0] ?? "";
    const method = path.startsWith("/response/") ? "response_url" : path.replace("/api/", "");
    const args = argsOf(request, raw);
    const say = (ended: string) =>
      calls.push({
        method,
        args,
        token: String(request.headers.authorization ?? "").replace("Bearer ", ""),
        at: Date.now(),
        ended,
      });
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      void response
        .writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers })
        .end(typeof body === "string" ? body : JSON.stringify(body));
    const limit = (seconds: number) => {
      silentUntil.set(method, Date.now() + seconds * 1_000 - 50);
      send(429, { ok: false, error: "ratelimited" }, { "retry-after": String(seconds) });
    };
    const fault = faults.take(method);
    if (fault?.kind === "delay") await new Promise((resolve) => setTimeout(resolve, fault.ms));
    if (fault?.kind === "cut") {
      say("cut");
      return void request.socket.destroy();
    }
    if (fault?.kind === "status") {
      say(`status ${fault.status}`);
      return fault.status === 429 ? limit(fault.retryAfter ?? 1) : send(fault.status, "oops");
    }
    if (fault?.kind === "error") {
      say(fault.error);
      return send(200, { ok: false, error: fault.error });
    }
    const soon = tooSoon(method, args);
    if (soon > 0) {
      say("too soon");
      return limit(soon);
    }
    if (method === "response_url") return void say(respond(path, args, response));
    if (method === "apps.connections.open") {
      say("done");
      const isOurs = request.headers.authorization === `Bearer ${appToken}`;
      return send(
        200,
        isOurs
          ? { ok: true, url: `${url.replace("http", "ws")}/link/?ticket=${Math.random()}&app_id=A1` }
          : { ok: false, error: "invalid_auth" },
      );
    }
    const refused = judge(method, args);
    if (refused) {
      say("invalid_blocks");
      return send(200, refused);
    }
    if (method.startsWith("views.")) views.push(args["view"] as Json);
    if (method === "views.open") {
      say("done");
      return send(200, { ok: true, view: { id: `V${views.length}` } });
    }
    const answer = await pass(request, raw);
    say(fault?.kind === "lose the answer" ? "done, and the answer lost" : "done");
    if (fault?.kind === "lose the answer") return void request.socket.destroy();
    if (fault?.kind === "answer late") await new Promise((resolve) => setTimeout(resolve, fault.ms));
    send(answer.status, answer.text);
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const socket = openSocket(server);
  const ask: Front["ask"] = async (method, args = {}) => {
    const headers = { authorization: fresh(ours), "content-type": "application/x-www-form-urlencoded" };
    const answer = await fetch(`${upstream}/api/${method}`, {
      method: "POST",
      headers,
      body: new URLSearchParams(args),
    });
    return (await answer.json()) as Json;
  };
  const members = (await ask("users.list"))["members"] as readonly { readonly id: string; readonly name: string }[];
  let addressed = 0;
  return {
    api: `${url}/api/`,
    url,
    socket,
    faults,
    calls,
    violations,
    responses,
    views,
    responseUrl: () => {
      addressed += 1;
      addresses.set(`/response/${addressed}`, { uses: 0, since: Date.now() });
      return `${url}/response/${addressed}`;
    },
    underWay: () => underWay,
    users: Object.fromEntries(members.map(({ name, id }) => [name, id])),
    ask,
    close: async () => {
      socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await peer.close();
    },
  };
}

/** What would call people, be read for names, or open into a preview. */
function liveIn(method: string, args: Json): readonly string[] {
  const found: string[] = [];
  const is = (name: string, value: string) => String(args[name]) === value;
  if (method.startsWith("views.")) return found;
  if (!is("parse", "none") || !is("link_names", "false")) found.push(`${method}: text is read for names`);
  const canUnfurl = method === "chat.postMessage" || method === "response_url";
  if (canUnfurl && !(is("unfurl_links", "false") && is("unfurl_media", "false"))) found.push(`${method}: links unfurl`);
  if (/<[^>]*>/.test(String(args["text"]))) found.push(`${method}: live markup in text`);
  if (Buffer.byteLength(String(args["text"])) > 4_000) found.push(`${method}: text above 4000 bytes`);
  if (method === "chat.postMessage" && !JSON.stringify(args["metadata"] ?? "").includes("outbox_id"))
    found.push("a post without an outbox id");
  return found;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const structured = new Set(["blocks", "metadata", "view"]);

function argsOf(request: IncomingMessage, raw: string): Json {
  if ((request.headers["content-type"] ?? "").includes("json")) return JSON.parse(raw || "{}") as Json;
  const pairs = [...new URLSearchParams(raw)];
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, structured.has(name) ? (JSON.parse(value) as unknown) : value]),
  );
}
