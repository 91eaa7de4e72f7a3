/** What the language model is, what is sent to it, and whether it answers; nothing is asked where none is configured. */
import type { ModelSettings } from "../../../config/config.ts";
import type { Role } from "../../core/model/request.ts";
import { type Finding, fault, fine } from "../../platforms/check.ts";
import type { Model } from "../../ports.ts";

/** What leaves, by who needs it. Addresses, outlets, people's names in chats and keys never do. */
const sends: Readonly<Record<Role, string>> = {
  extractor: "claims of articles that the engine could not settle",
  judge: "new claims and told lines that may be one thing",
  writer: "lines of digests and their quotes",
  answerer: "questions and the lines that answer them",
};

export async function checkModel(
  settings: ModelSettings | null,
  key: string | null,
  timeoutMs: number,
): Promise<readonly Finding[]> {
  if (settings === null) return [fine("model", "none; no text is sent anywhere")];
  const { openModel } = await import("../../llm/open.ts");
  const model = openModel({ ...settings, key });
  const cap = `${settings.tokensPerDay} tokens${settings.moneyPerDay === null ? "" : ` and ${settings.moneyPerDay} in money`} a day for each workspace, and as much for reading`;
  return [
    fine("model", `${model.name} at ${model.host}, ${key === null ? "without a key" : "with a key"}; at most ${cap}`),
    ...settings.roles.map((role) => fine("model", `${role}: sends ${sends[role]} to ${model.host}`)),
    await probed(model, timeoutMs),
  ];
}

async function probed(model: Model, timeoutMs: number): Promise<Finding> {
  const found = await model.probe(AbortSignal.timeout(timeoutMs)).catch(() => ({ kind: "unreachable" }) as const);
  const mend = "Check model.baseUrl, model.name and MODEL_API_KEY. Parley works without it meanwhile.";
  switch (found.kind) {
    case "ready":
      return fine("model", `it answers, and takes a schema as ${found.format}`);
    case "denied":
    case "malformed":
      return fault("model", found.reason, mend);
    case "late":
      return fault("model", `no answer within ${timeoutMs / 1000} s`, "Check the network, or take a faster model.");
    case "limited":
      return fault("model", "it takes no more requests for now (429)", "Wait, or raise the limit at its provider.");
    case "failing":
      return fault("model", `its server is at fault (${found.status})`, "Try again later.");
    case "unreachable":
      return fault("model", "it could not be reached", mend);
    default:
      return fault("model", "it gives no reply that can be used", mend);
  }
}
