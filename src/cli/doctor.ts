/** `parley doctor`: checks the set-up and says how to mend each fault. It needs no network and changes nothing. */
import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { check } from "../store/sqlite/upkeep.ts";
import { type CliCommand, noPositionals } from "./command.ts";
import { jsonText } from "./say.ts";
import { faultsOf } from "./settings.ts";

type Finding = { readonly name: string; readonly ok: boolean; readonly seen: string; readonly mend: string | null };

const nodeMajorMin = 24;
const freeBytesMin = 200 * 1024 * 1024;

export const doctorCommand: CliCommand = {
  name: "doctor",
  about: "Checks the set-up and says how to mend each fault.",
  example: "parley doctor",
  positionals: "",
  options: { json: { type: "boolean", hint: "", about: "print JSON and nothing else" } },
  async run(args, io) {
    noPositionals(doctorCommand, args);
    const { loaded, stories, faults } = faultsOf(io.root);
    const findings: readonly Finding[] = [
      node(),
      ...(faults.length === 0
        ? [
            fine(
              "settings",
              `${loaded.file} and ${stories.length} ${stories.length === 1 ? "story" : "stories"} are valid`,
            ),
          ]
        : faults.map(settings)),
      ...(loaded.config ? [feeds(loaded.config.feeds.length), contact(loaded.config.polling.contact)] : []),
      store(loaded.storePath),
      space(loaded.storePath),
    ];
    if (args.flag("json")) io.out(jsonText(findings));
    else for (const finding of findings) io.out(line(finding));
    return findings.every((finding) => finding.ok) ? 0 : 1;
  },
};

const fine = (name: string, seen: string): Finding => ({ name, ok: true, seen, mend: null });
const fault = (name: string, seen: string, mend: string): Finding => ({ name, ok: false, seen, mend });
const line = ({ name, ok, seen, mend }: Finding) =>
  `${ok ? "ok   " : "FAULT"} ${name.padEnd(9)} ${seen}\n${mend ? `                → ${mend}\n` : ""}`;

function node(): Finding {
  const seen = `Node ${process.versions.node}`;
  if (Number(process.versions.node.split(".")[0]) >= nodeMajorMin) return fine("node", seen);
  return fault(
    "node",
    seen,
    `Parley needs Node ${nodeMajorMin}. Start it with "npm run", which brings its own, or install Node ${nodeMajorMin}.`,
  );
}

/** A fault already says what to do in its second sentence. */
function settings(text: string): Finding {
  return fault("settings", text, "Correct the line that is named, then run parley doctor again.");
}

const feeds = (count: number): Finding =>
  count > 0
    ? fine("feeds", `${count} configured; parley feed URL tries one`)
    : fault("feeds", "none is configured", "Add feeds to config/parley.yaml.");

function contact(address: string): Finding {
  if (!/\.example\b/.test(address)) return fine("contact", address);
  return fine(
    "contact",
    `${address} is a placeholder: put your own address under polling.contact, so that outlets can reach you`,
  );
}

function store(path: string): Finding {
  const checked = check(path);
  if (checked.kind === "sound") return fine("store", `${path} is sound (${Math.ceil(checked.bytes / 1024)} KiB)`);
  if (checked.kind === "faulty")
    return fault("store", checked.reason, "Restore a backup of the file, or move it away to begin anew.");
  return writable(path)
    ? fine("store", `${path} will be made at the first start`)
    : fault("store", `${path} cannot be made`, "Make its folder writable, or set PARLEY_STORE to another path.");
}

function nearestFolder(path: string): string {
  let folder = dirname(path);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function writable(path: string): boolean {
  if (path === ":memory:") return true;
  try {
    accessSync(nearestFolder(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function space(path: string): Finding {
  if (path === ":memory:") return fine("space", "nothing is kept");
  const { bavail, bsize } = statfsSync(nearestFolder(path));
  const free = bavail * bsize;
  const seen = `${Math.floor(free / 1024 / 1024)} MiB free`;
  return free >= freeBytesMin
    ? fine("space", seen)
    : fault("space", seen, "Free some space: the store grows by a few MiB a month.");
}
