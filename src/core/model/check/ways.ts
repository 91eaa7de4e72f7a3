/** The ways in which one sentence may be put without a word of it changing: turned round, its end first, a noun before its noun. */
import { isDeed, isPastDeed } from "./deeds.ts";
import type { Mark, Marks } from "./marks.ts";
import { turned } from "./passive.ts";

/** `needs` are words that a line which goes this way must have: else it has no reason to. */
export type Way = {
  readonly marks: readonly Mark[];
  readonly needs: readonly Mark[];
  /** Its order is the point of it: nothing may stand elsewhere. */
  readonly inOrder?: true;
};

export const waysOf = (sentence: Marks): readonly Way[] => [
  { marks: sentence.marks, needs: [] },
  ...turned(sentence),
  ...rotated(sentence.marks),
  ...reported(sentence.marks),
  ...inverted(sentence.marks),
];

const opensClause = /^(?:since|unless|if|after|before|when|because|while|once|until|although|though|whereas)$/;

/** "B because A" is "because A, B". */
function rotated(marks: readonly Mark[]): readonly Way[] {
  const cuts = marks.flatMap((mark, at) =>
    at > 0 &&
    !isOfSecond(marks, at) &&
    (opensClause.test(mark.lower) || (mark.parted && opensClause.test(marks[0]!.lower)))
      ? [at]
      : [],
  );
  return cuts.map((at) => {
    const [first, turn] = [
      { ...marks[0]!, parted: true },
      { ...marks[at]!, parted: false },
    ];
    return { marks: [turn, ...marks.slice(at + 1), first, ...marks.slice(1, at)], needs: [first, turn], inOrder: true };
  });
}

const timed = /^(?:after|before|since|when|once|while|until)$/;

/** "Denied that it fell after the vote": the end may tell when either deed was done, and must stay where it is. */
function isOfSecond(marks: readonly Mark[], at: number): boolean {
  if (timed.test(marks[at]!.lower)) return isPastDeed(marks.slice(0, at), 0, at);
  return timed.test(marks[0]!.lower) && isPastDeed(marks.slice(at), 0, marks.length);
}

/** Words that say who found, believes or confirmed something, at most. */
const reportersMax = 6;

/** "X found that A" is "A, X found". */
function reported(marks: readonly Mark[]): readonly Way[] {
  const that = marks.findIndex((mark, at) => at > 0 && mark.lead.includes("that"));
  const ahead = marks.slice(0, that);
  const fronted =
    that < 1 || that > reportersMax
      ? []
      : [
          {
            marks: [...marks.slice(that), { ...ahead[0]!, parted: true }, ...ahead.slice(1)],
            needs: [marks[that]!, ...ahead.slice(1)],
            inOrder: true as const,
          },
        ];
  const last = marks.findLastIndex((mark) => mark.parted);
  const behind = marks.slice(last);
  const says = behind.length <= reportersMax && !behind.some(({ lead }) => lead.includes("that"));
  // "In Brussels, the minister warned": a place is no sentence that somebody warned of.
  if (last < 1 || !says || !marks.some((_, at) => at < last && isDeed(marks, at))) return fronted;
  return [...fronted, { marks: [...behind, ...marks.slice(0, last)], needs: behind, inOrder: true }];
}

/** "Exports of wheat" are "wheat exports"; "the bloc's leaders" are "the leaders of the bloc". */
function inverted(marks: readonly Mark[]): readonly Way[] {
  return marks.flatMap((mark, at) => {
    const before = marks[at - 1];
    if (!before) return [];
    if (mark.owned && before.tag !== "verb")
      return [exchange(marks, at - 1, at, at + 1, { ...before, lead: ["of"], parted: false })];
    const behind = behindAt(mark, at);
    if (behind === null || !isNoun(before) || !isNoun(marks[behind])) return [];
    const put = { ...before, lead: [], parted: false };
    const end = joins(marks[behind + 1]) ? behind + 2 : behind + 1;
    return [behind + 1, end].map((to) => exchange(marks, at - 1, behind, to, put));
  });
}

/** Where the noun begins that belongs to the one before: "exports of wheat", "a complaint by the opposition". */
const behindAt = ({ lower, lead }: Mark, at: number) =>
  lower === "by" || lower === "for" ? at + 1 : lead.includes("of") ? at : null;

const joins = (mark: Mark | undefined) => isNoun(mark) && mark!.lead.length === 0 && !mark!.parted;

const isNoun = (mark: Mark | undefined) => mark !== undefined && /^(?:noun|name|verb)$/.test(mark.tag);

/** The phrase from `behind` to `to` before the word at `at`, which is put as `put`. */
function exchange(marks: readonly Mark[], at: number, behind: number, to: number, put: Mark): Way {
  const { lead, parted } = marks[at]!;
  const first = { ...marks[behind]!, lead, parted, owned: false };
  return {
    marks: [...marks.slice(0, at), first, ...marks.slice(behind + 1, to), put, ...marks.slice(to)],
    needs: [first, put],
  };
}
