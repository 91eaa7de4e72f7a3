/** What the machine itself must have: a Node that is new enough, a sound store, and room for it. */
import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { type Finding, fault, fine } from "../../platforms/check.ts";
import { check } from "../../store/sqlite/upkeep.ts";

const nodeMajorMin = 24;
const freeBytesMin = 200 * 1024 * 1024;

export function checkMachine(storePath: string): readonly Finding[] {
  return [node(), store(storePath), space(storePath)];
}

function node(): Finding {
  const seen = `Node ${process.versions.node}`;
  if (Number(process.versions.node.split(".")[0]) >= nodeMajorMin) return fine("node", seen);
  return fault(
    "node",
    seen,
    `Parley needs Node ${nodeMajorMin}. Start it with "npm run", which brings its own, or install Node ${nodeMajorMin}.`,
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
