/** The entries of a live blog: a text whose paragraphs begin with a time of day, again and again. */
import type { Article } from "../article/article.ts";

export type Segment = { readonly start: number; readonly end: number };

const stamp =
  /^(?:\[|\()?\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|CET|CEST|EST|EDT|MSK|local))?(?:\]|\))?(?:\s?[-–—:|]|\s|$)/i;
/** Fewer stamps than this are an article that mentions times. */
const stampsMin = 3;
/** A live blog of more entries than this is read up to here. */
const entriesMax = 400;
/** What stands before the first stamp is an entry of its own when it is more than a line of credits. */
const introLengthMin = 80;

export function liveSegments(article: Pick<Article, "text">): readonly Segment[] {
  const starts: number[] = [];
  let at = 0;
  for (const line of article.text.split("\n")) {
    if (stamp.test(line.trim())) starts.push(at);
    at += line.length + 1;
  }
  if (starts.length < stampsMin) return [];
  const entries = starts.map((start, index) => ({ start, end: starts[index + 1] ?? article.text.length }));
  const intro = { start: 0, end: starts[0]! };
  return (intro.end >= introLengthMin ? [intro, ...entries] : entries).slice(0, entriesMax);
}
