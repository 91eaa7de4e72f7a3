/** What is remembered of channels, and what is asked anew because people change it. */
import { ChannelFlags, ChannelType, type Client, PermissionFlagsBits, PermissionsBitField } from "discord.js";
import { expect, test } from "vitest";
import { openChannels } from "../../../src/platforms/discord/channels.ts";
import { isManagedBy } from "../../../src/platforms/discord/permissions.ts";
import type { Wire } from "../../../src/platforms/discord/wire.ts";

const signal = AbortSignal.timeout(60_000);

function asking(answers: readonly object[]) {
  const left = [...answers];
  return openChannels({ rest: { get: async () => left.shift() } } as unknown as Wire);
}

test("the kind of a text channel is asked for once", async () => {
  const channels = asking([{ type: ChannelType.GuildText, guild_id: "9" }]);
  const first = await channels("1", signal);
  expect(first).toMatchObject({ kind: "messages", guild: "9" });
  expect(await channels("1", signal)).toBe(first);
});

test("a forum that begins to ask for a tag is given one by the next post", async () => {
  const forum = { type: ChannelType.GuildForum, guild_id: "9", available_tags: [{ id: "t1", moderated: false }] };
  const channels = asking([forum, { ...forum, flags: ChannelFlags.RequireTag }]);
  expect((await channels("1", signal)).tag).toBeNull();
  expect((await channels("1", signal)).tag).toBe("t1");
});

test("whether a member manages a channel is asked of Discord each time, not of the memory", async () => {
  const asked: unknown[] = [];
  const fetch = async (what: unknown) => void asked.push(what);
  const rights = new PermissionsBitField(PermissionFlagsBits.ManageChannels);
  const channel = { isDMBased: () => false, guild: { members: { fetch } }, permissionsFor: () => rights };
  const client = { isReady: () => true, channels: { cache: new Map([["1", channel]]) } } as unknown as Client;
  expect(await isManagedBy(client, "1", "7")).toBe(true);
  expect(asked).toEqual([{ user: "7", force: true }]);
  expect(await isManagedBy(client, "2", "7")).toBe(false);
});
