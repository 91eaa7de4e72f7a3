#!/usr/bin/env node
/** The program: standard streams, the checkout's folder, and what happens when a stream or the process breaks. */
import { enableCompileCache } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Io } from "./cli/command.ts";
import { failed, run } from "./cli/run.ts";
import { complain } from "./cli/say.ts";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const io: Io = { out: (text) => void process.stdout.write(text), err: (text) => void process.stderr.write(text), root };

// A reader that goes away (`| head`) ends the writing, not with an error; a full disk is one.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  complain(io, "parley", `the output cannot be written (${error.code}). Free some space, or write elsewhere.`);
  process.exit(1);
});
// Nobody is left to be told.
process.stderr.on("error", () => {});
process.on("uncaughtException", (cause) => process.exit(failed(cause, io)));

// The second start does not compile what the first one did.
enableCompileCache();
process.exitCode = await run(process.argv.slice(2), io);
