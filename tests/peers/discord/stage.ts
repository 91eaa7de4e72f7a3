/** Discord on this machine: the stand-in, both fronts, a server with some channels, and people who act in them. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DigitalDiscord } from "discord-digital-twin";
import { patienceMs } from "../patience.ts";
import { type GatewayFront, startGateway } from "./gateway.ts";
import { type RestFront, startRest } from "./rest.ts";
import { worldOf } from "./world.ts";

export const guild = "100000000000000001";
export const channel = "200000000000000001";
export const forum = "200000000000000002";
export const elsewhere = "200000000000000003";
export const reader = "300000000000000001";
export const bot = "400000000000000001";
/** Shaped like a token, and found nowhere else: it must not show up in any log. */
export const token = "canary-token.not-a-real-one.4f7a1c";

export const place = `discord:${guild}/${channel}`;

export type Stage = {
  readonly twin: DigitalDiscord;
  readonly rest: RestFront;
  readonly gateway: GatewayFront;
  close(): Promise<void>;
};

export type StageSetup = { readonly limit?: number; readonly windowMs?: number; readonly heartbeatMs?: number };

export async function openStage({
  limit = 50,
  windowMs = 1000,
  heartbeatMs = 40_000,
}: StageSetup = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "parley-discord-"));
  const twin = new DigitalDiscord({
    dbUrl: `file:${join(folder, "twin.db")}`,
    guild: { id: guild, name: "Harbour desk" },
    channels: [
      { id: channel, name: "talks", type: 0 },
      { id: forum, name: "posts", type: 15 },
      { id: elsewhere, name: "other", type: 0 },
    ],
    users: [{ id: reader, username: "reader" }],
    botUser: { id: bot, username: "parley" },
    botToken: token,
  });
  await twin.start();
  const world = worldOf(twin);
  const gateway = await startGateway(twin, world, heartbeatMs);
  const rest = await startRest({ upstream: twin.restUrl, token, world, gatewayUrl: gateway.url, limit, windowMs });
  return {
    twin,
    rest,
    gateway,
    close: async () => {
      gateway.close();
      await rest.close();
      await twin.stop();
      await twin.prisma.$disconnect();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Every word that a person sees in a channel and in its threads, oldest first. */
export async function seenIn({ twin }: Stage, id: string): Promise<string> {
  const threads = await twin.prisma.channel.findMany({ where: { parentId: id }, orderBy: { createdAt: "asc" } });
  const all = await Promise.all(
    [id, ...threads.map((thread) => thread.id)].map((one) => twin.channel(one).getMessages()),
  );
  return all.flatMap((messages) => messages.map(wordsOf)).join("\n");
}

type Shown = { readonly content: string; readonly embeds: readonly { readonly description?: string | undefined }[] };
export const wordsOf = ({ content, embeds }: Shown): string =>
  [content, ...embeds.map(({ description }) => description ?? "")].join("\n").replace(/\\(.)/g, "$1");

/** Until something holds, looked at often; a test waits no longer than it must. */
export async function until<T>(
  look: () => Promise<T | null | false> | T | null | false,
  what: string,
  limitMs = patienceMs,
): Promise<T> {
  for (const end = Date.now() + limitMs; Date.now() < end; ) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Waited ${limitMs} ms for ${what}.`);
}
