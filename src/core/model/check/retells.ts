/**
 * Whether a line says nothing but what a source sentence says. The line must be the sentence made shorter: the same
 * words or words of their meaning, in the same places, with nothing left out on which the rest hangs. Only a phrase of
 * time or place, who says it, and the two sides of a passive may change places.
 */
import { placesOf } from "./align.ts";
import { looseBond } from "./bonds.ts";
import { droppedWrongly } from "./left-out/dropped.ts";
import { type Mark, marksOf } from "./marks.ts";
import { movedWrongly } from "./moved.ts";
import { type Said, saidBy } from "./said-by.ts";
import { type Way, waysOf } from "./ways.ts";

/** Why a line says something else; null when it retells. `speakers` may stand before a colon. */
export function misses(line: string, source: string, speakers: readonly string[]): string | null {
  const [told, said] = [saidBy(line, speakers), saidBy(source, speakers)];
  const missed = speakerMissed(told, said) ?? bodyMissed(told.body, said.body);
  return missed === null || wholeRetold(line, source, said) ? null : missed;
}

/** Saying in these words claims no more than that it was said. */
const plainSaying = /^(?:said|says|say|told|according|to|stated|reported|reporters|journalists)$/;
const doubtfulSaying =
  /^(?:suggest|indicat|hint|claim|alleg|predict|believ|think|thought|estimat|argu|warn|promis|pledg|vow)/;

const deniedSpeaker = /\b(?:no|neither|nor|nobody|none|not)\b/i;
/** Verbs in whose place "said" says no less and no more. */
const reportsOnly =
  /^(?:said|says|told|tells|stated|reported|added|noted|announced|wrote|explained|remarked|recalled|posted|declared|disclosed|revealed|speaking|citing|according)$/;

function speakerMissed(told: Said, said: Said): string | null {
  if (said.by === null) return told.by === null ? null : "nobody is named who says it";
  if (told.by === null) return "who says it is left out";
  const missed = laidIn(told.by, said.by);
  if (missed && !shorter(said.by).includes(told.by)) return `another says it: ${missed}`;
  const words = (text: string) => marksOf(text).marks.map((mark) => mark.lower);
  const there = words(said.rest);
  const strange = words(told.rest).find((word) => !plainSaying.test(word) && !there.includes(word));
  if (strange) return `"${strange}" is not how it was said`;
  const torn = tornIn(told.rest, said.rest);
  if (torn) return `"${torn}" is not whom it was said to`;
  const saying = words(told.rest);
  const denied = there.some((word) => /^(?:not|never|nor|neither|no)$/.test(word)) || deniedSpeaker.test(said.by);
  const kept = sayingOf(said.rest).filter(
    ({ lower, tag }) => denied || doubtfulSaying.test(lower) || (tag === "verb" && !reportsOnly.test(lower)),
  );
  const how = kept.find(({ lower }) => !plainSaying.test(lower) && !saying.includes(lower));
  return how ? `it was "${how.lower}"` : null;
}

/** Shorter words for the same one: "its director" of "its director Ines Caldo", "a bishop" of "a bishop who took part". */
const shorter = (by: string): readonly (string | undefined)[] => [
  /^((?:its|their|his|her)(?: \p{Ll}[\p{L}-]*)+)(?:,?(?: \p{Lu}[\p{L}.'’-]*)+)$/u.exec(by)?.[1],
  /^(.+?) (?:who|which) /u.exec(by)?.[1],
  /^(.+?) (?:seen|obtained|reviewed|published|released) by /u.exec(by)?.[1],
];

/** "Told reporters outside parliament" is not "told parliament": behind what is left out, another phrase begins. */
function tornIn(rest: string, source: string): string | null {
  const there = marksOf(source).marks;
  const told = marksOf(rest).marks.filter(({ lower }) => !plainSaying.test(lower));
  const places = told.map(({ lower }) => there.findIndex((mark) => mark.lower === lower));
  const torn = places.find(
    (place, at) => place > 0 && places[at - 1] !== place - 1 && !beginsPhrase(there[place]!, there[place - 1]!),
  );
  return torn === undefined ? null : there[torn]!.lower;
}

const beginsPhrase = ({ tag, lead, parted, lower }: Mark, before: Mark) =>
  parted ||
  /^(?:preposition|subordinator|verb|to|adverb)$/.test(tag) ||
  plainSaying.test(before.lower) ||
  /^(?:late|early|last|this|\p{L}+day)$/u.test(lower) ||
  lead.some((word) => /^(?:in|on|at|as)$/.test(word));

/** The verbs of saying and what stands between them; behind them, when, where and to whom it was said. */
function sayingOf(rest: string): readonly Mark[] {
  const { marks } = marksOf(rest);
  const verb = marks.findIndex(({ tag }) => tag === "verb");
  const end = marks.findIndex(
    ({ tag, lead, parted }, at) =>
      at > verb &&
      (parted || /^(?:preposition|subordinator)$/.test(tag) || lead.some((word) => /^(?:in|on|at|as)$/.test(word))),
  );
  return verb < 0 || end < 0 ? marks : marks.slice(0, end);
}

function bodyMissed(line: string, source: string): string | null {
  if (!marksOf(line).predicate.finite && marksOf(source).predicate.finite) return "it has no verb of its own";
  return laidIn(line, source);
}

/** Read as one sentence, the one who says it before or behind, and every word of that kept: "X confirmed that …". */
function wholeRetold(line: string, source: string, { by, body, rest }: Said): boolean {
  const told = marksOf(line).marks;
  // "Under the agreement" opens no sentence of somebody else where the source has it at its end.
  if (by === null) return laid(told, { marks: marksOf(source).marks, needs: [] }) === null;
  const saying = [...marksOf(by).marks, ...marksOf(rest).marks];
  const [first, ...others] = marksOf(body).marks;
  const said = first ? [{ ...first, parted: true }, ...others] : [];
  const verbs = said.filter(({ tag }) => tag === "verb" || tag === "modal");
  const tells = (verbs.length > 0 ? verbs : said).some((mark) => told.some(({ key }) => key === mark.key));
  const keeps = [...marksOf(by).marks, ...sayingOf(rest)].every((mark) => told.some(({ key }) => key === mark.key));
  const ways = [marksOf(source).marks, [...saying, ...said], [...said, ...saying]];
  return tells && keeps && ways.some((marks) => laid(told, { marks, needs: [] }) === null);
}

function laidIn(line: string, source: string): string | null {
  const told = marksOf(line).marks;
  const reasons = waysOf(marksOf(source)).map((way) => laid(told, way));
  return reasons.includes(null) ? null : reasons[0]!;
}

/** Of two ways to lay a line beside its source one is enough. */
const laid = (line: readonly Mark[], way: Way): string | null => laidSo(line, way, true) && laidSo(line, way, false);

function laidSo(line: readonly Mark[], { marks: source, needs, inOrder }: Way, early: boolean): string | null {
  if (line.length === 0) return "it says nothing";
  const places = placesOf(line, source, early);
  if ("strange" in places) return `"${places.strange}" is not in the source`;
  const unused = needs.find((mark) => !places.includes(source.indexOf(mark)));
  if (unused) return `"${unused.lower}" is left out`;
  if (inOrder && places.some((place, at) => at > 0 && place < places[at - 1]!)) return "its parts have changed places";
  const voice = line.find(({ tag, passive }, at) => tag === "verb" && passive !== source[places[at]!]!.passive);
  if (voice) return `who does it and to whom is exchanged at "${voice.lower}"`;
  return (
    movedWrongly(line, places, source) ?? looseBond(line, places, source) ?? droppedWrongly(source, new Set(places))
  );
}
