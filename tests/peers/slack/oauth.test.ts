/** The built bot over HTTP: a workspace installs it on the stand-in's own page, is served, and takes it back. */
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { heading, paragraph, text } from "../../../src/core/post/post.ts";
import { pendingRow } from "../../../src/pipeline/outbox-row.ts";
import { freePort, signingSecret, slackSender } from "../../fakes/slack-sender.ts";
import { heldTo } from "../patience.ts";
import { type Child, type House, openHouse, startBot } from "./bot.ts";
import { type Front, startFront } from "./front.ts";
import { channel, place, team } from "./people.ts";

const secrets = {
  SLACK_BOT_TOKEN: "",
  SLACK_APP_TOKEN: "",
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_CLIENT_ID: "12.34",
  SLACK_CLIENT_SECRET: "client-canary-71aa",
  SLACK_STATE_SECRET: "state-canary-71aa-of-some-length",
};

let front: Front;
let house: House;
let bot: Child;
let url: string;
beforeAll(async () => {
  front = await startFront();
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const row = pendingRow({
    key: `${place}|k|0`,
    place,
    digestId: null,
    act: { kind: "post", thread: null },
    document: [heading("Dock talks"), paragraph(text("The strike is over."))],
  });
  house = await openHouse(front, { rows: [row], settings: `slack: { mode: http, port: ${port} }\n` });
  bot = startBot(house, { ...secrets, SLACK_AUTHORIZE_URL: `${front.url}/oauth/v2/authorize` });
});
afterAll(async () => {
  bot.kill("SIGKILL");
  await bot.ended;
  await front.close();
  await house.remove();
});

const posts = () => front.calls.filter(({ method }) => method === "chat.postMessage");

/** A person opens the page of installation and agrees on Slack's. `back` is called with what Slack sends along. */
async function install(change: (state: string) => string = (state) => state): Promise<number> {
  const start = await fetch(`${url}/slack/install`, { redirect: "manual" });
  const page = new URL(start.headers.get("location") ?? "");
  const cookie = (start.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const form = new URLSearchParams({
    user_id: front.users["ann"] ?? "",
    redirect_uri: `${url}/slack/oauth_redirect`,
    scope: page.searchParams.get("scope") ?? "",
    state: page.searchParams.get("state") ?? "",
    client_id: page.searchParams.get("client_id") ?? "",
  });
  const agreed = await fetch(`${page.origin}/oauth/v2/authorize/callback`, {
    method: "POST",
    body: form,
    redirect: "manual",
  });
  const back = new URL(agreed.headers.get("location") ?? "");
  back.searchParams.set("state", change(back.searchParams.get("state") ?? ""));
  return (await fetch(back, { headers: { cookie } })).status;
}

test("a workspace installs the app, is served and forgotten, and no secret stands in the log or the store", async () => {
  await expect.poll(() => bot.said()).toContain("served over HTTP");
  await expect.poll(() => bot.said()).toContain("has not installed the app");
  expect(posts()).toEqual([]);

  expect(await install(() => "forged")).toBeGreaterThanOrEqual(400);
  expect(await install()).toBe(200);
  // What waited does not wait for the next wake.
  await expect.poll(() => posts().map(({ ended }) => ended)).toEqual(["done"]);
  const token = posts()[0]?.token ?? "";
  expect(token).toMatch(/^xoxb-/);

  const sender = slackSender(url);
  const asked = {
    text: "help",
    team_id: team,
    channel_id: channel,
    user_id: front.users["ann"]!,
    response_url: front.responseUrl(),
  };
  const { status, ms } = await sender.command(asked);
  expect([status, ms < heldTo(1_000)]).toEqual([200, true]);
  await expect.poll(() => front.responses.length).toBe(1);
  expect((await sender.command(asked, { secret: "guessed" })).status).toBe(401);

  await sender.event({ type: "app_uninstalled" }, { of: team });
  await expect.poll(() => bot.said()).toContain("The workspace removed Parley");
  expect((await sender.command({ ...asked, trigger_id: "9.9" })).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(front.responses).toHaveLength(1);

  const stored = await Promise.all(
    ["", "-wal"].map((end) => readFile(`${house.env["PARLEY_STORE"]}${end}`, "latin1").catch(() => "")),
  );
  for (const secret of [token, signingSecret, secrets.SLACK_CLIENT_SECRET, secrets.SLACK_STATE_SECRET]) {
    expect(bot.said()).not.toContain(secret);
    expect(stored.join("")).not.toContain(secret);
  }
  expect(stored.join("").length).toBeGreaterThan(1_000);
  expect(front.violations).toEqual([]);
});
