/** The demo in a checkout of its own, killed again and again until it reaches its end. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { doneNote } from "../../src/cli/demo-store.ts";
import { openStore } from "../../src/store/sqlite/open.ts";
import { judge, type Verdict } from "./judge.ts";
import { chance, deathBy, live } from "./victim.ts";

/** Messages, and changes of files, of which a whole demo makes 54 and some 3,800: so it dies several times before its end. */
const stepsMost = { output: 40, files: 2_500 };
const checkout = fileURLToPath(new URL("../..", import.meta.url));

export type Ordeal = Verdict & {
  readonly kills: number;
  /** Everything that was said on standard error. */
  readonly err: string;
  readonly code: number | null;
  /** Everything that was shown. */
  readonly out: string;
};

/** A copy of the program, so that its data folder is nobody else's. */
export function ownCheckout(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "parley-kill-"));
  for (const part of ["src", "commands", "config", "package.json"])
    cpSync(join(checkout, part), join(path, part), { recursive: true });
  symlinkSync(join(checkout, "node_modules"), join(path, "node_modules"));
  mkdirSync(join(path, "data"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** One demo from its beginning to its end, with at most so many deaths on the way. */
export async function demoOrdeal(path: string, seed: number, killsMax: number): Promise<Ordeal> {
  const draw = chance(seed);
  const folder = join(path, "data");
  // What an earlier ordeal left behind has reached its end already.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  let [out, err, kills] = ["", "", 0];
  for (;;) {
    const killAt = kills < killsMax ? deathBy(draw, stepsMost) : null;
    const main = join(path, "src/main.ts");
    const death = await live({ args: ["demo", "--once"], main, folder, killAt });
    out += death.out;
    err += death.err;
    kills += death.killed ? 1 : 0;
    // A demo that dies behind its end would begin anew, and rightly show everything once more.
    if (!death.killed || (await hasEnded(join(folder, "demo.sqlite")))) {
      const verdict = await judge(join(folder, "demo.sqlite"), "miami-talks", "terminal:", out);
      return { ...verdict, kills, err, out, code: death.killed ? 0 : death.code };
    }
  }
}

async function hasEnded(file: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  const opening = await openStore({ file, owner: "the judge" });
  if (opening.kind === "refused") throw new Error(opening.reason);
  try {
    return (await opening.store.note(doneNote)) !== null;
  } finally {
    await opening.store.close();
  }
}
