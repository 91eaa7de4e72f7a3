/** Installs the stand-ins as their lock says, unless that was done already. They need some 190 MB, so `npm ci` leaves them out. */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dirname;
const lock = join(folder, "package-lock.json");
/** A copy of the lock that the folder was installed from. */
const mark = join(folder, "node_modules", ".installed-lock.json");

const isDone = existsSync(mark) && readFileSync(mark, "utf8") === readFileSync(lock, "utf8");
if (!isDone) {
  execFileSync("npm", ["ci", "--ignore-scripts"], { cwd: folder, stdio: "inherit", timeout: 600_000 });
  copyFileSync(lock, mark);
}
