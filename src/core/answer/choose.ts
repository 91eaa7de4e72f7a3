/**
 * From the passages that answer a question to the few that are told: one value a fact, what contradicts it beside it,
 * and one earlier value in all. It takes their order as given.
 */
import { sameFamily } from "../language/verbs.ts";
import type { Passage } from "./passage.ts";
import type { Part } from "./question.ts";
import { countedIn, type Relevance, relevanceThresholds, tollConcepts } from "./relevance.ts";

export type Chosen = {
  /** `against` contradicts an answer, `history` is an earlier value, `related` is near to an answer and none. */
  readonly as: "answer" | "against" | "history" | "related";
  readonly passage: Passage;
};

/** Facts told in answer to one question: `about` asks for a picture, the others for a fact. */
const factsMax: Readonly<Record<Part["kind"], number>> = {
  about: 6,
  changed: 6,
  what: 4,
  who: 3,
  number: 3,
  yesno: 3,
  when: 3,
  where: 3,
};
/** How far below the best an answer may score to be told beside it. */
const gapMax: Readonly<Record<Part["kind"], number>> = {
  about: 9,
  changed: 9,
  what: 0.7,
  who: 0.5,
  number: 0.4,
  yesno: 0.5,
  when: 0.4,
  where: 0.5,
};

/** `answers`, best first and at least one, are those of `all` passages that answer. */
export function chosenFrom(part: Part, answers: readonly Relevance[], all: readonly Relevance[]): readonly Chosen[] {
  const best = answers[0]!.score;
  const near = answers.filter((one) => one.score >= best - gapMax[part.kind]);
  const groups = [...Map.groupBy(near, (one) => one.passage.fact.ref).values()].map((group) =>
    currentOf(group.map((one) => one.passage)),
  );
  const current = withoutOutdated(part, withoutRepeats(part, groups)).slice(0, factsMax[part.kind]);
  const told = current.flatMap((passage): readonly Chosen[] => [
    { as: "answer", passage },
    ...contradicting(passage, all),
  ]);
  const history = historyOf(part, current, answers, groups);
  return history && !told.some((one) => one.passage.text === history.text)
    ? [...told, { as: "history", passage: history }]
    : told;
}

/** The value that stands, else the newest that answers. Of one source's two values the later stands. */
function currentOf(passages: readonly Passage[]): Passage {
  const now = passages.find((passage) => passage.standing === "now");
  const against = passages.find((passage) => passage.standing === "against");
  if (now && against && settled(now, against)) return newest([now, against]);
  return now ?? against ?? newest(passages);
}

const newest = (passages: readonly Passage[]) =>
  passages.reduce((best, one) => (one.version.at > best.version.at ? one : best));

/** No dispute: a source that corrects itself, or a plan and then what came of it. */
function settled(a: Passage, b: Passage): boolean {
  const [earlier, later] = a.version.at <= b.version.at ? [a, b] : [b, a];
  return oneSource(a, b) || (isAhead(earlier) && !isAhead(later) && later.version.at > earlier.version.at);
}

const isAhead = ({ modality }: Passage) => modality === "may" || modality === "planned" || modality === "conditional";
const oneSource = (a: Passage, b: Passage) => a.evidence[0]?.origin === b.evidence[0]?.origin;

/** The other side of a dispute, when it speaks of what was asked at all. Nobody disputes with himself. */
function contradicting(passage: Passage, all: readonly Relevance[]): readonly Chosen[] {
  const sides = all.filter(
    (one) =>
      one.passage.fact === passage.fact && one.passage.version !== passage.version && !settled(one.passage, passage),
  );
  const values = sides.filter(
    ({ passage: other }) =>
      (other.standing === "against" && passage.standing === "now") ||
      (other.standing === "now" && passage.standing === "against") ||
      (other.standing === passage.standing && opposed(other, passage)),
  );
  const own = values.filter(
    (one) => one.passage.text === one.passage.version.text && (one.cover >= relevanceThresholds.cover || one.answers),
  );
  return own.map((one) => ({ as: "against", passage: one.passage }));
}

/** Of two values that a later one pushed aside together, one says no to the other. */
const opposed = (a: Passage, b: Passage) => saysNo(a) !== saysNo(b);
const saysNo = ({ negated, modality }: Passage) => negated || modality === "denied";

/** Two facts with the same words, or the same number in answer to "how many", are one answer. */
function withoutRepeats(part: Part, passages: readonly Passage[]): readonly Passage[] {
  const seen = new Set<string>();
  const keyOf = (passage: Passage) =>
    countedIn(part, passage)
      .map((one) => `${one.value} ${one.unit}`)
      .join(", ");
  return passages.filter((passage) => {
    const key = part.kind === "number" ? keyOf(passage) : passage.text;
    return !seen.has(key) && seen.add(key);
  });
}

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

/** A running count, another number from the same source, another date: the later report replaces the earlier. */
function replaces(part: Part, later: Passage, earlier: Passage): boolean {
  const ageMs = later.version.at - earlier.version.at;
  if (part.kind === "when") return ageMs > datesStandMs && later.fact !== earlier.fact && part.future;
  if (part.kind !== "number" || ageMs <= 0 || !sameUnit(part, later, earlier)) return false;
  const running = countedIn(part, earlier).some((quantity) => tollConcepts.has(quantity.unit));
  const speaks = [...later.sources].some((source) => earlier.sources.has(source));
  return running || speaks || (later.sources.size + earlier.sources.size === 0 && oneSource(later, earlier));
}

const unitOf = (part: Part, passage: Passage) =>
  /^[A-Z]{3,5}$/.test(countedIn(part, passage)[0]?.unit ?? "") ? "money" : countedIn(part, passage)[0]?.unit;
const sameUnit = (part: Part, a: Passage, b: Passage) => unitOf(part, a) === unitOf(part, b);

function historyOf(
  part: Part,
  current: readonly Passage[],
  answers: readonly Relevance[],
  groups: readonly Passage[],
): Passage | null {
  const broad = part.kind === "about" || part.kind === "changed";
  const candidates = (broad ? current : current.slice(0, 1)).flatMap((passage) =>
    answers
      .map((one) => one.passage)
      .filter(
        (one) =>
          one.fact === passage.fact &&
          one.standing === "before" &&
          one.version.at < passage.version.at &&
          sameKind(one, passage),
      ),
  );
  const outdated = groups.filter(
    (passage) => !current.includes(passage) && current.some((other) => replaces(part, other, passage)),
  );
  const before = candidates.length > 0 ? candidates : outdated;
  return before.length === 0 ? null : newest(before);
}

/** Values of one event of the same parties; two values without an event are of one kind too. */
function sameKind(a: Passage, b: Passage): boolean {
  const [one, other] = [a.version.event, b.version.event];
  if (!one || !other) return one === other;
  const shared = one.parties.filter((party) => other.parties.includes(party)).length;
  return sameFamily(one.family, other.family) && shared * 2 >= Math.max(one.parties.length, other.parties.length);
}
