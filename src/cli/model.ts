/** The language model of the configuration, if there is one: opened, probed, and within its limits. */
import type { ModelSettings } from "../../config/config.ts";
import type { ModelStanding } from "../core/answer/views/status.ts";
import { type Asking, openAsking } from "../pipeline/model/asking.ts";
import { readingAccount } from "../pipeline/model/reading.ts";
import { accountOf } from "../pipeline/model/writing.ts";
import type { Clock, Log, Model, Store } from "../ports.ts";

export type ModelSetting = ModelSettings & { readonly key: string | null };

/** What a start waits for at most, beside everything else. */
const probeMs = 20_000;

/** Null where none is configured: then nothing of it is loaded. */
export async function askingFor(
  setting: ModelSetting | null,
  parts: { readonly store: Store; readonly clock: Clock; readonly log: Log },
): Promise<Asking | null> {
  if (setting === null) return null;
  const { openModel } = await import("../llm/open.ts");
  const model = openModel(setting);
  void probe(model, parts.log);
  const { roles, thinkingTokens, ...caps } = setting;
  return openAsking({ ...parts, model, roles, thinkingTokens, caps, chance: Math.random });
}

/** How it takes a schema is found out at once, so that the first digest does not have to. */
async function probe(model: Model, log: Log): Promise<void> {
  const found = await model.probe(AbortSignal.timeout(probeMs)).catch(() => ({ kind: "unreachable" }) as const);
  if (found.kind === "ready") log.info("The language model answers", { model: model.name, format: found.format });
  else
    log.warn("The language model does not answer as it should; Parley goes on without it", {
      model: model.name,
      reason: found.kind,
    });
}

/** What it did today for whoever asks from a place. */
export async function modelStanding(asking: Asking | null, place: string): Promise<ModelStanding | null> {
  if (asking === null) return null;
  const [here, reading] = await Promise.all([asking.spent(accountOf(place)), asking.spent(readingAccount)]);
  const used = [
    { what: "here", ...here },
    { what: "for reading", ...reading },
  ].map(({ what, tokens, micros }) => ({ what, tokens, money: micros / 1e6 }));
  const { tokensPerDay, moneyPerDay } = asking.caps;
  return { name: asking.name, used, tokensPerDay, moneyPerDay, trouble: asking.trouble() };
}
