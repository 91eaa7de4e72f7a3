/** The typed slots of one clause: who, what, where, when, how many, how firmly. */
import type { Day } from "../article/article.ts";
import { speechActs, subordinateStart } from "../language/cues.ts";
import { happenings, phases } from "../language/verbs.ts";
import { type Term, termsOf } from "../language/words.ts";
import { type Lexicon, mentions } from "../story/lexicon.ts";
import type { Story } from "../story/story.ts";
import { type Token, tokens } from "../text/tokens.ts";
import type { Attribution, Claim, Participant } from "./claim.ts";
import { eventOf } from "./event.ts";
import { isNegated, mainPartMin, modalityOf } from "./firmness.ts";
import type { Name } from "./names.ts";
import { quantitiesIn } from "./quantities.ts";
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
  const modality = modalityOf(clause);
  const negated = isNegated(clause);
  const participants = withPronoun(participantsOf(names, clause, verbs[0]?.start ?? clause.length), around.pronoun);
  const event = eventOf(clause, terms, inMainClause(clause, names, participants), { modality, negated });
  const when = whenIn(
    withoutSayingDay(clause),
    around.today,
    around.way ?? (modality === "planned" || modality === "may" || modality === "conditional" ? "future" : "past"),
  );
  const speaker = speechSubject(clause, names, verbs);
  return {
    slots: {
      participants,
      places: [
        ...new Set(
          names
            .filter((name) => name.kind === "place" && !isBackdrop(clause, name))
            .map((name) => folded(name.id, around.reader.story)),
        ),
      ],
      issues: issuesOf(clause, around.reader),
      predicates: [...new Set(verbs.map((term) => term.term))],
      negated,
      modality,
      ...(when ? { when } : {}),
      quantities: quantitiesIn(clause).filter((quantity) => !insideName(quantity.span, names)),
      ...(event ? { event } : {}),
      terms: distinct(terms),
    },
    ...(speaker ? { speechBy: speaker } : {}),
  };
}

const inside = (token: Token, names: readonly Name[]) =>
  names.some((name) => token.start < name.end && name.start < token.end);
const insideName = (span: { start: number; end: number }, names: readonly Name[]) =>
  names.some((name) => span.start >= name.start && span.end <= name.end);

const passive =
  /\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?(?:\w+(?:ed|en|wn|id|ld|ught|un|et))\s(?:[^,;]{0,40}?\s)?by\s/;

/** In the passive, who stands behind "by" does it. */
function participantsOf(names: readonly Name[], clause: string, activeVerbAt: number): readonly Participant[] {
  const byMatch = passive.exec(clause);
  const verbAt = byMatch ? byMatch.index : activeVerbAt;
  const before = byMatch ? "object" : "subject";
  const after = byMatch ? "subject" : "object";
  const seen = new Set<string>();
  return names.flatMap((name): readonly Participant[] => {
    if (name.kind === "place" || seen.has(name.id)) return [];
    seen.add(name.id);
    return [
      {
        id: name.id,
        party: name.party,
        kind: name.kind,
        role: name.start < verbAt ? before : after,
        named: name.named || names.some((other) => other.id === name.id && other.named),
      },
    ];
  });
}

/** Who takes part in what a clause tells; whom it only mentions behind its main part does not. */
function inMainClause(
  clause: string,
  names: readonly Name[],
  participants: readonly Participant[],
): readonly Participant[] {
  const end = subordinateStart.exec(clause.toLowerCase())?.index ?? clause.length;
  const later = new Set(names.filter((name) => name.start >= end && end > mainPartMin).map((name) => name.id));
  const earlier = new Set(names.filter((name) => name.start < end).map((name) => name.id));
  const topics = new Set(names.filter((name) => isTopic(clause, name)).map((name) => name.id));
  return participants.filter((one) => (!later.has(one.id) || earlier.has(one.id)) && !topics.has(one.id));
}

/** "Confirmed on Friday that …" dates the confirming, not what is confirmed. */
const withoutSayingDay = (clause: string) =>
  clause.replace(
    /\b(?:said|says|confirmed|announced|denied|reported|told\s\w+|ruled out|warned|promised|wrote|posted|revealed|promised)\s+(?:late |early )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g,
    " ",
  );

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
function folded(id: string, story: Story): string {
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

function distinct(terms: readonly Term[]): readonly (readonly [string, number])[] {
  return [...new Map(terms.map((term) => [term.term, term.weight])).entries()];
}

const describing =
  /\b(?:describe[sd]?|call(?:s|ed)|characteri[sz]e[sd]?|term(?:s|ed)|signal(?:s|ed|led)|hint(?:s|ed)|express(?:es|ed)|insist(?:s|ed)?|continues to insist|vow(?:s|ed)|praise[sd]?|rule[sd]? out)\b/i;

/** The person or side before a verb that is itself a statement. */
function speechSubject(clause: string, names: readonly Name[], verbs: readonly Term[]): Attribution | null {
  const verb = verbs.find((term) => speechActs.has(term.term));
  const described = describing.exec(clause);
  const at = Math.min(verb?.start ?? Number.POSITIVE_INFINITY, described?.index ?? Number.POSITIVE_INFINITY);
  const subject = names.find((name) => name.end <= at && name.kind !== "place");
  if (!subject || at === Number.POSITIVE_INFINITY || at - subject.end > 60) return null;
  return {
    kind: subject.kind === "person" || subject.kind === "name" ? "person" : "officials",
    text: clause.slice(subject.start, subject.end),
    actor: subject.id,
    reported: false,
    listed: subject.kind !== "name",
  };
}
