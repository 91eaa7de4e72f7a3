/**
 * A feed server on loopback that does what it is told and remembers what it was asked. Each path answers in one way
 * until it is told another.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
type Headers = Readonly<Record<string, string>>;

export type FeedServer = {
  /** `127.0.0.1:port`, as it must stand in an allow-list. */
  readonly host: string;
  url(path: string): string;
  /** What was asked, in order. */
  readonly asked: readonly { readonly path: string; readonly headers: IncomingMessage["headers"] }[];
  /** The most requests that were open at one time. */
  readonly openAtOnce: number;
  serves(path: string, body: string | Uint8Array, headers?: Headers): void;
  /** Answers 304 to whoever sends the validator back. */
  servesWithEtag(path: string, body: string, etag: string): void;
  answers(path: string, status: number, headers?: Headers, body?: string): void;
  redirects(path: string, location: string, status?: number): void;
  /** Sends one byte now and then and never ends. */
  drips(path: string): void;
  /** Takes the request and says nothing. */
  hangs(path: string): void;
  breaksOff(path: string): void;
  close(): Promise<void>;
};

const dripEveryMs = 10;

export async function openFeedServer(): Promise<FeedServer> {
  const answers = new Map<string, Answer>();
  const asked: { path: string; headers: IncomingMessage["headers"] }[] = [];
  const counts = { open: 0, most: 0 };
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push({ path, headers: request.headers });
    counts.open += 1;
    counts.most = Math.max(counts.most, counts.open);
    response.on("close", () => {
      counts.open -= 1;
    });
    const answer = answers.get(path);
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const tell = (path: string, answer: Answer) => void answers.set(path, answer);
  const plainly = (path: string, status: number, headers: Headers, body: string | Uint8Array) =>
    tell(path, (_, response) => response.writeHead(status, headers).end(body));

  return {
    host,
    url: (path) => `http://${host}${path}`,
    asked,
    get openAtOnce() {
      return counts.most;
    },
    serves: (path, body, headers = {}) => plainly(path, 200, headers, body),
    servesWithEtag: (path, body, etag) =>
      tell(path, (request, response) => {
        const known = request.headers["if-none-match"] === etag;
        response.writeHead(known ? 304 : 200, { etag }).end(known ? undefined : body);
      }),
    answers: (path, status, headers = {}, body = "") => plainly(path, status, headers, body),
    redirects: (path, location, status = 302) => plainly(path, status, { location }, ""),
    drips: (path) =>
      tell(path, (_, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write(" "), dripEveryMs);
        response.on("close", () => clearInterval(drip));
      }),
    hangs: (path) => tell(path, () => {}),
    breaksOff: (path) =>
      tell(path, (_, response) => {
        response.writeHead(200, { "content-length": "1000" });
        response.write("<rss>");
        response.socket?.destroy();
      }),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
