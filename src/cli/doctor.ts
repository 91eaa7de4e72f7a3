/**
 * `parley doctor`: checks the set-up and says how to mend each fault. It changes nothing, also beside a running bot;
 * only chats whose tokens are set, and a language model that is configured, are asked, each within a time limit.
 */
import type { Config } from "../../config/config.ts";
import type { Loaded } from "../../config/load.ts";
import { type Finding, fault } from "../platforms/check.ts";
import type { Clock, Log } from "../ports.ts";
import { peek } from "../store/sqlite/peek.ts";
import { type CliCommand, noPositionals } from "./command.ts";
import { checkChats } from "./doctor/chats.ts";
import { checkEffective, checkSettings } from "./doctor/configured.ts";
import { checkFeeds, checkKept } from "./doctor/kept.ts";
import { checkMachine } from "./doctor/machine.ts";
import { checkModel } from "./doctor/model.ts";
import { lineOf, masked } from "./doctor/show.ts";
import { jsonText } from "./say.ts";
import { faultsOf } from "./settings.ts";
import { postTests } from "./test-message.ts";

/** Of each chat; they are asked at the same time. */
const chatTimeoutMs = 8_000;

export const doctorCommand: CliCommand = {
  name: "doctor",
  about: "Checks the set-up and says how to mend each fault.",
  example: "parley doctor",
  positionals: "",
  options: {
    test: { type: "boolean", hint: "", about: "also post a test message to each place whose token is set" },
    json: { type: "boolean", hint: "", about: "print JSON and nothing else" },
  },
  async run(args, io) {
    noPositionals(doctorCommand, args);
    const { loaded, stories, faults } = faultsOf(io.root);
    const findings = [
      ...checkMachine(loaded.storePath),
      ...checkSettings(loaded, stories, faults),
      ...(loaded.config ? await checkRunning(loaded, loaded.config, args.flag("test")) : []),
    ].map((finding) => masked(finding, Object.values(loaded.secrets)));
    if (args.flag("json")) io.out(jsonText(findings));
    else for (const finding of findings) io.out(lineOf(finding));
    return findings.every((finding) => finding.ok) ? 0 : 1;
  },
};

/** What a chat's client says besides stands in the findings. */
const silent: Log = { info() {}, warn() {}, error() {} };

async function checkRunning(loaded: Loaded, config: Config, withTest: boolean): Promise<readonly Finding[]> {
  const clock: Clock = { now: () => Date.now() };
  const opening = await peek(loaded.storePath);
  const kept = opening.kind === "open" ? opening.kept : null;
  const told = kept
    ? await checkKept(kept, config, clock.now())
    : checkFeeds(config.feeds, [], { now: clock.now(), zone: config.zone });
  const followings = kept ? await kept.followings() : [];
  const places = [
    ...config.destinations.map(({ place }) => place),
    ...(config.alerts === null ? [] : [config.alerts]),
    ...followings.filter(({ ended }) => !ended).map(({ destination }) => destination.place),
  ];
  const asked = {
    ...{ loaded, config, places: [...new Set(places)], clock, log: silent },
    installation: async (id: string) => kept?.installation(id) ?? null,
  };
  const [chats, model] = await Promise.all([
    checkChats({ ...asked, timeoutMs: chatTimeoutMs }),
    checkModel(config.model, loaded.secrets["MODEL_API_KEY"] ?? null, chatTimeoutMs),
  ]);
  const tests = withTest ? await postTests(asked) : [];
  await kept?.close();
  const closed = opening.kind === "closed" ? [fault("store", opening.reason, "Then run parley doctor again.")] : [];
  return [...checkEffective(loaded, config), ...closed, ...told, ...chats, ...model, ...tests];
}
