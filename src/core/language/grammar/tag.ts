/** What part of speech each word of a clause is, as far as closed lists, forms and the word before it tell. */
import type { Token } from "../../text/tokens.ts";
import { nounFirst, nounInIng, type VerbForm, verbForm } from "../verb-forms.ts";

export type Tag =
  | "modal"
  | "be"
  | "have"
  | "do"
  | "verb"
  | "to"
  | "not"
  | "adverb"
  | "determiner"
  | "preposition"
  | "subordinator"
  | "relative"
  | "coordinator"
  | "pronoun"
  | "name"
  | "number"
  | "noun";

export type Word = {
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the word before and this one: a comma, a dash, a quotation mark. */
  readonly gap: string;
  readonly tag: Tag;
  readonly form: VerbForm | null;
  /** True where the word may as well be a noun. */
  readonly doubtful: boolean;
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));
const modals = set(
  "will would may might could can shall should must won't wouldn't couldn't can't cannot shan't shouldn't mustn't mightn't ought i'll you'll he'll she'll it'll we'll they'll there'll that'll i'd you'd he'd she'd we'd they'd it'd",
);
const bes = set(
  "is are was were be been being am isn't aren't wasn't weren't i'm you're we're they're he's she's it's there's that's what's who's here's ain't",
);
const haves = set("has have had having hasn't haven't hadn't i've you've we've they've could've would've might've");
const dos = set("do does did don't doesn't didn't");
const nots = set("not never neither nor no-longer");
const determiners = set(
  "a an the this these those my your his her its our their some any no every each all both several many few most another either such whose more fewer less enough half other own first second third last next latest former new",
);
const prepositions = set(
  "of in on at by for from with about during over under between among against into onto through throughout without within towards toward across amid despite via per upon near off behind beyond around regarding concerning like than including following up out down back along outside inside above below versus alongside besides except ahead away",
);
const subordinators = set(
  "if unless because although though while whereas when whenever once until till since after before as where whether lest provided so",
);
const relatives = set("who which whom whose");
const coordinators = set("and or but nor plus");
const pronouns = set(
  "i he she it we they you there him us them me himself herself itself themselves everyone everybody nobody none someone anyone nothing something one who what this that",
);
const adverbs = set(
  "also now still already just only again soon later earlier then even ever always often so far currently however meanwhile instead reportedly today tomorrow yesterday tonight here long almost nearly about not-only too perhaps maybe once twice fully largely widely well first together abroad home very quite rather yet once since likely right once thus hence therefore further",
);

const notAdverbs = set(
  "ally rally family reply supply apply early assembly july italy daily weekly monthly only friendly unlikely costly deadly elderly comply rely anomaly imply multiply",
);

/** Word → its class; a word of two classes stands under the one that is tried first. */
const closed: ReadonlyMap<string, Tag> = new Map(
  (
    [
      ["adverb", adverbs],
      ["preposition", prepositions],
      ["pronoun", pronouns],
      ["determiner", determiners],
      ["subordinator", subordinators],
      ["coordinator", coordinators],
      ["relative", relatives],
      ["not", nots],
      ["do", dos],
      ["have", haves],
      ["be", bes],
      ["modal", modals],
      ["to", set("to")],
    ] as const
  ).flatMap(([tag, words]) => [...words].map((word) => [word, tag] as const)),
);

/** Words of `run` with their tags; `text` is what the tokens are offsets into. */
export function tagged(text: string, run: readonly Token[]): readonly Word[] {
  const title = isHeadline(run);
  const words: Word[] = [];
  for (const [at, token] of run.entries()) {
    const gap = text.slice(at === 0 ? 0 : run[at - 1]!.end, token.start);
    const lower = plain(token);
    const proper = !title && /^\p{Lu}/u.test(token.text) && !opens(gap, at);
    words.push(wordOf({ token, lower, gap, proper, title, before: words.at(-1), next: run[at + 1] }));
  }
  return words;
}

/** Contractions keep their ending here: "it's" is a subject and its verb. */
function plain(token: Token): string {
  const whole = token.text.toLowerCase().replace(/’/g, "'");
  return bes.has(whole) ? whole : token.lower;
}

const opens = (gap: string, at: number) => at === 0 || /[.!?:“"]\s*$/.test(gap);

const headlineShare = 0.7;
const headlineWordsMin = 4;
/** In a headline nearly every long word has a capital, so that a capital says nothing. */
function isHeadline(run: readonly Token[]): boolean {
  const long = run.filter((token) => token.text.length > 3 && /^\p{L}/u.test(token.text));
  return (
    long.length >= headlineWordsMin &&
    long.filter((token) => /^\p{Lu}/u.test(token.text)).length >= headlineShare * long.length
  );
}

type Seen = {
  readonly token: Token;
  readonly lower: string;
  readonly gap: string;
  readonly proper: boolean;
  readonly title: boolean;
  readonly before: Word | undefined;
  readonly next: Token | undefined;
};

function wordOf(seen: Seen): Word {
  const { token, lower, gap } = seen;
  const { tag, form = null, doubtful = false } = kindOf(seen);
  return { lower, start: token.start, end: token.end, gap, tag, form, doubtful };
}

type Kind = { readonly tag: Tag; readonly form?: VerbForm; readonly doubtful?: boolean };

function kindOf(seen: Seen): Kind {
  const { lower, proper, before } = seen;
  if (isPossessive(seen)) return { tag: "determiner" };
  if (proper) return { tag: lower === "i" ? "pronoun" : "name" };
  if (/^\d/.test(lower)) return { tag: "number" };
  const tag = closed.get(lower);
  if (tag === undefined) return openWord(seen);
  if (lower === "that") return thatAfter(before);
  return closedIn(tag, seen) ?? openWord(seen);
}

/** Words of closed classes that belong to two of them. */
function closedIn(tag: Tag, seen: Seen): Kind | null {
  const { lower, before, next } = seen;
  if (tag === "subordinator" && asPreposition(seen)) return { tag: "preposition" };
  if (lower === "last" && governs(before)) return null;
  if (tag === "determiner" && helped(before) && /^(?:next|first|last)$/.test(lower)) return { tag: "adverb" };
  if (tag === "determiner" && !next && pronouns.has(lower)) return { tag: "pronoun" };
  // "may back the text": a preposition behind a helper is a verb.
  if (tag === "preposition" && governs(before) && verbForm(lower, true)) return null;
  return { tag };
}

/** "Renn's plans": what follows a possessive is a noun. */
const isPossessive = ({ token, lower }: Seen) => /['’]s$|s['’]$/i.test(token.text) && !closed.has(lower);

const helped = (before: Word | undefined) => before !== undefined && /^(?:modal|be|have)$/.test(before.tag);
const governs = (before: Word | undefined) => before !== undefined && /^(?:modal|to|do)$/.test(before.tag);

/** "after the talks" is a place in time, "after they met" a clause; the group of verbs behind it decides later. */
const asPreposition = ({ lower, next }: Seen) =>
  /^(?:after|before|since|until|till|as)$/.test(lower) &&
  next !== undefined &&
  (/^\d/.test(next.text) || /ing$/.test(next.lower));

/** After a noun it opens a relative clause, after a verb what is said. */
function thatAfter(before: Word | undefined): Kind {
  if (!before) return { tag: "pronoun" };
  if (before.tag === "noun" || before.tag === "name" || before.tag === "number") return { tag: "relative" };
  return before.tag === "preposition" || before.tag === "be" ? { tag: "determiner" } : { tag: "subordinator" };
}

function openWord({ token, lower, gap, before, next, title }: Seen): Kind {
  if (/..ly$/.test(lower) && !notAdverbs.has(lower)) return { tag: "adverb" };
  const capital = /^\p{Lu}/u.test(token.text);
  const form = verbForm(lower, capital);
  if (!form || (capital && next && /^\p{Lu}/u.test(next.text) && !title)) return { tag: "noun" };
  // "Marta Lind, 54, resigned": a comma ends what the number belongs to.
  const counts = before?.tag !== "number" || !gap.includes(",");
  return counts && afterNominal(before, next) && !heads(before, lower)
    ? { tag: "noun" }
    : { tag: "verb", form, doubtful: doubt(lower, form) };
}

const heads = (before: Word | undefined, lower: string) =>
  before?.tag === "determiner" && /^(?:both|all|some|many|several|few|most)$/.test(before.lower) && /ed$/.test(lower);

/** Between "the" and a noun stands no verb; neither does one follow a possessive or a preposition, except in -ing. */
function afterNominal(before: Word | undefined, next: Token | undefined): boolean {
  if (!before) return false;
  if (before.tag === "determiner" || before.tag === "number") return true;
  return (
    before.tag === "preposition" &&
    next !== undefined &&
    !/^(?:up|out|down|back|off|over|away|ahead)$/.test(before.lower)
  );
}

const doubt = (lower: string, form: VerbForm) =>
  form.gerund ? nounInIng.has(lower) : (form.plain || form.third) && nounFirst.has(form.base);
