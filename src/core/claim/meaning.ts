/** The typed slots of one clause: who, what, where, when, how many, how firmly. */
import type { Day } from "../article/article.ts";
import { speechActs } from "../language/cues.ts";
import { slipping } from "../language/governors.ts";
import { type Predicate, predicateOf } from "../language/grammar/main.ts";
import { happenings, phases } from "../language/verbs.ts";
import { type Term, termsOf } from "../language/words.ts";
import { type Lexicon, mentions } from "../story/lexicon.ts";
import type { Story } from "../story/story.ts";
import { type Token, tokens } from "../text/tokens.ts";
import type { Attribution, Claim, Participant } from "./claim.ts";
import { eventOf, type Parts } from "./event.ts";
import { modalityIn } from "./firmness.ts";
import type { Name } from "./names.ts";
import { isNegated } from "./polarity.ts";
import { quantitiesIn } from "./quantities.ts";
import { participantsOf } from "./roles.ts";
import { speechOf } from "./speech.ts";
import { type Direction, whenIn } from "./when.ts";

export type Meaning = {
  readonly slots: Pick<
    Claim,
    | "participants"
    | "places"
    | "issues"
    | "predicates"
    | "negated"
    | "modality"
    | "when"
    | "quantities"
    | "event"
    | "terms"
  >;
  /** The subject of a clause whose verb is itself a statement: "X ruled out …". */
  readonly speechBy?: Attribution;
};

type Around = {
  readonly today: Day;
  /** Which way bare weekdays point when the statement has no date of its own to count from. */
  readonly way: Direction | null;
  readonly pronoun: Participant | null;
  /** True when somebody is named who says it. */
  readonly said: boolean;
  /** True when a plan or a draft says it. */
  readonly drafted: boolean;
  /** What stands before the speaker: "A day earlier, the minister said …". */
  readonly lead: string;
  readonly reader: { readonly story: Story; readonly lexicon: Lexicon };
};

/** Words that only say how firmly: they are read as modality and must not count as content. */
const hedgeWords = new Set(
  "expected expects expect set due likely unlikely reportedly possibly possible perhaps scheduled poised hinted hints indicated indicates slated potential prepared ready willing planned".split(
    " ",
  ),
);

export function meaningOf(clause: string, names: readonly Name[], around: Around): Meaning {
  const run = tokens(clause);
  const terms = termsOf(run.filter((token) => !hedgeWords.has(token.lower) && !inside(token, names)));
  const verbs = terms.filter((term) => happenings.has(term.term) || phases.has(term.term) || speechActs.has(term.term));
  const predicate = predicateOf(clause, run);
  const firm = modalityIn(predicate, clause, around.said);
  // What a draft would bring is what stands in it; what is to come under it is still to come.
  const wouldBe = predicate.chain?.links[0]?.modal === "would";
  const modality = around.drafted && firm === "planned" && wouldBe ? "stated" : firm;
  const negated = isNegated(clause, predicate);
  const participants = withPronoun(participantsOf(names, predicate, verbs[0]?.start ?? clause.length), around.pronoun);
  const event = eventOf(clause, predicate, terms, partsOf(clause, predicate, names, participants), {
    modality,
    negated,
  });
  const when =
    whenOf(clause, predicate, around.today, around.way ?? wayOf(modality, predicate)) ??
    (around.lead === "" ? null : whenIn(around.lead, around.today, "past"));
  const speaker = speechOf(clause, predicate, names, around.pronoun);
  return {
    slots: {
      participants,
      places: [
        ...new Set(
          names
            .filter((name) => name.kind === "place" && !isBackdrop(clause, name))
            .map((name) => foldedPlace(name.id, around.reader.story)),
        ),
      ],
      issues: issuesOf(clause, around.reader),
      predicates: [...new Set(verbs.map((term) => term.term))],
      negated,
      modality,
      ...(when ? { when } : {}),
      quantities: quantitiesIn(clause, measuredBy(predicate, terms)).filter(
        (quantity) => !insideName(quantity.span, names),
      ),
      ...(event ? { event } : {}),
      terms: distinct(terms),
    },
    ...(speaker ? { speechBy: speaker } : {}),
  };
}

const ahead = new Set<Claim["modality"]>(["planned", "may", "conditional", "cancelled"]);
/** What somebody "had expected" lies behind, whatever it was. */
const wayOf = (modality: Claim["modality"], { words, chain }: Predicate): Direction =>
  ahead.has(modality) && words[chain?.from ?? -1]?.lower !== "had" ? "future" : "past";

/** The date of the main clause: for what was put off the one behind its verb, and only else one that is mentioned. */
function whenOf(clause: string, predicate: Predicate, today: Day, way: Direction): Claim["when"] | null {
  const { words, chain, from, to, skipped } = predicate;
  const part = (start: number, end: number) => {
    const cut = skipped.find(([at]) => at >= start && at <= end)?.[0] ?? end + 1;
    const [first, last] = [words[start], words[Math.min(end, cut - 1)]];
    return first && last ? clause.slice(first.start, last.end) : "";
  };
  const moved = chain && slipping.has(chain.links.at(-1)!.base) ? part(chain.to, to) : "";
  // The date of "…, which was held in July" is that of another event.
  const rest = words[to + 1]?.tag === "relative" ? "" : clause.slice(words[to]?.end ?? 0);
  const parts = [moved, part(0, from - 1), part(from, to), rest];
  for (const text of parts) {
    const when = text === "" ? null : whenIn(withoutOtherDays(text), today, way);
    if (when) return when;
  }
  return null;
}

/** Verbs between a thing and its amount: "turnout reached 61 per cent", "damage is estimated at …". */
const measuring = new Set(
  "be stand reach rise fall climb drop grow shrink hit total increase decrease exceed amount jump estimate put sink".split(
    " ",
  ),
);

const counter = /^(?:number|total|count|tally)$/;

/** The head of a subject that is measured: the last words before its first preposition. */
const measuredBy = ({ words, from, chain, skipped }: Predicate, terms: readonly Term[]): readonly string[] => {
  if (!chain || chain.from <= from) return [];
  const link = chain.links.at(-1)!;
  if (!measuring.has(link.base) || (/^(?:estimate|put)$/.test(link.base) && !link.passive)) return [];
  // "The number of dead has risen to seven" counts the dead.
  const opening = words.slice(from, chain.from).findIndex((word) => counter.test(word.lower));
  const first = opening >= 0 && words[from + opening + 1]?.lower === "of" ? from + opening + 2 : from;
  const preposition = words.findIndex((word, at) => at > first && at < chain.from && word.tag === "preposition");
  const skip = skipped.find(([start]) => start > first && start < chain.from)?.[0] ?? chain.from;
  const until = words[Math.min(preposition > first ? preposition : chain.from, skip)]!.start;
  return terms
    .filter((term) => term.start >= words[first]!.start && term.end <= until)
    .slice(-2)
    .map((term) => term.term);
};

const inside = (token: Token, names: readonly Name[]) =>
  names.some((name) => token.start < name.end && name.start < token.end);
const insideName = (span: { start: number; end: number }, names: readonly Name[]) =>
  names.some((name) => span.start >= name.start && span.end <= name.end);

/** Who takes part in what a clause tells, and who in what it mentions behind: "… as the envoy sat down with the king". */
function partsOf(
  clause: string,
  { words, to }: Predicate,
  names: readonly Name[],
  participants: readonly Participant[],
): Parts {
  const end = words[to]?.end ?? clause.length;
  const among = (of: readonly Name[]) => {
    const ids = new Set(of.map((name) => name.id));
    return participants.filter((one) => ids.has(one.id));
  };
  const topics = new Set(names.filter((name) => isTopic(clause, name)).map((name) => name.id));
  const able = names.filter((name) => !topics.has(name.id));
  const main = among(able.filter((name) => name.start < end));
  const later = able.filter((name) => name.start >= end);
  // "They spoke for an hour when they met": those behind are those in front.
  const same = later.length === 0 || /\b(?:they|both|the two|each other)\b/i.test(clause.slice(end));
  return { main, behind: same ? main : among(later) };
}

/** "Confirmed on Friday that …" dates the confirming, "the results of this week's talks" the talks. */
const withoutOtherDays = (clause: string) => clause.replace(sayingDay, " ").replace(ownersDay, " ");

const sayingDay =
  /\b(?:said|says|confirmed|announced|denied|reported|told\s\w+|ruled out|warned|promised|wrote|posted|revealed|hinted|indicated|suggested|signalled|signaled|insisted|claimed|argued|predicted)\s+(?:late |early )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g;
const ownersDay =
  /\b(?:of|about) (?:(?:this|last|next) (?:week|weekend|month)|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)['’]s\b/g;

/** "Talks about a country" need not be talks with it. */
const isTopic = (clause: string, name: Name) =>
  name.kind === "government" &&
  /\b(?:about|over|regarding|concerning|on)\s+(?:the\s+)?$/i.test(clause.slice(0, name.start));

/** A place where something else happened before: "following the meetings in …". */
const isBackdrop = (clause: string, name: Name) =>
  /\b(?:following|after|since|earlier|previous|recent)\b[^,.]{0,40}$/i.test(clause.slice(0, name.start));

function withPronoun(participants: readonly Participant[], pronoun: Participant | null): readonly Participant[] {
  return !pronoun || participants.some((one) => one.id === pronoun.id) ? participants : [pronoun, ...participants];
}

/** A place folds into the largest place of the story that holds it. */
export function foldedPlace(id: string, story: Story): string {
  let place = story.places.find((one) => `place:${one.id}` === id);
  const seen = new Set<string>();
  while (place?.within && !seen.has(place.id)) {
    seen.add(place.id);
    const wider = story.places.find((one) => one.id === place?.within);
    if (!wider) break;
    place = wider;
  }
  return place ? `place:${place.id}` : id;
}

function issuesOf(clause: string, reader: Around["reader"]): readonly string[] {
  const found = mentions(reader.lexicon, clause).flatMap(({ what, story }) =>
    what.kind === "issue" && story === reader.story.id ? [what.id] : [],
  );
  return [...new Set(found)];
}

const distinct = (terms: readonly Term[]): Claim["terms"] => [
  ...new Map(terms.map((term) => [term.term, term.weight])),
];
