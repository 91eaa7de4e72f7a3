/** People ask while the gateway connection breaks in every way that can be resumed: each question is answered once. */
import { expect, test } from "vitest";
import { chance } from "../../fakes/chance.ts";
import { seedWanted } from "../delays.ts";
import { echoing, troublesWanted, wronglyAnswered } from "../echo.ts";
import { openAdapter } from "./adapter.ts";
import { bot, channel, openStage, reader, type Stage, until } from "./stage.ts";

const troubles = troublesWanted(10);
const draw = chance(seedWanted(5));

const kinds: readonly ((stage: Stage) => void)[] = [
  ({ gateway }) => gateway.reconnect(),
  ({ gateway }) => gateway.invalidate(true),
  ({ gateway }) => gateway.drop(4000),
  ({ gateway }) => gateway.drop(),
  ({ gateway }) => gateway.repeat("MESSAGE_CREATE"),
];

test(
  `${troubles} disturbances of the gateway: nothing is missed, nothing is answered twice`,
  async () => {
    const stage = await openStage();
    const { platform, logged } = await openAdapter(stage);
    const { ears, heard } = echoing();
    const ended = platform.listen(ears);
    await until(() => logged.some((line) => line.includes("commands are written")), "the connection");
    const questions: string[] = [];
    const ask = async () => {
      const question = `what about point ${questions.length} of ${troubles}?`;
      questions.push(question);
      await stage.twin
        .channel(channel)
        .user(reader)
        .sendMessage({ content: `<@${bot}> ${question}` });
    };
    const answers = async () => {
      const { messages } = await seen(stage);
      return messages;
    };
    for (let n = 0; n < troubles; n += 1) {
      if (draw() < 0.5) await ask();
      kinds[Math.floor(draw() * kinds.length)]!(stage);
      await ask();
      await new Promise((resolve) => setTimeout(resolve, draw() * 400));
    }
    await ask();
    await until(async () => wronglyAnswered(questions, await answers()).length === 0, "all answers").catch(() => null);
    // What is answered twice would be by now.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(wronglyAnswered(questions, await answers())).toEqual([]);
    expect(stage.gateway.heard.filter((op) => op === 2)).toHaveLength(1);
    console.info({
      troubles,
      questions: questions.length,
      heard: heard(),
      resumed: stage.gateway.heard.filter((op) => op === 6).length,
    });
    expect(stage.rest.violations()).toEqual([]);
    await platform.close();
    await ended;
    await stage.close();
  },
  120_000 + troubles * 4_000,
);

async function seen({ twin }: Stage): Promise<{ readonly messages: readonly string[] }> {
  const rows = await twin.prisma.message.findMany({ where: { channelId: channel, authorId: bot } });
  return { messages: rows.map(({ content, embeds }) => `${content} ${embeds}`.replace(/\\+/g, "")) };
}
