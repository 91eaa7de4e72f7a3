import type { APIInteraction, GatewayMessageCreateDispatchData } from "discord.js";
import { describe, expect, test } from "vitest";
import { mayManage, readInteraction } from "../../../src/platforms/discord/heard.ts";
import { readMessage, wordsOf } from "../../../src/platforms/discord/overheard.ts";

const ticket = { id: "900", token: "t", application: "400" };
const common = { id: "900", token: "t", application_id: "400", version: 1 };
const inChannel = {
  guild_id: "100",
  channel: { id: "200", type: 0 },
  member: { user: { id: "300" }, permissions: "0" },
};
const inThread = { ...inChannel, channel: { id: "250", type: 11, parent_id: "200" } };
const direct = { user: { id: "300" }, channel: { id: "500", type: 1 } };
const told = (payload: object) => readInteraction({ ...common, ...payload } as unknown as APIInteraction);

const where = { place: "discord:100/200", person: "300", thread: null, isRoot: false, manages: false };
const command = (name: string, options: readonly object[]) => ({
  type: 2,
  data: { id: "1", type: 1, name: "talks", options: [{ type: 1, name, options }] },
});
const press = (customId: string, message: string) => ({
  type: 3,
  data: { component_type: 2, custom_id: customId },
  message: { id: message, author: { id: "400" } },
});

describe("what people do", () => {
  test.each<readonly [string, object, object | null]>([
    [
      "a command with typed options, in a channel",
      {
        ...inChannel,
        ...command("actor", [
          { type: 3, name: "name", value: "varga" },
          { type: 4, name: "limit", value: 2 },
        ]),
      },
      {
        kind: "run",
        ticket,
        where,
        command: "talks",
        carried: { action: "actor", values: { name: "varga", limit: "2" } },
      },
    ],
    [
      "a command in a thread",
      { ...inThread, ...command("latest", []) },
      {
        kind: "run",
        ticket,
        where: { ...where, thread: "250" },
        command: "talks",
        carried: { action: "latest", values: {} },
      },
    ],
    [
      "a command in a direct message: everyone manages their own",
      { ...direct, ...command("status", []) },
      {
        kind: "run",
        ticket,
        where: { ...where, place: "discord:@me/500", manages: true },
        command: "talks",
        carried: { action: "status", values: {} },
      },
    ],
    [
      "a button on a digest",
      { ...inChannel, ...press("0:why?ref=c12", "700") },
      {
        kind: "run",
        ticket,
        where: { ...where, thread: "700", isRoot: true, pressedOn: "700" },
        command: null,
        carried: { action: "why", values: { ref: "c12" } },
      },
    ],
    [
      "a button in a thread",
      { ...inThread, ...press("0:sources?", "701") },
      {
        kind: "run",
        ticket,
        where: { ...where, thread: "250", pressedOn: "250/701" },
        command: null,
        carried: { action: "sources", values: {} },
      },
    ],
    [
      "the button that opens a form, on a digest",
      { ...inChannel, ...press("1:ask?", "700") },
      { kind: "form", ticket, root: "700" },
    ],
    ["the same in a thread", { ...inThread, ...press("1:ask?", "701") }, { kind: "form", ticket, root: null }],
    ["a button that is not ours", { ...inChannel, ...press("buy now", "700") }, null],
    [
      "a filled form",
      {
        ...inChannel,
        type: 5,
        data: {
          custom_id: "0:ask?root=700",
          components: [{ type: 1, components: [{ type: 4, custom_id: "question", value: "Who pays?" }] }],
        },
      },
      {
        kind: "run",
        ticket,
        where: { ...where, thread: "700", isRoot: true },
        command: null,
        carried: { action: "ask", values: { question: "Who pays?" } },
      },
    ],
    [
      "a form with a labelled field, as Discord nests them too",
      {
        ...inThread,
        type: 5,
        data: {
          custom_id: "0:ask?",
          components: [{ type: 18, component: { type: 4, custom_id: "question", value: "Who?" } }],
        },
      },
      {
        kind: "run",
        ticket,
        where: { ...where, thread: "250" },
        command: null,
        carried: { action: "ask", values: { question: "Who?" } },
      },
    ],
    [
      "“Ask about this” on a digest",
      {
        ...inChannel,
        type: 2,
        data: { id: "2", type: 3, target_id: "700", resolved: { messages: { "700": { author: { id: "400" } } } } },
      },
      { kind: "form", ticket, root: "700" },
    ],
    [
      "“Ask about this” on somebody's message: no thread is opened there",
      {
        ...inChannel,
        type: 2,
        data: { id: "2", type: 3, target_id: "701", resolved: { messages: { "701": { author: { id: "300" } } } } },
      },
      { kind: "form", ticket, root: null },
    ],
    [
      "an option that is being typed",
      {
        ...inChannel,
        type: 4,
        data: {
          name: "talks",
          options: [{ type: 1, name: "actor", options: [{ type: 3, name: "name", value: "va", focused: true }] }],
        },
      },
      {
        kind: "typing",
        ticket,
        place: "discord:100/200",
        command: "talks",
        action: "actor",
        option: "name",
        typed: "va",
      },
    ],
    ["a ping of Discord's", { type: 1 }, null],
    ["a command for people", { ...inChannel, type: 2, data: { id: "3", type: 2, target_id: "300" } }, null],
  ])("%s", (_, payload, heard) => expect(told(payload)).toEqual(heard));

  test.each([
    ["0", false],
    [String(1n << 4n), true],
    [String(1n << 5n), true],
    [String(1n << 3n), true],
    [String(1n << 11n), false],
  ])("permissions %s may manage: %s", (permissions, may) => expect(mayManage(permissions)).toBe(may));
});

describe("what people write", () => {
  const message = {
    id: "800",
    type: 0,
    channel_id: "200",
    guild_id: "100",
    author: { id: "300" },
    content: "<@400> who pays?",
    mentions: [{ id: "400" }],
  };
  const read = (given: object) =>
    readMessage({ ...message, ...given } as unknown as GatewayMessageCreateDispatchData, "400");
  const written = {
    id: "800",
    guild: "100",
    channel: "200",
    person: "300",
    line: "who pays?",
    isNamed: true,
    repliesTo: null,
  };

  test.each<readonly [string, object, object | null]>([
    ["a mention", {}, written],
    [
      "a reply with the ping",
      { type: 19, content: "who pays?", referenced_message: { id: "700", author: { id: "400" } } },
      { ...written, repliesTo: "700" },
    ],
    [
      "a reply to somebody else that names us",
      { type: 19, referenced_message: { id: "700", author: { id: "301" } } },
      written,
    ],
    ["a direct message", { guild_id: undefined, content: "who pays?", mentions: [] }, { ...written, guild: null }],
    ["words that do not name us", { content: "who pays?", mentions: [] }, { ...written, isNamed: false }],
    ["a message without words, as Discord sends what is not for us", { content: "", mentions: [] }, null],
    ["a mere mention", { content: "<@400>" }, null],
    ["our own message", { author: { id: "400" } }, null],
    ["another bot's", { author: { id: "301", bot: true } }, null],
    ["a webhook's", { webhook_id: "1" }, null],
    ["a notice that somebody joined", { type: 7 }, null],
    ["a thread's first line", { type: 21 }, null],
  ])("%s", (_, given, expected) => expect(read(given)).toEqual(expected));

  test.each([
    ["<@!400>  what about <@301> and <#200>?", "what about and ?"],
    ["<a:wave:123> hello <:flag:9>", "wave hello flag"],
    ["</talks latest:55>", "/talks latest"],
    ["**who** ||pays||?", "who pays?"],
  ])("%j means %j", (content, line) => expect(wordsOf(content)).toBe(line));
});
