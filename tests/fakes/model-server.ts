/**
 * A chat-completions server on loopback that gives what other stand-ins cannot: refusals, filters, empty replies, HTML,
 * broken JSON, refused parameters, silence. `say` decides by the request; the newest decision counts.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Asked = {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly messages: readonly { readonly role: string; readonly content: string }[];
  };
};

export type Reply =
  | { readonly kind: "text"; readonly text: string; readonly usage?: readonly [tokensIn: number, tokensOut: number] }
  | { readonly kind: "message"; readonly message: unknown; readonly end: string }
  | {
      readonly kind: "raw";
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "silence" }
  | { readonly kind: "hangUp" };

export type ModelServer = {
  readonly baseUrl: string;
  readonly asked: readonly Asked[];
  say(decide: (asked: Asked) => Reply): void;
  close(): Promise<void>;
};

export async function modelServer(): Promise<ModelServer> {
  const asked: Asked[] = [];
  let decide: (one: Asked) => Reply = () => ({ kind: "text", text: "{}" });
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const one = { path: request.url ?? "", authorization: request.headers.authorization, body };
      asked.push(one);
      give(decide(one), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    say: (next) => {
      decide = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Asked["body"]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || "{}") as Asked["body"];
}

function give(reply: Reply, response: ServerResponse): void {
  if (reply.kind === "silence") return;
  if (reply.kind === "hangUp") return void response.destroy();
  if (reply.kind === "raw") return void response.writeHead(reply.status, reply.headers).end(reply.body);
  const message = reply.kind === "text" ? { content: reply.text, refusal: null } : (reply.message as object);
  const usage =
    reply.kind === "text" && reply.usage
      ? { prompt_tokens: reply.usage[0], completion_tokens: reply.usage[1] }
      : undefined;
  response.writeHead(200, { "content-type": "application/json" }).end(
    JSON.stringify({
      ...{ id: "c", object: "chat.completion", created: 0, model: "m", usage },
      choices: [
        {
          index: 0,
          message: { role: "assistant", ...message },
          finish_reason: reply.kind === "text" ? "stop" : reply.end,
        },
      ],
    }),
  );
}
