/**
 * Socket Mode as Slack serves it: hello, pings, envelopes that must be acknowledged, and every way to lose a connection
 * (https://docs.slack.dev/apis/events-api/using-socket-mode). It keeps nothing.
 */
import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { heldTo } from "../patience.ts";

export type Acknowledged = { readonly ms: number; readonly payload: unknown };

export type SocketFront = {
  /** Sends one envelope; rejects when it is not acknowledged as soon as Slack asks for. */
  send(
    type: "events_api" | "slash_commands" | "interactive",
    payload: object,
    envelopeId?: string,
  ): Promise<Acknowledged>;
  /** Asks the client to come again, and closes. */
  disconnect(reason?: "warning" | "refresh_requested" | "link_disabled"): void;
  /** Cuts every connection without a word. */
  kill(): void;
  /** Stops answering pings and sending any, without closing: a dead line that looks alive. */
  freeze(): void;
  readonly open: number;
  /** Connections so far. */
  readonly opened: number;
  close(): void;
};

/** Slack waits three seconds for an acknowledgement; how long it took is told, and a busy machine may take longer. */
const ackMs = heldTo(3_000);
const pingEveryMs = 2_000;

export function openSocket(server: Server): SocketFront {
  const sockets = new WebSocketServer({ server, path: "/link/", autoPong: false });
  const open = new Set<WebSocket>();
  const waiting = new Map<string, (payload: unknown) => void>();
  let opened = 0;
  let isFrozen = false;
  sockets.on("connection", (socket) => {
    opened += 1;
    open.add(socket);
    isFrozen = false;
    socket.send(
      JSON.stringify({
        type: "hello",
        num_connections: open.size,
        debug_info: { host: "front", build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: "A1" },
      }),
    );
    const pings = setInterval(() => !isFrozen && socket.ping("Ping from front"), pingEveryMs);
    socket.on("ping", (data) => !isFrozen && socket.pong(data));
    socket.on("message", (raw) => {
      const { envelope_id, payload } = JSON.parse(String(raw)) as { envelope_id: string; payload: unknown };
      waiting.get(envelope_id)?.(payload);
      waiting.delete(envelope_id);
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      clearInterval(pings);
      open.delete(socket);
    });
  });
  return {
    get open() {
      return open.size;
    },
    get opened() {
      return opened;
    },
    send: (type, payload, envelopeId = randomUUID()) =>
      new Promise((resolve, reject) => {
        const socket = [...open].at(-1);
        if (!socket) return void reject(new Error("no socket is open"));
        const began = performance.now();
        const late = setTimeout(() => reject(new Error(`not acknowledged within ${ackMs} ms`)), ackMs);
        // Nobody can acknowledge it any more.
        socket.once("close", () => reject(new Error("the socket was closed")));
        waiting.set(envelopeId, (acknowledged) => {
          clearTimeout(late);
          resolve({ ms: performance.now() - began, payload: acknowledged });
        });
        const retry = type === "events_api" ? { retry_attempt: 0, retry_reason: "" } : {};
        const accepts = type !== "events_api";
        socket.send(
          JSON.stringify({ envelope_id: envelopeId, payload, type, accepts_response_payload: accepts, ...retry }),
        );
      }),
    disconnect: (reason = "refresh_requested") => {
      for (const socket of open) {
        socket.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "front" } }));
        setTimeout(() => socket.close(), 100);
      }
    },
    kill: () => {
      for (const socket of open) socket.terminate();
    },
    freeze: () => {
      isFrozen = true;
    },
    close: () => {
      for (const socket of open) socket.terminate();
      sockets.close();
    },
  };
}
