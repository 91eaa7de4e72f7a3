/**
 * Serves sample feeds over real HTTP on loopback, as they would have looked at a moment that a clock tells. It knows
 * conditional requests and compression, so that a reader is tried as in the world; it does not know who reads.
 */
import { createHash } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Instant } from "../core/article/article.ts";
import { documentOf, type FeedDocument } from "./document.ts";
import type { Sample } from "./samples.ts";

export type SampleServer = {
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  /** `outlet` is the id of the sample. */
  readonly feeds: readonly { readonly outlet: string; readonly url: string }[];
  close(): Promise<void>;
};

/** Opens a server on a free port. `now` is asked at each request; time may stand still or jump. */
export async function serveSamples(samples: readonly Sample[], now: () => Instant): Promise<SampleServer> {
  const byPath = new Map(samples.map((sample) => [pathOf(sample), sample]));
  const server = createServer((request, response) => {
    const sample = byPath.get((request.url ?? "").split("?")[0] ?? "");
    if (!sample) return void response.writeHead(404, { "content-type": "text/plain" }).end("There is no such feed.\n");
    if (request.method !== "GET" && request.method !== "HEAD")
      return void response.writeHead(405, { allow: "GET, HEAD" }).end();
    answer(request, response, documentOf(sample, now()));
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", listening);
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : address}`;
  return {
    origin,
    feeds: samples.map((sample) => ({ outlet: sample.id, url: `${origin}${pathOf(sample)}` })),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const pathOf = ({ id, format }: Sample): string => `/${id}/feed.${format === "json" ? "json" : "xml"}`;

function answer(request: IncomingMessage, response: ServerResponse, { type, body, changed }: FeedDocument): void {
  const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 32)}"`;
  const validators = {
    etag,
    ...(changed > 0 ? { "last-modified": new Date(changed).toUTCString() } : {}),
    vary: "accept-encoding",
  };
  if (isFresh(request.headers, etag, changed)) return void response.writeHead(304, validators).end();
  const packed = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(request.headers["accept-encoding"] ?? ""));
  const bytes = packed ? gzipSync(body) : Buffer.from(body);
  response.writeHead(200, {
    ...validators,
    "content-type": type,
    "content-length": bytes.length,
    ...(packed ? { "content-encoding": "gzip" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** An entity tag, when one is sent, decides alone (RFC 9110, 13.2.2). */
function isFresh(asked: IncomingHttpHeaders, etag: string, changed: Instant): boolean {
  const tags = asked["if-none-match"];
  if (tags !== undefined) return tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  const since = Date.parse(asked["if-modified-since"] ?? "");
  return changed > 0 && changed <= since;
}
