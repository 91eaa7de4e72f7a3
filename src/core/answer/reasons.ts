/** "Why?": the report of the thing itself, and what it or its article gives as the reason. It infers none. */
import type { Chosen } from "./choose.ts";
import type { Passage } from "./passage.ts";

const linesMax = 3;

const reason =
  /\b(?:because|since|due to|owing to|so that|so as to|in order to|in response to|wants? to|wanted to|need(?:s|ed)? to|in protest|citing|blam(?:ed?|ing)|the reason|for fear|in the hope|until|as long as|while|after|more time|to (?:avoid|protect|prevent|allow|wait|give|make|save|keep))\b|[“"]/i;

export const gives = ({ text }: Passage): boolean => reason.test(text);

/** What gives a reason in so many words; a quote or a "while" only may. */
const plainly =
  /(?:^|,\s)since\b|\b(?:because|due to|owing to|so that|so as to|in order to|in response to|citing|arguing|on the grounds?|given that|thanks to|in view of|as a result of|blam(?:ed?|ing|es)|the reason|reasons?|for fear|in protest|more time|must be|had to|needs? to|wants? to (?:wait|avoid|see)|to (?:avoid|protect|prevent|allow|wait|save))\b/i;

/**
 * The report of the thing itself, and the reasons that it or its article gives. `reports` are of what is asked about,
 * best first and at least one. Where none gives a reason, what its article says next stands beside it.
 */
export function reasonsFor(reports: readonly Passage[], passages: readonly Passage[]): Reasons {
  const best = reports[0]!;
  const beside = (one: Passage) => passages.filter((other) => !other.withdrawn && isBeside(other, one));
  const around = reports.flatMap(beside);
  const stated = [...reports.filter(isPlain), ...beside(best).filter(isPlain), ...around.filter(isPlain)];
  const next = passages.find((other) => follows(other, best));
  const said = [
    ...beside(best).filter(gives),
    ...around.filter(gives),
    ...reports.filter(gives),
    ...(next ? [next] : []),
  ];
  const told = [...new Set([best, ...(stated.length > 0 ? stated : said.slice(0, 1))])].slice(0, linesMax);
  return { chosen: told.map((passage) => ({ as: "answer", passage })), given: told.some(gives) };
}

/** `given` is false where no report gives any reason. */
export type Reasons = { readonly chosen: readonly Chosen[]; readonly given: boolean };

const isPlain = ({ text, withdrawn }: Passage): boolean => !withdrawn && plainly.test(text);

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
