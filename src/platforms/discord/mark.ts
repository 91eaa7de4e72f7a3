/** From the key of a message what Discord can know it by. */
import { createHash } from "node:crypto";

const nonceCharacters = 24;
const markCharacters = 12;

/** The first 24 base-36 digits of the key's SHA-256: within Discord's 25, and the same after a crash. */
export function nonceOf(key: string): string {
  const digits = BigInt(`0x${createHash("sha256").update(key).digest("hex")}`).toString(36);
  return digits.padStart(50, "0").slice(0, nonceCharacters);
}

/** What is written under each message, so that it can be recognised when it is read back. */
export const markOf = (key: string): string => `ref ${nonceOf(key).slice(0, markCharacters)}`;
