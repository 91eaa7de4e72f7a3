/** What is configured: whether it is valid, and what is in effect after files and environment. It shows no secret. */
import type { Config } from "../../../config/config.ts";
import { type Loaded, secretVariables } from "../../../config/load.ts";
import type { Destination } from "../../core/schedule/destination.ts";
import { showSchedule } from "../../core/schedule/parse.ts";
import { showQuietHours } from "../../core/schedule/quiet.ts";
import { minuteMs } from "../../core/schedule/zone.ts";
import type { Story } from "../../core/story/story.ts";
import { type Finding, fault, fine } from "../../platforms/check.ts";

export function checkSettings(
  loaded: Loaded,
  stories: readonly Story[],
  faults: readonly string[],
): readonly Finding[] {
  if (faults.length > 0)
    return faults.map((text) =>
      fault("settings", text, "Correct the line that is named, then run parley doctor again."),
    );
  const count = `${stories.length} ${stories.length === 1 ? "story" : "stories"}`;
  return [fine("settings", `${loaded.file} and ${count} are valid`)];
}

/** Values as they are in effect, wherever they came from. */
export function checkEffective(loaded: Loaded, config: Config): readonly Finding[] {
  return [
    fine("zone", config.zone),
    fine("alerts", config.alerts ?? "the log and /talks status only"),
    fine("polling", polling(config.polling)),
    fine("log", loaded.logLevel),
    contact(config.polling.contact),
    ...config.destinations.map(destination),
    ...secretVariables.flatMap((name) => (loaded.secrets[name] === undefined ? [] : [fine(name, "set (not shown)")])),
    ...Object.entries(loaded.addresses).map(([name, address]) => fine(name, address)),
  ];
}

function polling({ floorMs, ceilingMs, allowHosts }: Config["polling"]): string {
  const hosts = allowHosts.length === 0 ? "" : ` · allowed in the own network: ${allowHosts.join(", ")}`;
  return `each feed every ${floorMs / minuteMs} to ${ceilingMs / minuteMs} min${hosts}`;
}

function destination(one: Destination): Finding {
  const { place, story, schedule, zone, quiet, quietHours, urgent, thread, dailyMax } = one;
  const hours = quietHours ? ` · quiet hours ${showQuietHours(quietHours)}` : "";
  const bypass = urgent.length > 0 ? ` but for ${urgent.join(", ")}` : "";
  const seen = `${place} follows ${story} · ${showSchedule(schedule)} · ${zone} · quiet windows: ${quiet} · thread: ${thread} · at most ${dailyMax} a day${one.language ? ` · lines in ${one.language} where they pass` : ""}`;
  return fine("follows", `${seen}${hours}${bypass}`);
}

function contact(address: string): Finding {
  if (!/\.example\b/.test(address)) return fine("contact", address);
  return fine(
    "contact",
    `${address} is a placeholder: put your own address under polling.contact, so that outlets can reach you`,
  );
}
