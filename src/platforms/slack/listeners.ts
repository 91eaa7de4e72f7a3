/**
 * What people do in Slack, heard and answered. Everything is acknowledged before any work: Slack waits three seconds,
 * an answer may take a minute.
 */
import type { App } from "@slack/bolt";
import type { Command } from "../../../commands/command.ts";
import type { Answer, Ears, Log, Request } from "../../ports.ts";
import type { Work } from "../work.ts";
import { aloud, privately, type Respond, respondingTo, speak } from "./answering.ts";
import { buttonMark, parsed, readPressed } from "./buttons.ts";
import { respondTo } from "./client.ts";
import { type Asking, askForm, formMark, questionIn, readAsking } from "./form.ts";
import { homeOf } from "./home.ts";
import { reasonOf } from "./outcome.ts";
import { patiently } from "./patience.ts";
import { isDirect } from "./place.ts";
import type { Posting } from "./posting.ts";
import { type Heard, ofAction, ofCommand, ofMessage, type SlackMessage, type Spot } from "./requests.ts";
import type { Workspace } from "./workspaces.ts";

export type Listening = {
  readonly ears: Ears;
  readonly posting: Posting;
  readonly commands: readonly Command[];
  readonly log: Log;
  /** What is under way, so that an end waits for it a little. */
  readonly work: Work;
  readonly manages: (spot: Spot) => Promise<boolean>;
  /** A workspace took the app away, or its token. */
  readonly left: (team: string) => Promise<void>;
};

export function register(app: App, listening: Listening): void {
  const guarded = guardedBy(listening);
  for (const { name } of listening.commands)
    app.command(`/${name}`, async ({ ack, command }) => {
      await ack();
      await guarded("A command", () => onCommand(ofCommand(command), command.response_url, listening));
    });
  app.action(new RegExp(`^${buttonMark}`), async ({ ack, body }) => {
    await ack();
    await guarded("A button", () => onButton(body, listening));
  });
  app.view(formMark, async ({ ack, body }) => {
    await ack();
    await guarded("A form", () => onForm(body, listening));
  });
  for (const type of ["message", "app_mention"] as const)
    app.event(type, ({ event, context }) =>
      guarded("A message", () =>
        onMessage(event as SlackMessage, context.teamId ?? "", context.botUserId ?? "", listening),
      ),
    );
  app.event("app_home_opened", ({ event, context }) =>
    guarded("The home page", () => onHome(event, context.teamId ?? "", listening)),
  );
  app.event("app_uninstalled", ({ body }) => guarded("A removal", () => listening.left(body.team_id)));
  app.event("tokens_revoked", ({ body, event }) =>
    guarded("A removal", async () => {
      if ((event.tokens.bot ?? []).length > 0) await listening.left(body.team_id);
    }),
  );
}

/** One deed that fails is logged, without a word of what was said, and ends there. */
function guardedBy({ log, work }: Listening): (what: string, deed: () => Promise<void>) => Promise<void> {
  return async (what, deed) => {
    const done = deed().catch((error: unknown) =>
      log.warn(`${what} from Slack could not be answered`, { reason: reasonOf(error) }),
    );
    work.add(what, done);
    await done;
  };
}

const requestOf = ({ request, spot }: Heard, { manages }: Listening): Request => ({
  ...request,
  manages: () => manages(spot),
});

async function onCommand(heard: Heard, responseUrl: string, listening: Listening): Promise<void> {
  const respond = respondTo(responseUrl);
  const { answer, used } = await patiently(listening.ears.answer(requestOf(heard, listening)), respond);
  if (!answer) return;
  const spoken = await speak(answer, respondingTo(respond, heard, answer.audience, used));
  if (spoken !== "said") listening.log.warn("An answer to a command was lost", { place: heard.request.place });
}

async function onMessage(event: SlackMessage, team: string, botUser: string, listening: Listening): Promise<void> {
  const heard = ofMessage(event, team, botUser);
  const answer = heard && (await listening.ears.answer(requestOf(heard, listening)));
  if (answer) await speakIn(heard, answer, null, listening);
}

/** For everyone in the thread; for one person so that nobody else sees it, which in a conversation of two needs nothing. */
async function speakIn(
  heard: Heard,
  answer: Answer,
  respond: Respond | null,
  { posting, log }: Listening,
): Promise<void> {
  const { team, channel } = heard.spot;
  const opening = await posting.workspaces.of(team);
  const isForAll = answer.audience === "room" || isDirect(channel);
  const voiceOf = (workspace: Workspace) => (isForAll ? aloud(posting, workspace, heard) : privately(workspace, heard));
  const responding = respond ? [respondingTo(respond, heard, answer.audience)] : [];
  const own = opening.kind === "open" ? [voiceOf(opening.workspace)] : [];
  const voices = isForAll ? [...own, ...responding] : [...responding, ...own];
  for (const voice of voices) if ((await speak(answer, voice)) !== "unsaid") return;
  log.warn("An answer could not be posted to Slack", { place: heard.request.place });
}

type ButtonBody = {
  readonly user: { readonly id: string };
  readonly team?: { readonly id: string } | null;
  readonly channel?: { readonly id: string };
  readonly message?: { readonly ts: string; readonly thread_ts?: string };
  readonly container?: { readonly message_ts?: string; readonly thread_ts?: string };
  readonly trigger_id?: string;
  readonly response_url?: string;
  readonly actions?: readonly { readonly value?: string }[];
};

async function onButton(body: unknown, listening: Listening): Promise<void> {
  const { user, team, channel, message, container, trigger_id = "", response_url, actions } = body as ButtonBody;
  const pressed = readPressed(actions?.[0]?.value ?? "");
  if (!pressed || !team || !channel || !response_url) return;
  const ts = message?.ts ?? container?.message_ts ?? null;
  const inThread = message?.thread_ts ?? container?.thread_ts ?? null;
  const about = inThread ?? ts;
  // Beside the button: in the thread only when the button is in it.
  const thread = inThread === ts ? null : inThread;
  const spot: Spot = { team: team.id, channel: channel.id, user: user.id, thread };
  if (pressed.action === "ask" && pressed.values["question"] === undefined) {
    const opening = await listening.posting.workspaces.of(spot.team);
    const asking: Asking = { channel: spot.channel, thread, about, respondUrl: response_url };
    if (opening.kind === "open") await opening.workspace.client.views.open({ trigger_id, view: askForm(asking) });
    return;
  }
  const heard = ofAction(`press:${trigger_id}`, spot, pressed, about, ts);
  await answerPress(heard, response_url, listening);
}

type FormBody = {
  readonly user: { readonly id: string };
  readonly team?: { readonly id: string } | null;
  readonly view: {
    readonly id: string;
    readonly private_metadata: string;
    readonly state: { readonly values: unknown };
  };
};

async function onForm(body: unknown, listening: Listening): Promise<void> {
  const { user, team, view } = body as FormBody;
  const asking = readAsking(parsed(view.private_metadata));
  const question = questionIn(view.state.values);
  if (!asking || !team || question === "") return;
  const spot: Spot = { team: team.id, channel: asking.channel, user: user.id, thread: asking.thread };
  const heard = ofAction(`form:${view.id}`, spot, { action: "ask", values: { question } }, asking.about);
  await answerPress(heard, asking.respondUrl, listening);
}

/** What everybody may see goes into the thread that the button is about. */
async function answerPress(heard: Heard, responseUrl: string, listening: Listening): Promise<void> {
  const answer = await listening.ears.answer(requestOf(heard, listening));
  if (!answer) return;
  const thread = answer.audience === "room" ? heard.request.thread : heard.spot.thread;
  const there = { ...heard, spot: { ...heard.spot, thread: thread === "newest" ? null : thread } };
  await speakIn(there, answer, respondTo(responseUrl), listening);
}

async function onHome(
  event: { readonly user: string; readonly tab?: string },
  team: string,
  { posting, commands }: Listening,
): Promise<void> {
  if (event.tab !== undefined && event.tab !== "home") return;
  const opening = await posting.workspaces.of(team);
  if (opening.kind !== "open") return;
  await opening.workspace.client.views.publish({ user_id: event.user, view: homeOf(commands) });
}
