/**
 * `npm run bench:model`: the digests and answers of the sample stories with a model beside the engine's own, and what it
 * costs. The endpoint is the one of the configuration; without one it says so and ends well.
 */
import { parseArgs } from "node:util";
import { loadConfig } from "../../config/load.ts";
import { articlesBy, toldBy } from "../../src/core/answer/told.ts";
import { factStates } from "../../src/core/ledger/states.ts";
import { roles } from "../../src/core/model/request.ts";
import { openModel } from "../../src/llm/open.ts";
import { answerWith } from "../../src/pipeline/model/answering.ts";
import { openAsking } from "../../src/pipeline/model/asking.ts";
import { readingAccount } from "../../src/pipeline/model/reading.ts";
import type { Log, Model } from "../../src/ports.ts";
import { storeInMemory } from "../fakes/store.ts";
import { scoreWindows } from "../quality/score/windows.ts";
import { play } from "./measure/telling.ts";
import { playWith } from "./model/play.ts";
import { recording, replaying } from "./model/recording.ts";
import { standInPrices, standInServer } from "./model/stand-in.ts";
import { readerOf, root, type Sample, samples } from "./samples.ts";

const usage = `npm run bench:model -- [--record FILE] [--replay FILE | --stand-in] [--story ID]
  asks the endpoint of the configuration (\`model\`, MODEL_API_KEY); without one, or where none answers, it says so
  --record FILE  keep every request with its reply
  --replay FILE  measure what was recorded, without an endpoint
  --stand-in     a script on loopback in the place of a model: what asking costs, nothing of quality
  --story ID     one sample story`;

const { values } = parseArgs({
  options: {
    record: { type: "string" },
    replay: { type: "string" },
    "stand-in": { type: "boolean", default: false },
    story: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const settings = loadConfig({ root }).config?.model ?? null;
const silent: Log = { info() {}, warn() {}, error() {} };
const refusals: string[] = [];
const log: Log = {
  ...silent,
  info: (message, fields) => void (fields?.["ref"] && refusals.push(`${message}: ${fields["reason"]}`)),
};

const server = values["stand-in"] ? await standInServer() : null;

function modelOf(): Model | null {
  if (server) return openModel({ baseUrl: server.baseUrl, name: "stand-in script", key: null, thinkingTokens: 0 });
  if (values.replay) return replaying(values.replay);
  const key = loadConfig({ root }).secrets["MODEL_API_KEY"] ?? null;
  return settings && openModel({ ...settings, key });
}

/** Why there is nothing to measure; null when the endpoint answers as it should. */
async function silenceOf(model: Model): Promise<string | null> {
  const found = await model.probe(AbortSignal.timeout(20_000)).catch(() => ({ kind: "unreachable" }) as const);
  if (found.kind === "ready") return null;
  return `The endpoint ${model.host} does not answer as it should (${found.kind}), so there is nothing to measure beside the engine.`;
}

const times: number[] = [];
const timed = (model: Model): Model => ({
  ...model,
  async ask(request, signal) {
    const began = performance.now();
    try {
      return await model.ask(request, signal);
    } finally {
      times.push(performance.now() - began);
    }
  },
});

const percentile = (part: number): string => {
  const sorted = times.toSorted((a, b) => a - b);
  return `${Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0)} ms`;
};
const share = (all: readonly boolean[]): string =>
  all.length === 0 ? "–" : (all.filter(Boolean).length / all.length).toFixed(3);

/** Where no configuration caps them. */
const benchTokensMax = 10_000_000;

async function measure(model: Model): Promise<void> {
  const kept = recording(timed(model));
  const prices = server ? standInPrices : { priceIn: settings?.priceIn ?? 0, priceOut: settings?.priceOut ?? 0 };
  const caps = {
    ...prices,
    tokensPerDay: server ? benchTokensMax : (settings?.tokensPerDay ?? benchTokensMax),
    moneyPerDay: server ? null : (settings?.moneyPerDay ?? null),
  };
  const store = await storeInMemory();
  const asking = openAsking({
    ...{
      model: kept.model,
      store,
      caps,
      roles: settings?.roles ?? roles,
      thinkingTokens: settings?.thinkingTokens ?? 0,
    },
    ...{ clock: { now: () => Date.now() }, log, chance: Math.random },
  });
  const chosen = samples().filter(({ id }) => !values.story || id === values.story);
  const [own, withModel, answers, plain]: [boolean[], boolean[], boolean[], boolean[]] = [[], [], [], []];
  let [breaches, ownBreaches, changes, lines, repeats, repeatsSent] = [0, 0, 0, 0, 0, 0];
  const quiet: { own: boolean[]; model: boolean[] } = { own: [], model: [] };
  for (const sample of chosen) {
    const before = scoreWindows(
      sample.windows,
      play(sample).run.digests.map((one) => one.changes),
    );
    const played = await playWith(sample, asking, log);
    const after = scoreWindows(
      sample.windows,
      played.digests.map((one) => one.changes),
    );
    own.push(...before.tells.map(({ told }) => told));
    withModel.push(...after.tells.map(({ told }) => told));
    ownBreaches += before.breaches.filter(({ line }) => line !== null).length;
    breaches += after.breaches.filter(({ line }) => line !== null).length;
    quiet.own.push(...before.quiets.map(({ kept: was }) => was));
    quiet.model.push(...after.quiets.map(({ kept: was }) => was));
    changes += played.digests.reduce((sum, one) => sum + one.changes.length, 0);
    lines += played.digests.reduce((sum, one) => sum + (one.engine?.lines ?? 0), 0);
    [repeats, repeatsSent] = [repeats + played.repeats, repeatsSent + played.repeatsSent];
    for (const question of sample.questions) {
      const input = inputOf(sample, played.ledger, question.q, Date.parse(question.at));
      const said = await answerWith(input, "bench:", asking, 120_000);
      const bare = await answerWith(input, "bench:", null);
      answers.push(...question.must.map((pattern) => new RegExp(pattern, "i").test(said.text)));
      plain.push(...question.must.map((pattern) => new RegExp(pattern, "i").test(bare.text)));
    }
  }
  const spent = await Promise.all([asking.spent("bench:"), asking.spent(readingAccount)]);
  const [calls, tokens, micros] = (["calls", "tokens", "micros"] as const).map((key) =>
    spent.reduce((sum, one) => sum + one[key], 0),
  );
  const asked = times.length;
  for (const sample of chosen) await playWith(sample, asking, silent);
  const rows: readonly (readonly [string, string, string])[] = [
    ["", "engine alone", model.name],
    ["what must be told is", share(own), share(withModel)],
    ["told although it must not be", String(ownBreaches), String(breaches)],
    ["quiet windows kept quiet", share(quiet.own), share(quiet.model)],
    ["wanted content of answers", share(plain), share(answers)],
    ["changes told", "", String(changes)],
    ["  in the model's words", "", String(lines)],
    ["  of its lines refused", "", String(refusals.length)],
    ["calls", "", String(calls)],
    ["tokens a change told", "", changes === 0 ? "–" : String(Math.round((tokens ?? 0) / changes))],
    ["money a change told", "", changes === 0 ? "–" : ((micros ?? 0) / 1e6 / changes).toFixed(5)],
    ["latency of a call, median · 95 %", "", `${percentile(0.5)} · ${percentile(0.95)}`],
    ["sure repeats · sent", "", `${repeats} · ${repeatsSent}`],
    ["calls of a second run", "", String(times.length - asked)],
  ];
  for (const [name, first, second] of rows)
    console.log(`${name.padEnd(36)}${first.padStart(14)}${second.padStart(20)}`);
  if (server) console.log(`\nMoney: ${prices.priceIn} for a million tokens in, ${prices.priceOut} for a million out.`);
  const trouble = asking.trouble();
  if (trouble !== null) console.log(`\nThe endpoint failed: ${trouble}.`);
  if (values.record) console.log(`\nRecorded ${kept.save(values.record)} requests in ${values.record}.`);
  await store.close();
}

function inputOf(sample: Sample, ledger: Parameters<typeof factStates>[0], question: string, at: number) {
  const reader = readerOf(sample.story);
  return {
    ...reader,
    question,
    at,
    facts: factStates(ledger, at),
    told: toldBy(ledger, at),
    articles: articlesBy(ledger, at),
  };
}

const model = values.help ? null : modelOf();
const silence = model && (await silenceOf(model));
if (values.help) console.log(usage);
else if (model === null)
  console.log(`No language model is configured, so there is nothing to measure beside the engine.\n\n${usage}`);
else if (silence !== null) console.log(`${silence}\n\n${usage}`);
else await measure(model);
await server?.close();
