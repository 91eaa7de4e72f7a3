/**
 * Stands before the stand-in's gateway and adds what it lacks: heartbeats that stay unanswered, resuming with replay,
 * reconnects, invalid sessions and close codes; intents, mentions, replies, and words that are taken out without the
 * message-content intent. Loopback only; one shard, no compression.
 */
import type { AddressInfo } from "node:net";
import type { DigitalDiscord } from "discord-digital-twin";
import { type RawData, WebSocket, WebSocketServer } from "ws";
import { type Dispatch, transform } from "./dispatch.ts";
import type { World } from "./world.ts";

/** Events kept for a resume; Discord forgets too. */
const replayMax = 1000;
const messageContent = 1 << 15;

export type GatewayFront = {
  url(): string;
  /** Operation codes that clients sent, in order: 2 introduces, 6 resumes. */
  readonly heard: number[];
  /** While true, heartbeats are not answered. */
  isDeaf: boolean;
  /** Asks the client to reconnect (op 7). */
  reconnect(): void;
  /** Ends the session (op 9); it may be resumed or not. */
  invalidate(isResumable: boolean): void;
  /** Closes with a code, or cuts the line. */
  drop(code?: number): void;
  /** How often the next introductions are refused with this close code. */
  refuse(code: number, times: number): void;
  /** Sends an event again, as Discord does now and then. */
  repeat(type: string): void;
  close(): void;
};

type Session = {
  readonly id: string;
  readonly up: WebSocket;
  readonly intents: number;
  client: WebSocket | null;
  seq: number;
  isValid: boolean;
  readonly sent: { readonly op: 0; readonly t: string; readonly s: number; readonly d: unknown }[];
};

export async function startGateway(twin: DigitalDiscord, world: World, heartbeatMs: number): Promise<GatewayFront> {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sessions: Session[] = [];
  const refusals: number[] = [];
  const front: Pick<GatewayFront, "heard" | "isDeaf"> = { heard: [], isDeaf: false };
  const current = () => sessions.at(-1);
  server.on("connection", (client) => {
    let session: Session | null = null;
    tell(client, { op: 10, d: { heartbeat_interval: heartbeatMs }, s: null, t: null });
    client.on("message", (raw: RawData) => {
      const { op, d } = JSON.parse(String(raw)) as { readonly op: number; readonly d: Introduction & Resumption };
      front.heard.push(op);
      if (op === 1 && !front.isDeaf) tell(client, { op: 11, d: null, s: null, t: null });
      if (op === 2) {
        const code = refusals.shift() ?? faultOf(d, twin.botToken);
        if (code !== null) return client.close(code);
        session = introduce(client, d, { twin, world, url });
        sessions.push(session);
      }
      if (op === 6) session = resume(client, d, sessions);
    });
    client.on("close", () => {
      if (session?.client === client) session.client = null;
    });
  });
  return Object.assign(front, {
    url: () => url,
    reconnect: () => tell(current()?.client, { op: 7, d: null, s: null, t: null }),
    invalidate: (isResumable: boolean) => {
      const session = current();
      if (session) session.isValid = isResumable;
      tell(session?.client, { op: 9, d: isResumable, s: null, t: null });
    },
    drop: (code?: number) => (code === undefined ? current()?.client?.terminate() : current()?.client?.close(code)),
    refuse: (code: number, times: number) => void refusals.push(...Array<number>(times).fill(code)),
    repeat: (type: string) => {
      const session = current();
      const event = session?.sent.findLast(({ t }) => t === type);
      if (session && event) dispatch(session, { t: event.t, d: event.d });
    },
    close: () => {
      for (const { up } of sessions) up.terminate();
      for (const client of server.clients) client.terminate();
      server.close();
    },
  });
}

type Introduction = { readonly token: string; readonly intents: number };
type Resumption = { readonly session_id: string; readonly seq: number };

function faultOf({ token, intents }: Introduction, expected: string): number | null {
  if (token.replace(/^Bot /, "") !== expected) return 4004;
  return (intents & messageContent) !== 0 ? 4014 : null;
}

const tell = (client: WebSocket | null | undefined, payload: object): void => {
  if (client?.readyState === WebSocket.OPEN) client.send(JSON.stringify(payload));
};

function dispatch(session: Session, { t, d }: Dispatch): void {
  session.seq += 1;
  const event = { op: 0, t, s: session.seq, d } as const;
  session.sent.push(event);
  if (session.sent.length > replayMax) session.sent.shift();
  tell(session.client, event);
}

type Around = { readonly twin: DigitalDiscord; readonly world: World; readonly url: string };

function introduce(client: WebSocket, told: Introduction, { twin, world, url }: Around): Session {
  const up = new WebSocket(twin.gatewayUrl);
  const id = `session-${Math.random().toString(36).slice(2)}`;
  const session: Session = { id, up, intents: told.intents, client, seq: 0, isValid: true, sent: [] };
  let last = Promise.resolve();
  up.on("open", () => up.send(JSON.stringify({ op: 2, d: told })));
  up.on("message", (raw: RawData) => {
    const event = JSON.parse(String(raw)) as { readonly op: number } & Dispatch;
    if (event.op !== 0) return;
    last = last.then(async () => {
      const own = { session_id: id, resume_gateway_url: url };
      const shown =
        event.t === "READY"
          ? { t: event.t, d: { ...(event.d as object), ...own } }
          : await transform(event, session.intents, twin, world);
      if (shown) dispatch(session, shown);
    });
  });
  return session;
}

/** Everything since the client's last number again; without the session it has to introduce itself anew. */
function resume(client: WebSocket, { session_id, seq }: Resumption, sessions: readonly Session[]): Session | null {
  const session = sessions.find(({ id }) => id === session_id);
  if (!session?.isValid) {
    tell(client, { op: 9, d: false, s: null, t: null });
    return null;
  }
  session.client = client;
  for (const event of session.sent) if (event.s > seq) tell(client, event);
  dispatch(session, { t: "RESUMED", d: {} });
  return session;
}
