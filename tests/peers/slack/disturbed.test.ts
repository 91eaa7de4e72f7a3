/** People ask while the socket breaks and Slack delivers again what was not acknowledged: each question is answered once. */
import { expect, test } from "vitest";
import { seedWanted } from "../delays.ts";
import { echoing, troublesWanted, wronglyAnswered } from "../echo.ts";
import { adapterOn } from "./adapter.ts";
import { drawsOf } from "./faults.ts";
import { startFront } from "./front.ts";
import { botUser, channel, peopleIn } from "./people.ts";

const troubles = troublesWanted(6);
/** To the bot a second is minutes: no break seems to follow another so soon that it had better wait. */
const began = Date.now();
const hasty = { now: () => began + (Date.now() - began) * 300 };
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test(
  `${troubles} disturbances of the socket: nothing is missed, nothing is answered twice`,
  async () => {
    const front = await startFront({ paced: false });
    const { platform } = await adapterOn(front, hasty);
    const { ears, heard } = echoing();
    const listening = platform.listen(ears);
    await expect.poll(() => front.socket.open).toBe(1);
    const [people, draw] = [peopleIn(front), drawsOf(seedWanted(5))];
    const questions: string[] = [];
    const deliveries: Promise<void>[] = [];
    /** Slack's own patience: an event that is not acknowledged comes again, under its id. */
    const deliver = async (event: object, id: string): Promise<void> => {
      for (let tried = 0; tried < 1_000; tried += 1) {
        const isTaken = await people.event(event, id).then(
          () => true,
          () => false,
        );
        if (isTaken) return;
        await sleep(250);
      }
      throw new Error(`Event ${id} was never taken.`);
    };
    const ask = () => {
      const n = questions.length;
      const question = `what about point ${n} of ${troubles}?`;
      questions.push(question);
      const event = {
        user: front.users["ann"],
        text: `<@${botUser}> ${question}`,
        ts: `${1_900_000_000 + n}.000100`,
        channel,
      };
      // A message that names us comes as two events, and some of them twice.
      const types = ["message", "app_mention", ...(draw() < 0.3 ? ["app_mention"] : [])];
      deliveries.push(...types.map((type) => deliver({ ...event, type }, `Ev${n}-${type}`)));
    };
    for (let n = 0; n < troubles; n += 1) {
      await expect.poll(() => front.socket.open).toBeGreaterThan(0);
      await sleep(draw() * 600);
      if (draw() < 0.5) ask();
      front.socket[draw() < 0.5 ? "disconnect" : "kill"]();
      ask();
      await sleep(draw() * 600);
    }
    ask();
    await Promise.all(deliveries);
    const said = () => front.calls.filter(({ method, ended }) => method === "chat.postMessage" && ended === "done");
    const wrong = () =>
      wronglyAnswered(
        questions,
        said().map(({ args }) => String(args["text"])),
      );
    await expect.poll(wrong, { interval: 500 }).toEqual([]);
    await sleep(500);
    expect(wrong()).toEqual([]);
    console.info({ troubles, questions: questions.length, heard: heard(), sockets: front.socket.opened });
    expect(front.violations).toEqual([]);
    await platform.close();
    await listening;
    await front.close();
  },
  120_000 + troubles * 8_000,
);
