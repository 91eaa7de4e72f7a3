/**
 * From the passages that answer a question to the few that are told: one passage a matter, what contradicts it beside
 * it, and one earlier value in all. It takes their order as given.
 */
import { countedIn, tollConcepts } from "./counted.ts";
import { allArguments } from "./cover.ts";
import { predicateHeld } from "./fits.ts";
import {
  answersDiffer,
  cameOf,
  contradict,
  inCommon,
  inDispute,
  isAhead,
  looksBack,
  oneSource,
  sameMatter,
  saysNo,
} from "./matter.ts";
import type { Part } from "./part.ts";
import type { Passage } from "./passage.ts";
import type { Relevance } from "./relevance.ts";

export type Chosen = {
  /** `against` contradicts an answer, `history` is an earlier value, `related` is near to an answer and none. */
  readonly as: "answer" | "against" | "history" | "related";
  readonly passage: Passage;
  /** What an `against` contradicts. */
  readonly of?: Passage;
};

type Limits = Readonly<Record<Part["kind"], number>>;

/** Matters told in answer to one question: `about` asks for a picture, the others for a fact. */
const mattersMax: Limits = {
  about: 6,
  changed: 6,
  what: 4,
  why: 3,
  who: 3,
  number: 3,
  yesno: 3,
  when: 3,
  where: 3,
  source: 0,
};
/** How far below the best an answer may score to be told beside it. */
const gapMax: Limits = {
  about: 9,
  changed: 9,
  what: 0.7,
  why: 0.7,
  who: 0.5,
  number: 0.4,
  yesno: 0.5,
  when: 0.4,
  where: 0.5,
  source: 0,
};

/** Answers looked at for what is told; each is compared with each. */
const nearMax = 150;

/** `answers`, best first and at least one, are those of `all` passages that answer. */
export function chosenFrom(part: Part, answers: readonly Relevance[], all: readonly Relevance[]): readonly Chosen[] {
  const best = answers[0]!.score;
  const near = answers
    .slice(0, nearMax)
    .filter((one) => one.score >= best - gapMax[part.kind])
    .map(({ passage }) => passage);
  const matters = mattersOf(part, near);
  const stated = withoutOutdated(part, withoutRepeats(part, matters.map(currentOf))).slice(0, mattersMax[part.kind]);
  const current = [...new Set(stated.map((passage) => standingNow(part, passage, all) ?? passage))];
  const told = inTime(part, current).flatMap((passage): readonly Chosen[] => [
    { as: "answer", passage },
    ...contradicting(part, passage, all, current),
  ]);
  const superseded = stated.find((passage) => !current.includes(passage)) ?? null;
  const history = superseded ?? historyOf(part, current, matters) ?? formerOf(part, current, answers);
  return withoutEcho(history ? [...told, { as: "history", passage: history }] : told);
}

/** Kinds to which a value that its fact has no more is no answer. */
const ofNow: ReadonlySet<Part["kind"]> = new Set(["when", "where", "who", "yesno"]);
/** The value that replaced it speaks of at least this much of the question, perhaps in other words. */
const nowCoverMin = 0.4;

/** What has become of a value that its fact had before: the newest that stands now, if it says that too. */
function standingNow(part: Part, passage: Passage, all: readonly Relevance[]): Passage | null {
  if (passage.standing !== "before" || !ofNow.has(part.kind)) return null;
  const standing = all
    .filter(
      ({ passage: { fact, standing, withdrawn, at } }) =>
        fact === passage.fact && standing === "now" && !withdrawn && at > passage.at,
    )
    .filter((one) => one.cover >= nowCoverMin && predicateHeld(part, one.passage))
    .map((one) => one.passage)
    .filter((one) => part.kind !== "when" || one.when !== null);
  return standing.length > 0 ? newest(standing) : null;
}

/** The newest value that the fact of the answer had before, of those that would have answered. */
function formerOf(part: Part, [first]: readonly Passage[], answers: readonly Relevance[]): Passage | null {
  if (!first || !ofNow.has(part.kind)) return null;
  const former = answers
    .map(({ passage }) => passage)
    .filter((one) => one.fact === first.fact && one.standing === "before" && one.at < first.at && differs(one, first));
  return former.length > 0 ? newest(former) : null;
}

/** Passages of one matter together, the best of each first. */
function mattersOf(part: Part, passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const isOne = (a: Passage, b: Passage) => {
    if (part.kind === "number") return sameMatter(a, b) && numbersOf(part, a) === numbersOf(part, b);
    if (part.kind !== "yesno") return sameMatter(a, b);
    return saysNo(a) === saysNo(b) && (sameMatter(a, b) || (isAhead(a) === isAhead(b) && inCommon(a, b) >= alikeMin));
  };
  const matters: Passage[][] = [];
  for (const passage of passages) {
    const known = matters.find((matter) => isOne(matter[0]!, passage));
    if (known) known.push(passage);
    else matters.push([passage]);
  }
  return matters;
}

/** Answers to one yes/no question that say it in the same sense are one from here on. */
const alikeMin = 0.3;

/** The newest that does not look back; of those told at one time, the best. */
function currentOf(matter: readonly Passage[]): Passage {
  const fresh = matter.filter((one) => !looksBack(one) && !one.withdrawn);
  return newest(fresh.length > 0 ? fresh : matter);
}

const newest = (passages: readonly Passage[]) => passages.reduce((best, one) => (one.at > best.at ? one : best));

/** In a picture the newest comes first; elsewhere the best answer does. */
const inTime = (part: Part, passages: readonly Passage[]): readonly Passage[] =>
  part.kind === "about" || part.kind === "changed" ? passages.toSorted((a, b) => b.at - a.at) : passages;

/** What speaks against an answer: the other side of a dispute, or a denial of the very thing that was asked. */
function contradicting(
  part: Part,
  passage: Passage,
  all: readonly Relevance[],
  current: readonly Passage[],
): readonly Chosen[] {
  const others = all.filter(({ passage: other, names, between, answers }) => {
    if (replaces(part, other, passage) || replaces(part, passage, other)) return false;
    if (other.withdrawn || current.includes(other) || names === 0 || !between || part.vague) return false;
    const denies = isDenial(part, other, passage);
    if (!isFact(part)) return inDispute(other, passage);
    if (part.kind === "yesno" && saysNo(other) === saysNo(passage)) return false;
    return (denies || (answers && sameMatter(other, passage))) && answersDiffer(other, passage, denies);
  });
  return others
    .filter((one) => one.shape > 1)
    .slice(0, 1)
    .map((one) => ({ as: "against", passage: one.passage, of: passage }));
}

/** Kinds that ask for one fact: what contradicts it must be about that very fact. */
export const isFact = ({ kind }: Part): boolean => kind === "yesno" || kind === "number";

/** Asked whether a thing is so: a later no to all that it is said of. */
const isDenial = (part: Part, other: Passage, passage: Passage) =>
  part.kind === "yesno" &&
  part.terms.length + part.asked.length + (part.sides ?? 0) > 1 &&
  (part.terms.some(({ term }) => term !== part.predicate) || predicateHeld(part, other)) &&
  other.at >= passage.at &&
  (other.negated || other.modality === "denied") &&
  !passage.negated &&
  allArguments(part, other);

const numbersOf = (part: Part, passage: Passage) =>
  countedIn(part, passage)
    .map((one) => `${one.value} ${one.unit}`)
    .join(", ");

/** The same words, or the same number in answer to "how many", are one answer. */
function withoutRepeats(part: Part, passages: readonly Passage[]): readonly Passage[] {
  const seen = new Set<string>();
  return passages.filter((passage) => {
    const key = part.kind === "number" ? numbersOf(part, passage) : passage.text;
    return !seen.has(key) && seen.add(key);
  });
}

const withoutEcho = (chosen: readonly Chosen[]): readonly Chosen[] =>
  chosen.filter((one, at) => chosen.findIndex((other) => other.passage.text === one.passage.text) === at);

/** Numbers of another unit than the best answer's are about something else; what a newer report replaces is history. */
function withoutOutdated(part: Part, passages: readonly Passage[]): readonly Passage[] {
  const comparable =
    part.kind === "number"
      ? passages.filter((one) => one === passages[0] || sameUnit(part, one, passages[0]!))
      : passages;
  return comparable.filter((one) => !comparable.some((other) => replaces(part, other, one)));
}

/** A date that is this much older than another has been overtaken by it. */
const datesStandMs = 12 * 3_600_000;
/** Kinds to which what came of a plan is the answer, and no longer the plan. */
const overtakenMin = 0.2;
const overtaken: ReadonlySet<Part["kind"]> = new Set(["yesno", "who", "where", "what"]);

/** A running count, another number from the same source, another date, what came of a plan: the later report stands. */
function replaces(part: Part, later: Passage, earlier: Passage): boolean {
  const ageMs = later.at - earlier.at;
  if (part.kind === "when") return ageMs > datesStandMs && later.fact !== earlier.fact && part.future;
  if (overtaken.has(part.kind))
    return inCommon(later, earlier) >= overtakenMin && cameOf(later, earlier) && !looksBack(later) && !part.prospect;
  if (part.kind !== "number" || ageMs <= 0 || !sameUnit(part, later, earlier)) return false;
  const running = countedIn(part, earlier).some((quantity) => tollConcepts.has(quantity.unit));
  const speaks = [...later.sources].some((source) => earlier.sources.has(source));
  return running || speaks || (later.sources.size + earlier.sources.size === 0 && oneSource(later, earlier));
}

const unitOf = (part: Part, passage: Passage) =>
  /^[A-Z]{3,5}$/.test(countedIn(part, passage)[0]?.unit ?? "") ? "money" : countedIn(part, passage)[0]?.unit;
const sameUnit = (part: Part, a: Passage, b: Passage) => unitOf(part, a) === unitOf(part, b);

/** One earlier value of what is told: of its own matter and of another sense, or what it has overtaken. */
function historyOf(part: Part, current: readonly Passage[], matters: readonly (readonly Passage[])[]): Passage | null {
  const broad = part.kind === "about" || part.kind === "changed";
  const leading = broad ? current : current.slice(0, 1);
  const earlier = leading.flatMap((passage) => {
    const matter = matters.find((one) => one.includes(passage)) ?? [];
    return matter.filter((one) => one.at < passage.at && !one.withdrawn && differs(one, passage));
  });
  const outdated = matters
    .map(currentOf)
    .filter((passage) => !current.includes(passage) && current.some((other) => replaces(part, other, passage)));
  const before = earlier.length > 0 ? earlier : outdated;
  return before.length === 0 ? null : newest(before);
}

/** A retelling of the same value is no history. */
const differs = (earlier: Passage, later: Passage) =>
  contradict(earlier, later) || isAhead(earlier) !== isAhead(later) || earlier.when?.from !== later.when?.from;
