/** Events as Discord sends them: with mentions and the message that is replied to, and without words that are not ours to read. */
import type { DigitalDiscord } from "discord-digital-twin";
import type { World } from "./world.ts";

export type Dispatch = { readonly t: string; readonly d: unknown };

const guildMessages = 1 << 9;
const directMessages = 1 << 12;
const messageContent = 1 << 15;

type Person = { readonly id: string };
type Told = {
  readonly id: string;
  readonly guild_id?: string;
  readonly channel_id: string;
  readonly author: Person;
  readonly content: string;
  readonly message_reference?: { readonly message_id: string; readonly channel_id?: string };
  readonly mentions: readonly Person[];
};

/** Null for an event that the client did not ask for. */
export async function transform(
  { t, d }: Dispatch,
  intents: number,
  twin: DigitalDiscord,
  world: World,
): Promise<Dispatch | null> {
  if (t === "THREAD_CREATE") {
    const thread = d as { readonly id: string };
    return { t, d: { ...thread, id: await world.threadId(thread.id) } };
  }
  if (t !== "MESSAGE_CREATE" && t !== "MESSAGE_UPDATE") return { t, d };
  const told = d as Told;
  const isDirect = !told.guild_id;
  if ((intents & (isDirect ? directMessages : guildMessages)) === 0) return null;
  const { guild_id: _, ...rest } = told;
  const shown = await withMentions(isDirect ? rest : told, twin);
  return {
    t,
    d: mayRead(shown, intents, twin.botUserId) ? shown : { ...shown, content: "", embeds: [], components: [] },
  };
}

/** https://docs.discord.com/developers/events/gateway#message-content-intent */
const mayRead = ({ guild_id, author, mentions }: Told, intents: number, me: string): boolean =>
  (intents & messageContent) !== 0 || !guild_id || author.id === me || mentions.some(({ id }) => id === me);

/** A reply pings whom it answers, unless its words begin with a sign that the tests use for “ping off”. */
async function withMentions(told: Told, twin: DigitalDiscord): Promise<Told> {
  const ids = [...told.content.matchAll(/<@!?(\d+)>/g)].map(([, id = ""]) => id);
  const reference = told.message_reference;
  const answered = reference ? await twin.prisma.message.findUnique({ where: { id: reference.message_id } }) : null;
  const pinged = answered && !told.content.startsWith(pingOff) ? [answered.authorId] : [];
  const people = [...new Set([...ids, ...pinged])].map((id) => ({
    id,
    username: id,
    discriminator: "0",
    bot: id === twin.botUserId,
  }));
  return {
    ...told,
    mentions: people,
    ...(answered
      ? {
          type: 19,
          referenced_message: { id: answered.id, channel_id: answered.channelId, author: { id: answered.authorId } },
        }
      : {}),
  };
}

/** Not visible, and not what a person types. */
export const pingOff = "\u2063";
