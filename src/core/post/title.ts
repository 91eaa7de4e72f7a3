/** What a thread is called: the heading of its first message, cut where platforms stop reading. */
import type { Document } from "./post.ts";
import { cut } from "./words.ts";

/** Discord's limit for the name of a thread, the strictest of all (https://docs.discord.com/developers/resources/channel). */
export const titleCharactersMax = 100;

export function titleOf(document: Document): string {
  const block = document.find((one) => one.kind === "heading" || one.kind === "paragraph");
  if (!block) return "Parley";
  const words = block.kind === "heading" ? block.text : block.inlines.map((one) => one.text).join("");
  return cut(words.replace(/\s+/g, " ").trim() || "Parley", titleCharactersMax);
}
