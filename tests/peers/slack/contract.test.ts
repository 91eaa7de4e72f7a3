/** The real client over Socket Mode, against the stand-in and its front, keeps the contract of every platform. */
import { afterAll, expect, test } from "vitest";
import { platformContract } from "../../contracts/platform.contract.ts";
import { adapterOn, seenIn } from "./adapter.ts";
import { type Front, startFront } from "./front.ts";
import { botUser, channel, peopleIn, place } from "./people.ts";

const fronts: Front[] = [];

platformContract("Slack over a socket", async () => {
  const front = await startFront();
  fronts.push(front);
  const { platform } = await adapterOn(front);
  const people = peopleIn(front);
  const root = await front.ask("chat.postMessage", { channel, text: "Hello." });
  let answers = 0;
  return {
    platform,
    place,
    seen: async () => (await seenIn(front)).join("\n"),
    write: async (line) => {
      await expect.poll(() => front.socket.open).toBe(1);
      const ts = `1900000000.00000${answers}`;
      await people.event({
        type: "app_mention",
        user: front.users["ann"],
        text: `<@${botUser}> ${line}`,
        ts,
        channel,
        thread_ts: root["ts"],
      });
      answers += 1;
      await expect
        .poll(() => front.calls.filter(({ method, ended }) => method === "chat.postMessage" && ended === "done").length)
        .toBe(answers);
    },
    leave: () => platform.close(),
  };
});

afterAll(async () => {
  for (const front of fronts) await front.close();
});

test("nothing was sent that Slack would have refused or acted on, and nothing too soon", () => {
  expect(fronts.flatMap(({ violations }) => violations)).toEqual([]);
  expect(fronts.flatMap(({ calls }) => calls).length).toBeGreaterThan(15);
});
