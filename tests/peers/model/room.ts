/** A newsroom in memory whose model is a real HTTP endpoint: the third-party stand-in, through the client that we ship. */
import { LLMock } from "@copilotkit/aimock";
import { openModel } from "../../../src/llm/open.ts";
import { matterOf } from "../../fakes/model.ts";
import { type Newsroom, openNewsroom } from "../../fakes/newsroom.ts";

export const key = "sk-canary-4711-do-not-show";

export type Peer = {
  readonly mock: LLMock;
  readonly baseUrl: string;
  stop(): Promise<void>;
};

/** Answers each role with what is written for it; the probe is answered as it asks. */
export async function openPeer(
  says: Readonly<Partial<Record<Role, (matter: ReturnType<typeof matterOf>) => object>>>,
): Promise<Peer> {
  const mock = new LLMock({ port: 0 });
  mock.on({ systemMessage: '{"ready":"yes"}' }, { content: '{"ready":"yes"}' });
  for (const [role, words] of Object.entries(tasks) as readonly (readonly [Role, string])[])
    mock.on({ systemMessage: words }, (request) => {
      const user = String(request.messages.at(-1)?.content ?? "");
      return { content: JSON.stringify((says[role] ?? (() => nothing[role]))(matterOf({ user } as never))) };
    });
  const url = await mock.start();
  return { mock, baseUrl: `${url}/v1`, stop: () => mock.stop() };
}

type Role = keyof typeof tasks;
/** Words that only the task of one role has. */
const tasks = {
  writer: "Rewrite each line",
  answerer: "Somebody asked a question",
  extractor: "say whether it is news",
  judge: "how it stands to the facts",
} as const;
const nothing = {
  writer: { lines: [] },
  answerer: { sentences: [] },
  extractor: { claims: [] },
  judge: { judgements: [] },
};

export const modelAt = (baseUrl: string) => openModel({ baseUrl, name: "stand-in", key, thinkingTokens: 0 });

/** Time enough for whatever answers at all; little is for an endpoint that is too slow. */
const patient = { waits: { reading: 20_000, writing: 20_000 }, tryMs: 10_000 };
const brisk = { waits: { reading: 800, writing: 800 }, tryMs: 400 };

export async function roomAt(baseUrl: string, pace: "patient" | "brisk" = "patient"): Promise<Newsroom> {
  const { waits, tryMs } = pace === "brisk" ? brisk : patient;
  const room = await openNewsroom({ model: { model: modelAt(baseUrl), tryMs, pauseMs: 1 }, waits });
  await room.bot.tick();
  return room;
}

export const signed = {
  title: "Dock talks: agreement",
  text: "The Port of Aldwick and the dockers signed an agreement on night shifts on Monday after eleven hours of talks in the harbour office, Orla Fenwick said.",
};
export const shorter =
  "The Port of Aldwick and the dockers signed an agreement on night shifts on Monday, Orla Fenwick said.";
