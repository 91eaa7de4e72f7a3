/** The discord.js client that Parley uses: what it asks to hear, and how little it remembers. */
import { Client, type ClientOptions, GatewayIntentBits, Options } from "discord.js";
import { restOptions } from "./wire.ts";

/** People and members that may be remembered; everything else can be asked for again. */
const peopleMax = 50;
const sweepSeconds = 1800;

type Throttler = NonNullable<NonNullable<ClientOptions["ws"]>["buildIdentifyThrottler"]>;

export function newClient(apiUrl: string | null, buildIdentifyThrottler: Throttler): Client {
  return new Client({
    // Not the content of messages: what is not addressed to Parley is none of its business.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    rest: restOptions(apiUrl),
    ws: { buildIdentifyThrottler },
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ...nothing,
      UserManager: { maxSize: peopleMax, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: peopleMax, keepOverLimit: (member) => member.id === member.client.user.id },
      ThreadManager: peopleMax,
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      threads: { interval: sweepSeconds, lifetime: sweepSeconds },
      users: { interval: sweepSeconds, filter: () => (user) => user.id !== user.client.user.id },
      guildMembers: { interval: sweepSeconds, filter: () => (member) => member.id !== member.client.user.id },
    },
  });
}

/** What Parley never looks at. */
const nothing = {
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: peopleMax,
  GuildInviteManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: peopleMax,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
} as const;
