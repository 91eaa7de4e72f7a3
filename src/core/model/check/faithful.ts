/**
 * The check of every English line that a model wrote, whatever it was asked: what it says is what its source says, no
 * more, no firmer, of nobody else. Each part of the check of our own lines (digest/verify.ts) is here in a stricter form,
 * because our own lines are cut from their source and a model's are not: numbers with their units, every single word
 * instead of the names and half of the words, every denial instead of their sum, and firmness.
 */
import { isFirmer, modalityOf } from "../../claim/firmness.ts";
import { misnumbered } from "./figures.ts";
import { misquoted } from "./quoted.ts";
import { misses } from "./retells.ts";
import { misshapen } from "./shape.ts";

export type Source = {
  /** Verbatim. */
  readonly quote: string;
  /** The same in the engine's own self-contained words, which have passed their check. */
  readonly text: string;
  /** Names in `text` that the article, not the quote, ties to it. */
  readonly borrowed: readonly string[];
};

/** Why a line may not be posted; null when it may. */
export function unfaithful(line: string, source: Source): string | null {
  const whole = `${source.text} ${source.quote}`;
  const plain = misshapen(line, whole) ?? misquoted(line, whole);
  if (plain) return plain;
  return against(line, groundOf(source), source.borrowed);
}

/** The engine's own words; where they were cut, the whole quote behind the name of who says it. */
function groundOf({ text, quote, borrowed }: Source): string {
  if (!text.includes("…")) return text;
  const speaker = borrowed.find((name) => text.startsWith(`${name}: `));
  return speaker ? `${speaker}: ${quote}` : quote;
}

function against(line: string, ground: string, speakers: readonly string[]): string | null {
  const wrong = misnumbered(line, ground) ?? misses(line, ground, speakers);
  if (wrong) return wrong;
  const told = [ground, ...beginningsOf(ground).filter((one) => misses(line, one, speakers) === null)];
  return told.every((one) => isFirmerThan(line, one)) ? "it is firmer than the source" : null;
}

const isFirmerThan = (line: string, ground: string): boolean =>
  isFirmer(modalityOf(line), modalityOf(ground)) && isFirmer(modalityOf(reported(line)), modalityOf(ground));

/** "They marched on Saturday, and unions said they would strike" tells of the march as firmly as its beginning does. */
const beginningsOf = (ground: string): readonly string[] =>
  [...ground.matchAll(/, (?=and|but|while|saying|with)/g)].map(({ index }) => `${ground.slice(0, index)}.`);

/** "The engineer warned that the grid may cut power" is as firm as what she warned of. */
const reported = (line: string): string => /^[^,“"]{2,80}? that (?=\S)(.*)$/su.exec(line)?.[1] ?? line;
