/** A sentence with its two sides exchanged and its verb turned: "A signed B" is "B was signed by A". */
import type { Mark, Marks } from "./marks.ts";

/** The other voice of a sentence, once for each verb that may be turned and each place where its sides may end. */
export function turned({ marks }: Marks): readonly Turned[] {
  return marks.flatMap((mark, at) => {
    if (at === 0 || mark.tag !== "verb" || marks[at - 1]!.lower === "to" || /ing$/.test(mark.lower)) return [];
    return mark.passive ? active(marks, at) : passive(marks, at);
  });
}

/** `needs` is the verb that was turned. */
type Turned = { readonly marks: readonly Mark[]; readonly needs: readonly Mark[] };

const by: Mark = { lower: "by", key: "by", tag: "preposition", lead: [], parted: false, owned: false, passive: false };
const particle = /^(?:out|off|up|down|back|over|away|aside)$/;
const isHelper = (mark: Mark) => /^(?:modal|not|to|adverb)$/.test(mark.tag);

/** The verb with its helpers and its particle: "may call off". */
function partsAt(marks: readonly Mark[], verb: number) {
  let from = verb;
  while (from > 0 && isHelper(marks[from - 1]!)) from -= 1;
  const to = particle.test(marks[verb + 1]?.lower ?? "") ? verb + 2 : verb + 1;
  const turn = { ...marks[verb]!, passive: !marks[verb]!.passive };
  return {
    turn,
    subject: marks.slice(0, from),
    verb: [...marks.slice(from, verb), turn, ...marks.slice(verb + 1, to)],
    to,
  };
}

function active(marks: readonly Mark[], at: number): readonly Turned[] {
  const { turn, subject, verb, to } = partsAt(marks, at);
  const doer = marks.findIndex((mark, place) => place >= to && mark.lower === "by");
  if (doer < 0) return [];
  return endsAfter(marks, doer + 1).map((end) => ({
    marks: [...marks.slice(doer + 1, end), ...verb, ...subject, ...marks.slice(to, doer), ...marks.slice(end)],
    needs: [turn],
  }));
}

function passive(marks: readonly Mark[], at: number): readonly Turned[] {
  const { turn, subject, verb, to } = partsAt(marks, at);
  return endsAfter(marks, to).flatMap((end) => {
    const rest = marks.slice(end);
    const front = [...marks.slice(to, end), ...verb];
    const borders = rest.flatMap((mark, place) =>
      place > 0 && (mark.parted || mark.tag === "preposition") ? [place] : [],
    );
    return [0, ...borders, rest.length].map((border) => ({
      marks: [...front, ...rest.slice(0, border), by, ...subject, ...rest.slice(border)],
      needs: [turn],
    }));
  });
}

const isTime = ({ lower }: Mark) => /^(?:overnight|early|late|last|next|today|yesterday|tomorrow)$/.test(lower);
const phraseWordsMax = 14;

/** Places where the phrase that begins at `from` may end: before a comma, a preposition, a number or at the end. */
function endsAfter(marks: readonly Mark[], from: number): readonly number[] {
  const ends: number[] = [];
  for (let end = from + 1; end <= Math.min(marks.length, from + phraseWordsMax); end++) {
    const next = marks[end];
    if (!next || next.parted || next.tag !== "noun" || next.lead.length > 0 || isTime(next)) ends.push(end);
    if (next?.parted) break;
  }
  return ends;
}
