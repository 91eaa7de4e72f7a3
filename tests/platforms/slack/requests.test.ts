import { describe, expect, test } from "vitest";
import { readPressed } from "../../../src/platforms/slack/buttons.ts";
import { askForm, questionIn, readAsking } from "../../../src/platforms/slack/form.ts";
import { isDirect, placeOf, readPlace } from "../../../src/platforms/slack/place.ts";
import { ofAction, ofCommand, ofMessage, type SlackMessage } from "../../../src/platforms/slack/requests.ts";
import { viewProblems } from "../../fakes/block-kit.ts";

const said = (given: Partial<SlackMessage> = {}): SlackMessage => ({
  type: "message",
  user: "U1",
  text: "who came?",
  ts: "12.5",
  channel: "C1",
  ...given,
});
const heard = (given: Partial<SlackMessage>) => ofMessage(said(given), "T1", "UBOT");

describe("a message", () => {
  test("in a thread is overheard, and answered there", () => {
    expect(heard({ thread_ts: "10.1" })).toEqual({
      request: {
        id: "slack:C1:12.5",
        place: "slack:T1/C1",
        person: "U1",
        input: { kind: "line", text: "who came?" },
        addressed: "overheard",
        thread: "10.1",
      },
      spot: { team: "T1", channel: "C1", user: "U1", thread: "10.1" },
    });
  });

  // what it is, the event, how it is addressed, the line, the thread it is answered in
  test.each<[string, Partial<SlackMessage>, string, string, string | null]>([
    ["with our name in the channel", { text: "<@UBOT> who came?" }, "directly", "who came?", "12.5"],
    [
      "with our name in a thread",
      { text: "and <@UBOT|parley>, who came?", thread_ts: "10.1" },
      "directly",
      "and , who came?",
      "10.1",
    ],
    ["as a mention", { type: "app_mention", text: "<@UBOT> who came?" }, "directly", "who came?", "12.5"],
    ["to us alone", { channel: "D1" }, "directly", "who came?", null],
    ["to us alone, in a thread", { channel: "D1", thread_ts: "10.1" }, "directly", "who came?", "10.1"],
    [
      "in a thread and sent to the channel",
      { subtype: "thread_broadcast", thread_ts: "10.1" },
      "overheard",
      "who came?",
      "10.1",
    ],
    ["without words", { type: "app_mention", text: "<@UBOT>" }, "directly", "", "12.5"],
  ])("%s", (_, event, addressed, line, thread) => {
    const one = heard(event);
    expect([one?.request.addressed, one?.request.input, one?.spot.thread]).toEqual([
      addressed,
      { kind: "line", text: line },
      thread,
    ]);
  });

  test("with our name comes as two events of one id", () => {
    const text = "<@UBOT> who came?";
    expect(heard({ text })).toEqual(heard({ text, type: "app_mention" }));
  });

  test.each<[string, Partial<SlackMessage>]>([
    ["in the channel, not to us", {}],
    ["of another bot", { bot_id: "B1", thread_ts: "10.1" }],
    ["of ourselves", { user: "UBOT", thread_ts: "10.1" }],
    ["of nobody", { user: undefined, channel: "D1" }],
    ["that was edited", { edited: { user: "U1", ts: "13" }, channel: "D1" }],
    ...["message_changed", "message_deleted", "channel_join", "bot_message", "file_share", "me_message"].map(
      (subtype): [string, Partial<SlackMessage>] => [`of the kind ${subtype}`, { subtype, channel: "D1" }],
    ),
  ])("%s is none of ours", (_, event) => {
    expect(heard(event)).toBeNull();
  });
});

test("a command is its line, told apart by its trigger", () => {
  const command = {
    command: "/talks",
    text: " actor  R&amp;D ",
    trigger_id: "7.7",
    user_id: "U1",
    team_id: "T1",
    channel_id: "C1",
  };
  expect(ofCommand(command)).toEqual({
    request: {
      id: "slack:command:7.7",
      place: "slack:T1/C1",
      person: "U1",
      input: { kind: "line", text: "/talks actor R&D" },
      addressed: "directly",
      thread: null,
    },
    spot: { team: "T1", channel: "C1", user: "U1", thread: null },
  });
  expect(ofCommand({ ...command, text: "" }).request.input).toEqual({ kind: "line", text: "/talks" });
});

test("a button is an action about the thread that it hangs in", () => {
  const spot = { team: "T1", channel: "C1", user: "U1", thread: null };
  const { request } = ofAction("press:7.7", spot, { action: "why", values: { ref: "c1" } }, "10.1");
  expect(request).toMatchObject({
    id: "slack:press:7.7",
    input: { kind: "action", command: "talks", action: "why", values: { ref: "c1" } },
    addressed: "directly",
    thread: "10.1",
  });
});

test.each(["", "no json", "null", "[]", "{}", '{"action":1,"values":{}}', '{"action":"why"}'])(
  "%j is no button",
  (value) => {
    expect(readPressed(value)).toBeNull();
  },
);

test("a button's values are texts, whatever else was put there", () => {
  expect(readPressed('{"action":"why","values":{"ref":"c1","n":1}}')).toEqual({ action: "why", values: { ref: "c1" } });
});

test("the form finds its way back to the button", () => {
  const asking = { channel: "C1", thread: null, about: "10.1", respondUrl: "https://hooks.example/1" };
  const form = askForm(asking);
  expect(viewProblems(form)).toEqual([]);
  expect(readAsking(JSON.parse(form.private_metadata ?? ""))).toEqual(asking);
  for (const odd of [null, {}, { ...asking, channel: 1 }, { ...asking, about: undefined }])
    expect(readAsking(odd)).toBeNull();
  expect(questionIn({ question: { question: { value: " who came? " } } })).toBe("who came?");
  for (const odd of [null, {}, { question: {} }, { question: { question: { value: null } } }])
    expect(questionIn(odd)).toBe("");
});

test("places are named by team and channel", () => {
  expect(readPlace(placeOf("T1", "C1"))).toEqual({ team: "T1", channel: "C1" });
  for (const odd of ["slack:", "slack:T1", "slack:T1/", "slack:T1/C1/x", "discord:1/2", "slack:t1/c1", "slack:T1/C1 "])
    expect(readPlace(odd)).toBeNull();
  expect([isDirect("D1"), isDirect("C1")]).toEqual([true, false]);
});
