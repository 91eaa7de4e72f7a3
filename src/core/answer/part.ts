/** A question as it is compared with reports: its kind, whom and where it names, and what it is about. */
import type { Instant } from "../article/article.ts";
import type { Term } from "../language/words.ts";
import type { QuestionKind } from "./question-words.ts";

/** Somebody, something or some place that a question names. */
export type Asked = {
  readonly id: string;
  readonly kind: "actor" | "country" | "place" | "name";
  /** As asked: letters, digits, hyphens and dots only. */
  readonly text: string;
  /** Folded last word: how a report would at least have to write it. */
  readonly word: string;
  readonly person: boolean;
};

/** A word of the question: as a concept, and as the stem that was written. */
export type AskedTerm = Term & {
  readonly stem: string;
  /** Stems that reports use for it. */
  readonly same: ReadonlySet<string>;
  /** Stems that can mean the same. */
  readonly alike: ReadonlySet<string>;
};

export type Part = {
  readonly kind: QuestionKind;
  readonly written: string;
  /** Lower case, straight apostrophes. */
  readonly lower: string;
  readonly asked: readonly Asked[];
  /** What it is about besides the names, each once. */
  readonly terms: readonly AskedTerm[];
  /** Stems of those words as written, for a match that is more than a synonym. */
  readonly stems: ReadonlySet<string>;
  /** The concept that has to be reported for the question to be answered; null when anything about the rest answers it. */
  readonly predicate: string | null;
  /** What is counted in "how many …". */
  readonly counted: readonly string[];
  /** Words of a subject that is no known name: "the chief of the army". */
  readonly subject: readonly string[];
  /** Sides that a "three-way" meeting must have. */
  readonly sides: number | null;
  readonly future: boolean;
  readonly last: boolean;
  /** It asks whether a thing is planned, not whether it was done. */
  readonly prospect: boolean;
  /** Issues of the story that it names. */
  readonly issues: readonly string[];
  /** It asks who says what the question before it was answered with. */
  readonly source: boolean;
  /** It asks who says yes or no to it. */
  readonly sense: "yes" | "no" | null;
  /** Nothing but "when?", "why?": it asks for more about the answer to the question before it. */
  readonly bare: boolean;
  /** It asks for what comes next, not for what is there. */
  readonly next: boolean;
  /** It asks for somebody's own words. */
  readonly says: boolean;
  /** "Why did he not come?" */
  readonly negated: boolean;
  /** The time that it asks about, where it names a day that is past. */
  readonly during: { readonly from: Instant; readonly to: Instant } | null;
  /** It asks about all of a thing. */
  readonly universal: boolean;
  /** "Is it over?": it does not say what, so that nothing reported is a yes or a no to it. */
  readonly vague: boolean;
};
