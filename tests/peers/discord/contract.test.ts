/** The real client against the stand-in keeps the contract of every platform, in a channel and in a forum. */
import { afterAll, expect, test } from "vitest";
import { platformContract } from "../../contracts/platform.contract.ts";
import { openAdapter } from "./adapter.ts";
import { bot, channel, forum, guild, openStage, reader, type Stage, seenIn, until } from "./stage.ts";

const stages: Stage[] = [];

for (const [name, id] of [
  ["Discord", channel],
  ["Discord's forum", forum],
] as const)
  platformContract(name, async () => {
    const stage = await openStage();
    stages.push(stage);
    const { platform, logged } = await openAdapter(stage);
    let leave = () => {};
    const left = new Promise<void>((resolve) => {
      leave = resolve;
    });
    let asked = 0;
    return {
      platform: {
        ...platform,
        // People leave a chat by closing the window; the platform hears them until it is closed.
        listen: (ears) => Promise.race([platform.listen(ears), left]),
      },
      place: `discord:${guild}/${id}`,
      seen: () => seenIn(stage, id),
      write: async (line) => {
        asked += 1;
        await until(() => logged.some((one) => one.includes("commands are written")), "the connection");
        const { id: message } = await stage.twin
          .channel(id)
          .user(reader)
          .sendMessage({ content: `<@${bot}> ${line}` });
        await until(async () => (await answersTo(stage, id, message)) >= 1, `answer ${asked}`);
      },
      leave: async () => leave(),
    };
  });

async function answersTo({ twin }: Stage, id: string, message: string): Promise<number> {
  const all = await twin.channel(id).getMessages();
  return all.filter((one) => one.message_reference?.message_id === message).length;
}

afterAll(async () => {
  for (const stage of stages) await stage.close();
});

test("no request was one that Discord would refuse", () => {
  expect(stages.flatMap(({ rest }) => rest.violations())).toEqual([]);
  expect(stages.flatMap(({ rest }) => rest.asked).length).toBeGreaterThan(50);
});
