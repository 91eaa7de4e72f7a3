/** What a line may look like at all: one plain sentence, without a link, a mention or any mark of a markup. */
import { lineMax } from "../../claim/shorten.ts";

const wordsMin = 3;
const hanging =
  /\b(?:of|in|on|at|to|for|with|by|from|the|an?|and|or|but|as|that|than|about|into|between|their|its|his|her|is|are|was|were|be|has|have|had|will|would|not)[.!?]$/i;
const plainCharacters = /^[\p{L}\p{M}\p{N} .,;:'’‘“”"()%€$£¥₴₽₹&+\-–—!?…/]+$/u;
/** An address without its beginning: "example.org/x", "10.0.0.1". */
const address = /\p{L}{2,}\.\p{L}{2,}(?![.’'])|\d+\.\d+\.\d+\.\d+|\/\/|\bwww\b|\bhttps?\b/iu;
/** What tells the reader, or a machine, to do something. */
const order =
  /\b(?:ignore|disregard|click|subscribe|system prompt|instructions?|as an ai|language model|visit|follow us|sign up|log in)\b/i;

/** Why a line cannot be posted whatever it says; null when it can. `source` is what it is made from. */
export function misshapen(line: string, source: string, charactersMax: number = lineMax): string | null {
  if (line.length > charactersMax) return `longer than ${charactersMax} characters`;
  if (line !== line.trim() || line.split(/\s+/).length < wordsMin) return "no sentence";
  if (!plainCharacters.test(line)) return "characters that are no plain text";
  if (address.test(line)) return "an address";
  const told = order.exec(line)?.[0];
  if (told && !source.toLowerCase().includes(told.toLowerCase())) return `"${told}" is not in the source`;
  if (/[!?…]/.test(line.replace(/[.]+$/, "")) && !/[!?…]/.test(source)) return "a mark that the source does not have";
  if (hanging.test(line)) return "an end that hangs";
  if (!/^["“(‘]?[\p{Lu}\p{N}€$£]/u.test(line) && !/^["“(‘]?\p{Lo}/u.test(line)) return "no beginning of a sentence";
  return /[.!?]["”’)]?$/u.test(line) ? null : "no end of a sentence";
}
