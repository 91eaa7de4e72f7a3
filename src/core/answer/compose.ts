/** Puts what was chosen into words: a label, the source's own sentence, its sources. Adds no fact of its own. */
import type { Instant } from "../article/article.ts";
import type { Evidence } from "../digest/digest.ts";
import type { FactState } from "../ledger/state.ts";
import { citations, foremost, sourcesPerLineMax } from "../post/citations.ts";
import { type Block, type Inline, paragraph, strong, text } from "../post/post.ts";
import { count, ended, languageNote, listed, titled } from "../post/words.ts";
import { formatInstant } from "../schedule/format.ts";
import type { Story } from "../story/story.ts";
import type { Answer } from "./answer.ts";
import { type Chosen, isFact } from "./choose.ts";
import { answersDiffer } from "./matter.ts";
import type { Asked, Part } from "./part.ts";
import type { Passage } from "./passage.ts";
import type { Reply } from "./replied.ts";
import { sayingDay } from "./timing.ts";
import { verdictOf } from "./verdict.ts";

/** One sentence of an answer; without evidence it only says that nothing is reported. */
export type Line = { readonly label: string; readonly sentence: string; readonly passage: Passage | null };

type Setting = { readonly story: Story; readonly at: Instant; readonly articles: number; readonly zone?: string };

export function linesOf(replies: readonly Reply[], setting: Setting): readonly Line[] {
  if (replies.length === 0) return [plain("There is no question in that.")];
  const lines = replies.flatMap((reply) =>
    reply.kind === "answer" ? answered(reply, setting) : abstained(reply, setting),
  );
  const seen = new Set<string>();
  return lines.filter((line) => !seen.has(line.sentence) && seen.add(line.sentence));
}

const plain = (sentence: string): Line => ({ label: "", sentence, passage: null });

function abstained(reply: Reply & { kind: "abstain" }, setting: Setting): readonly Line[] {
  const followed = `the ${count(setting.articles, "article")} followed`;
  const { kind, terms, asked } = reply.part;
  const bare = (kind === "about" || kind === "changed") && terms.length === 0 && asked.length === 1;
  const topic = reply.unknown ?? (bare && reply.related.length === 0 ? asked[0]! : null);
  const sentence = topic
    ? `Nothing is reported about ${shownName(topic, setting.story)} in ${followed}.`
    : reply.related.length > 0
      ? `Nothing in ${followed} clearly reports that.`
      : `Nothing in ${followed} reports that.`;
  return [
    plain(sentence),
    ...reply.related.map((passage) => ({
      label: `Related, of ${dayShown(passage, setting)}`,
      sentence: sentenceOf(passage, reply.part),
      passage,
    })),
  ];
}

/** Longest name that is repeated to the person who asked. */
const nameShownMax = 60;
const shownName = (asked: Asked, story: Story) =>
  story.actors.find((actor) => actor.id === asked.id)?.name ?? asked.text.slice(0, nameShownMax);

const dayShown = ({ at }: Passage, { story, zone }: Setting) => formatInstant(at, zone ?? story.zone, "day");

function answered(reply: Reply & { kind: "answer" }, setting: Setting): readonly Line[] {
  const { part, chosen } = reply;
  const disputed = disputedOf(part, chosen);
  return chosen.map((one) => ({
    label: labelOf(one, reply, disputed, setting),
    sentence: sentenceOf(one.passage, part),
    passage: one.passage,
  }));
}

function labelOf(
  { as, passage }: Chosen,
  reply: Reply & { kind: "answer" },
  disputed: ReadonlySet<Passage>,
  setting: Setting,
): string {
  if (as === "history") return `Before, ${dayShown(passage, setting)}`;
  if (reply.part.source) return `According to ${outletsOf(passage)}`;
  if (disputed.has(passage)) return `Disputed, according to ${outletsOf(passage)}`;
  if (reply.part.kind === "yesno") return verdictOf(reply.part, passage).label;
  if (reply.lacks && passage === reply.chosen[0]?.passage) return lacking[reply.lacks];
  return passage.withdrawn ? "Withdrawn by its source" : "";
}

const lacking = {
  date: "No date is reported for that, only this",
  reason: "No reason is given in so many words, only this",
} as const;

const outletsMax = 3;

/** Who published it, and from how many origins they have it when that is not each its own. */
function outletsOf({ evidence }: Passage): string {
  const outlets = [...new Set(evidence.map((one) => one.outlet))];
  const shown =
    outlets.length > outletsMax ? [...outlets.slice(0, outletsMax), `${outlets.length - outletsMax} more`] : outlets;
  const origins = new Set(evidence.map((one) => one.origin)).size;
  return origins < outlets.length ? `${listed(shown)} (${count(origins, "origin")})` : listed(shown);
}

/** What sources contradict each other about: an answer and what speaks against it, or two answers. */
function disputedOf(part: Part, chosen: readonly Chosen[]): ReadonlySet<Passage> {
  const against = chosen.flatMap(({ as, passage, of }) => (as === "against" && of ? [passage, of] : []));
  const current = isFact(part) ? chosen.filter((one) => one.as === "answer").map((one) => one.passage) : [];
  const holds = (one: Passage) => verdictOf(part, one).holds;
  const opposed = (one: Passage, other: Passage) =>
    part.kind === "number" || (holds(one) !== "open" && holds(other) !== "open" && holds(one) !== holds(other));
  const differing = current.filter((one) =>
    current.some((other) => other !== one && opposed(one, other) && answersDiffer(one, other)),
  );
  return new Set([...against, ...differing]);
}

/** The passage in its own words. In an answer to "when" the day on which it was said would only mislead. */
function sentenceOf(passage: Passage, part: Part): string {
  const own = passage.text === passage.version.text ? passage.text : ended(titled(closed(passage.text)));
  const note = languageNote(passage.evidence);
  const sentence = part.kind === "when" ? own.replace(sayingDay, "$1") : own;
  return note === "" ? sentence : `${sentence} ${note}`;
}

/** A quote cut out of a longer quotation gets the marks it lost. */
function closed(quote: string): string {
  const trimmed = quote.replace(/^(?:and|but|while)\s+|[\s,;:–—-]+$/gi, "");
  const open = (trimmed.match(/“/g)?.length ?? 0) - (trimmed.match(/”/g)?.length ?? 0);
  return open === 0 ? trimmed : open > 0 ? `${trimmed}”` : `“${trimmed}`;
}

/** The plain text, the sources in the order they are used, and the document. */
export function write(lines: readonly Line[], abstain: boolean, { story, zone }: Setting): Answer {
  const sources = citations(zone ?? story.zone);
  const inlines = lines.map((line): readonly Inline[] => [
    ...(line.label === "" ? [] : [strong(`${line.label}: `)]),
    text(line.passage ? `${line.sentence} ` : line.sentence),
    ...(line.passage ? sources.links(foremost(line.passage.evidence, sourcesPerLineMax)) : []),
  ]);
  const listed = inlines.length > 1 && !abstain;
  const blocks: readonly Block[] = listed
    ? [{ kind: "list", items: inlines }]
    : inlines.map((one) => paragraph(...one));
  const passages = lines.flatMap((line) => line.passage ?? []);
  return {
    text: lines.map((line) => (line.label === "" ? line.sentence : `${line.label}: ${line.sentence}`)).join("\n"),
    abstained: abstain,
    facts: [...new Set<FactState>(passages.map((passage) => passage.fact))],
    evidence: distinctEvidence(passages.flatMap((passage) => passage.evidence)),
    document: [...blocks, ...sources.blocks()],
    lines,
  };
}

function distinctEvidence(all: readonly Evidence[]): readonly Evidence[] {
  return [...new Map(all.map((one) => [`${one.articleId} ${one.start} ${one.end}`, one])).values()];
}
