/**
 * A sentence of another language, read as far as that is safe: who and where it names, shares and sums, which concepts
 * it speaks of, and how firmly, by that language's own small words. Where a cue is in doubt it is read cautiously.
 */
import type { Day } from "../article/article.ts";
import { type Cues, foreignCues, scaleOf, unitOf } from "../language/foreign.ts";
import { dayFrom } from "../text/day.ts";
import { tokens } from "../text/tokens.ts";
import type { Attribution, Claim, Modality, Quantity } from "./claim.ts";
import type { Name } from "./names.ts";
import { type Direction, whenIn } from "./when.ts";

export type ForeignSlots = Pick<Claim, "predicates" | "negated" | "modality" | "quantities"> &
  Pick<Partial<Claim>, "when">;

export function foreignSlots(text: string, lang: string, today: Day): ForeignSlots {
  const cues = foreignCues.get(lang.split("-")[0]!);
  const modality = cues ? modalityOf(text, cues) : "stated";
  const when = dayIn(text) ?? (cues ? weekdayIn(text, cues, today, modality === "stated" ? "past" : "future") : null);
  return {
    predicates: cues ? conceptsIn(text, cues) : [],
    negated: cues?.not.test(text) ?? false,
    modality,
    quantities: quantitiesIn(text),
    ...(when ? { when } : {}),
  };
}

/** Never firmer than stated: tense is not read, so nothing is told to have been done. */
function modalityOf(text: string, cues: Cues): Modality {
  if (cues.condition.test(text)) return "conditional";
  if (cues.may.test(text)) return "may";
  return cues.planned.test(text) ? "planned" : "stated";
}

function conceptsIn(text: string, { concepts }: Cues): readonly string[] {
  const found = tokens(text).flatMap(({ lower }) => {
    const hit = concepts.find(([stem]) => lower.startsWith(stem));
    return hit ? [hit[1]] : [];
  });
  return [...new Set(found)];
}

/** A number with its scale and unit. What counts neither money nor a share is left out: its noun is not understood. */
const amount = /(€|\$)?\s?(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)[\s\u00a0]?(.{0,40})/gu;

function quantitiesIn(text: string): readonly Quantity[] {
  return [...text.matchAll(amount)].flatMap((match): readonly Quantity[] => {
    const [whole, sign, digits, rest = ""] = match;
    const scale = scaleOf(rest);
    const behind = scale === 1 ? rest : rest.replace(/^(?:mil millones|[^\s\u00a0]+)[\s\u00a0]*(?:de |d['’])?/iu, "");
    const unit = sign ? unitOf(sign) : unitOf(behind);
    if (!unit) return [];
    const start = match.index + (whole.length - whole.trimStart().length);
    const end = match.index + whole.length - rest.length;
    return [{ value: numberOf(digits!) * scale, unit, heads: [], approx: false, span: { start, end } }];
  });
}

function numberOf(digits: string): number {
  const joined = digits.replace(/[ \u00a0\u202f]|\.(?=\d{3}(?:\D|$))/g, "");
  return Number(joined.replace(",", "."));
}

function dayIn(text: string): Claim["when"] | null {
  const written = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(text);
  const day = written ? dayFrom(Number(written[3]), Number(written[2]), Number(written[1])) : null;
  return day ? { from: day, to: day, precision: "day" } : null;
}

/** "in der Nacht zum Samstag", "в субботу", "mañana": the first day that is named by its word. */
function weekdayIn(text: string, { days }: Cues, today: Day, way: Direction): Claim["when"] | null {
  for (const { lower } of tokens(text)) {
    const day = days.find(([stem]) => lower.startsWith(stem));
    if (day) return whenIn(day[1], today, way);
  }
  return null;
}

/** How far from its verb of saying a speaker is named. */
const reach = 60;

/** The person named nearest to a verb of saying; bodies and unlisted names are not told apart in another language. */
export function foreignSpeaker(text: string, lang: string, names: readonly Name[]): Attribution | null {
  const verb = foreignCues.get(lang.split("-")[0]!)?.saying.exec(text);
  if (!verb) return null;
  const distance = (name: Name) => Math.max(name.start - verb.index - verb[0].length, verb.index - name.end);
  const [nearest] = names
    .filter((name) => name.kind === "person" && distance(name) <= reach)
    .sort((a, b) => distance(a) - distance(b));
  if (!nearest) return null;
  const written = text.slice(nearest.start, nearest.end);
  return { kind: "person", text: written, actor: nearest.id, listed: true, reported: true };
}
