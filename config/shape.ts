/**
 * The shape of config/parley.yaml, and what each wrong value should have been. It knows neither files nor lines.
 */
import { z } from "zod";
import { correctionDaysMax } from "../src/core/digest/corrections.ts";
import { changeKinds } from "../src/core/digest/digest.ts";
import { roles as modelRoles } from "../src/core/model/request.ts";
import { languages } from "../src/core/post/labels/labels.ts";
import { dailyDigestsMax } from "../src/core/schedule/destination.ts";
import { parseSchedule } from "../src/core/schedule/parse.ts";
import { parseQuietHours } from "../src/core/schedule/quiet.ts";
import { isZone } from "../src/core/schedule/zone.ts";

const minutesMin = 5;
const minutesMax = 24 * 60;
/** More than any newsroom follows; a longer list is a mistake or an attack. */
export const feedsMax = 2000;
export const destinationsMax = 200;
const storiesMax = 100;
const textLengthMax = 500;

const words = z.string().trim().min(1, "Write a text here.").max(textLengthMax);
const shortName = words.regex(/^[a-z0-9][a-z0-9-]*$/, "Use small letters, digits and hyphens: bbc-world.");
const minutes = z
  .number("Write a whole number of minutes.")
  .int("Write a whole number of minutes.")
  .min(minutesMin, `The least is ${minutesMin} minutes.`)
  .max(minutesMax, `The most is ${minutesMax} minutes, a day.`);

export const zone = words.refine(isZone, "Use an IANA zone such as UTC, Europe/Kyiv or America/New_York.");

const schedule = words.transform((text, context) => {
  const parsed = parseSchedule(text);
  if (parsed.kind === "schedule") return parsed.schedule;
  context.addIssue(parsed.message);
  return z.NEVER;
});

const quietHours = words.transform((text, context) => {
  const parsed = parseQuietHours(text);
  if (parsed) return parsed;
  context.addIssue('Write two different times, for instance "22:00-07:00".');
  return z.NEVER;
});

const webAddress = words.refine((text) => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}, "Use a full address that begins with https:// or http://, without a user name in it.");

const hostAndPort = words.regex(/^(?:\[[0-9a-f:]+\]|[a-z0-9.-]+):\d{1,5}$/, "Use the exact host:port: rss.lan:8080.");

const feed = z.strictObject({
  id: shortName,
  url: webAddress,
  outlet: words,
  lang: z
    .string()
    .regex(/^[a-z]{2}$/, "Use two small letters (ISO 639-1), or null.")
    .nullable()
    .default(null),
  owner: words.nullable().default(null),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Use two capital letters (ISO 3166-1), or null.")
    .nullable()
    .default(null),
  stateRun: z.boolean("Write true or false.").default(false),
});

const destination = z.strictObject({
  language: z.enum(languages, `Write one of ${languages.join(", ")}.`).default("en"),
  place: words.regex(/^[a-z]+:/, 'A place begins with its platform: "terminal:".'),
  story: shortName,
  schedule,
  zone: zone.optional(),
  quiet: z.enum(["line", "silent"], "Write line or silent.").default("line"),
  quietHours: quietHours.nullable().default(null),
  urgent: z.array(z.enum(changeKinds, `Write some of ${changeKinds.join(", ")}.`)).default([]),
  thread: z.enum(["new", "same"], "Write new or same.").default("new"),
  dailyMax: z
    .number("Write a whole number.")
    .int("Write a whole number.")
    .min(1, "The least is 1 digest a day.")
    .max(dailyDigestsMax, `The most is ${dailyDigestsMax} digests a day.`)
    .default(dailyDigestsMax),
});

const polling = z.strictObject({
  floorMinutes: minutes.default(15),
  ceilingMinutes: minutes.default(120),
  contact: words,
  allowHosts: z.array(hostAndPort).default([]),
});

const keepDaysMax = 3650;
const days = (min: number) =>
  z
    .number("Write a whole number of days.")
    .int("Write a whole number of days.")
    .min(min, `The least is ${min} days.`)
    .max(keepDaysMax, `The most is ${keepDaysMax} days.`);

const keep = z.strictObject({
  textDays: days(7).default(90),
  // What was posted can be corrected for so long, and a day.
  postDays: days(correctionDaysMax + 1).default(90),
});

const discord = z.strictObject({
  developmentGuild: z
    .string("Write the server's id as a text in quotes.")
    .regex(/^\d{15,20}$/, "Use the server's id: 15 to 20 digits in quotes.")
    .nullable()
    .default(null),
});

const clientPingMsMin = 1_000;
const clientPingMsMax = 60_000;
/** A longer list of people who manage is a mistake. */
const managersMax = 200;

const slack = z.strictObject({
  mode: z.enum(["socket", "http"], "Write socket or http.").nullable().default(null),
  host: words.default("127.0.0.1"),
  port: z
    .number("Write a port.")
    .int("Write a port.")
    .min(1, "The least is 1.")
    .max(65_535, "The most is 65535.")
    .default(3000),
  clientPingTimeoutMs: z
    .number("Write whole milliseconds.")
    .int("Write whole milliseconds.")
    .min(clientPingMsMin, `The least is ${clientPingMsMin}, a second.`)
    .max(clientPingMsMax, `The most is ${clientPingMsMax}, a minute.`)
    .default(10_000),
  managers: z
    .array(words.regex(/^[UW][A-Z0-9]{2,30}$/, "Use a person's member id, which begins with U or W."))
    .max(managersMax)
    .default([]),
});

/** Addresses that only the own network has: there, and only there, may a key go without encryption. */
const nearHost =
  /^(?:localhost|[a-z0-9-]+|.+\.(?:local|lan|internal)|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|\[(?:::1|f[cd].+)\])$/;

const modelAddress = webAddress.refine((text) => {
  const url = URL.parse(text);
  return url !== null && (url.protocol === "https:" || nearHost.test(url.hostname));
}, "Use https://; http:// is for a server in your own network.");

const price = z
  .number("Write a number.")
  .min(0, "The least is 0.")
  .max(10_000, "That is no price for a million tokens.");
const tokens = z.number("Write a whole number of tokens.").int("Write a whole number of tokens.");

const model = z.strictObject({
  baseUrl: modelAddress,
  name: words,
  roles: z.array(z.enum(modelRoles, `Write some of ${modelRoles.join(", ")}.`)).default([...modelRoles]),
  priceIn: price.default(0),
  priceOut: price.default(0),
  tokensPerDay: tokens.min(0, "The least is 0.").max(1_000_000_000, "That is no limit.").default(200_000),
  moneyPerDay: z.number("Write a number.").min(0, "The least is 0.").nullable().default(null),
  thinkingTokens: tokens.min(0, "The least is 0.").max(100_000, "The most is 100000.").default(0),
});

export const shape = z.strictObject({
  zone: zone.default("UTC"),
  store: words.default("data/parley.sqlite"),
  stories: z.array(words).min(1, "Name at least one story file or folder.").max(storiesMax),
  polling,
  keep: keep.default(keep.parse({})),
  alerts: words
    .regex(/^[a-z]+:/, 'A place begins with its platform: "slack:T1/C1".')
    .nullable()
    .default(null),
  discord: discord.default({ developmentGuild: null }),
  slack: slack.default(slack.parse({})),
  model: model.nullable().default(null),
  destinations: z.array(destination).min(1, "Name at least one destination.").max(destinationsMax),
  feeds: z.array(feed).min(1, "Name at least one feed.").max(feedsMax),
});

/** Every key that a mapping at a path may have; the path's numbers are positions in lists. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const names = path.filter((part) => typeof part === "string");
  const shapes: Readonly<Record<string, { readonly shape: object }>> = {
    polling,
    keep,
    destinations: destination,
    feeds: feed,
    discord,
    slack,
    model,
  };
  return Object.keys((names[0] === undefined ? shape : (shapes[names[0]] ?? shape)).shape);
}
