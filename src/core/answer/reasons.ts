/** "Why?": the report of the thing itself, and what it or its article gives as the reason. It infers none. */
import type { Chosen } from "./choose.ts";
import type { Passage } from "./passage.ts";
import type { Relevance } from "./relevance.ts";

/** How far below the best a report may score to be asked for its reasons. */
const gapMax = 1;
const linesMax = 3;

const reason =
  /\b(?:because|since|due to|owing to|so that|so as to|in order to|in response to|wants? to|wanted to|need(?:s|ed)? to|in protest|citing|blam(?:ed?|ing)|the reason|for fear|in the hope|until|as long as|while|after|more time|to (?:avoid|protect|prevent|allow|wait|give|make|save|keep))\b|[“"]/i;

/** `answers` are reports of what is asked about, best first and at least one. */
export function reasonsFor(answers: readonly Relevance[], passages: readonly Passage[]): readonly Chosen[] {
  const best = answers[0]!;
  const near = answers.filter((one) => one.score >= best.score - gapMax).map(({ passage }) => passage);
  const following = near.flatMap((one) => passages.filter((other) => follows(other, one) && reason.test(other.text)));
  const giving = near.filter(({ text }) => reason.test(text));
  const told = [...new Set([best.passage, ...following, ...giving])].slice(0, linesMax);
  return told.map((passage) => ({ as: "answer", passage }));
}

/** The reasons that the reports of an answer give, and then those that their articles give beside them, newest first. */
export function reasonsAmong(told: readonly Passage[], beside: readonly Passage[]): readonly Chosen[] {
  const giving = [...told, ...beside.toSorted((a, b) => b.at - a.at)].filter(
    (one) => !one.withdrawn && reason.test(one.text),
  );
  return [...new Set(giving)].slice(0, linesMax).map((passage) => ({ as: "answer", passage }));
}

/** One stands right before or right after the other in their article. */
export const isBeside = (other: Passage, one: Passage): boolean => follows(other, one) || follows(one, other);

const follows = (other: Passage, one: Passage): boolean =>
  !other.withdrawn &&
  one.after.some(({ articleId, span }) =>
    other.evidence.some((evidence) => evidence.articleId === articleId && evidence.start === span.start),
  );
