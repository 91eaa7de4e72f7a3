/**
 * A digest as people read it: one line a change in the root, the quotes and the sources in the thread.
 * It decides wording and order within a post; what is worth telling was decided before.
 */
import type { Change, Digest, Engine, Window } from "../digest/digest.ts";
import { formatInstant } from "../schedule/format.ts";
import type { Story } from "../story/story.ts";
import { type Citations, citations, foremost, sourcesPerLineMax } from "./citations.ts";
import { counted, type Labels, labelsIn } from "./labels/labels.ts";
import { type Block, type Document, heading, type Inline, type Post, paragraph, text } from "./post.ts";
import { quotesOf } from "./quotes.ts";
import { showAgo, showNear } from "./time.ts";
import { count, ended, inner, languageNote, titled } from "./words.ts";

/** Lines in the root; further changes stand in the thread only. */
export const rootChangesMax = 8;
export const expectedMax = 8;

/** How the window is named: by its beginning, as in a digest that ends now, or by both ends. */
export type Span = "since" | "between";

/** The post of a digest, with times in `zone` (IANA). A quiet digest is one line and has no thread. */
export function postOf(digest: Digest, story: Story, zone: string, span: Span = "since"): Post {
  const sources = citations(zone);
  const root = rootOf(digest, story, zone, sources, span);
  if (digest.changes.length === 0) return { root, thread: [] };
  const replies = bySubject(digest.changes, story).map(([name, changes]) => [
    heading(titled(name)),
    ...changes.flatMap((change) => [changeBlock(change, sources), ...quotesOf(change, sources, zone)]),
  ]);
  return { root, thread: [...replies, closing(digest, sources)] };
}

/** Several digests in one post, numbered together: their lines, then one list of sources. */
export function postOfAll(digests: readonly Digest[], story: Story, zone: string): Post {
  const sources = citations(zone);
  const root = digests.flatMap((digest) => rootOf(digest, story, zone, sources, "since"));
  return { root, thread: sources.blocks().map((block) => [heading("Sources"), block]) };
}

function rootOf(digest: Digest, story: Story, zone: string, sources: Citations, span: Span): Document {
  const labels = labelsIn(digest.language);
  if (digest.changes.length === 0) return [paragraph(text(quietLine(digest)))];
  const shown = digest.changes.slice(0, rootChangesMax);
  const more = digest.changes.length - shown.length;
  return [
    heading(headingOf(digest, story, zone, span)),
    ...shown.map((change) => changeBlock(inPlaceLanguage(change), sources, labels)),
    ...(more > 0 ? [paragraph(text(labels.more(more)))] : []),
    buttonsIn(labels),
  ];
}

/** What a reader asks next, one press away where a platform has buttons. */
const buttonsIn = ({ buttons: { sources, why, ask } }: Labels): Block => ({
  kind: "buttons",
  items: [
    { label: sources, action: "sources", values: {} },
    { label: why, action: "why", values: {} },
    { label: ask, action: "ask", values: {} },
  ],
});

/** "No material change: 23 articles, 4 origins, 0 new claims; last change 14 h ago." */
export function quietLine({ articles, origins, lastChange, window, language }: Digest): string {
  const labels = labelsIn(language);
  const counts = [
    counted(labels, articles, "article"),
    counted(labels, origins, "origin"),
    counted(labels, 0, "claim"),
  ];
  return labels.quiet(counts, lastChange === null ? null : showAgo(lastChange, window.until, labels));
}

function headingOf(digest: Digest, story: Story, zone: string, span: Span): string {
  const labels = labelsIn(digest.language);
  const { articles, outlets, origins, changes, window } = digest;
  const counts = [
    counted(labels, articles, "article"),
    counted(labels, outlets, "outlet"),
    counted(labels, origins, "origin"),
  ];
  const told = counted(labels, changes.length, "change");
  return `${story.name} · ${told} ${spanOf(window, zone, span, labels)} · ${counts.join(", ")}`;
}

function spanOf({ since, until }: Window, zone: string, span: Span, labels: Labels): string {
  const { instants } = labels;
  if (since === null) return labels.upTo(showNear(until, until, zone, instants));
  if (span === "since") return labels.since(showNear(since, until, zone, instants));
  const [from, to] = [since, until].map((at) => formatInstant(at, zone, "long", instants));
  return labels.between(from!, to!);
}

/** The root speaks the language of its place; the thread has every line in its own words, and the quotes. */
const inPlaceLanguage = (change: Change): Change =>
  change.translation
    ? {
        ...change,
        text: `${change.translation.text} [${labelsIn(change.translation.language).byMachine}]`,
        was: null,
      }
    : change;

/** A change as one line with its source numbers. */
export function changeBlock(change: Change, sources: Citations, labels: Labels = labelsIn("en")): Block {
  const note = languageNote(change.evidence);
  return {
    kind: "change",
    ref: change.ref,
    label: labels.kinds[change.kind],
    inlines: [text(note === "" ? changeLine(change) : `${changeLine(change)} ${note}`)],
    sources: sources.cite(foremost(change.evidence, sourcesPerLineMax)),
  };
}

/** The line of a change, with the earlier state in brackets when there is one and the line does not say it already. */
export function changeLine(change: Change): string {
  const earlier = change.was === null ? "" : inner(change.was);
  if (earlier === "" || saysAlready(change.text, earlier)) return change.text;
  const words: Record<Change["kind"], string> = {
    new: "earlier",
    updated: "was",
    confirmed: "first reported as",
    disputed: "told earlier",
    withdrawn: "had said",
  };
  return ended(`${inner(change.text)} (${words[change.kind]}: ${earlier})`);
}

function saysAlready(line: string, earlier: string): boolean {
  return line.includes(" → ") || line.toLowerCase().includes(earlier.toLowerCase());
}

/** The issues of the story first, as they come; what belongs to none stands by what it tells of. */
function bySubject(changes: readonly Change[], story: Story): readonly (readonly [string, readonly Change[]])[] {
  const issueOf = ({ issue }: Change) => story.issues.find((one) => one.id === issue)?.name;
  const [named, others] = [changes.filter(issueOf), changes.filter((change) => !issueOf(change))];
  const kinds = Map.groupBy(others, ({ about }) => about ?? "rest");
  return [
    ...Map.groupBy(named, (change) => issueOf(change)!),
    ...kindHeadings.flatMap(([kind, name]) => (kinds.has(kind) ? [[name, kinds.get(kind)!] as const] : [])),
  ];
}

const kindHeadings = [
  ["event", "Meetings and events"],
  ["statement", "Statements"],
  ["rest", "Further news"],
] as const;

/** The last reply. What is expected is told only with its sources, like everything else. */
function closing(digest: Digest, sources: Citations): Document {
  const evidenceOf = new Map(digest.changes.map((change) => [change.ref, change.evidence]));
  const sourced = digest.expected
    .map((one) => ({ ...one, evidence: one.evidence ?? evidenceOf.get(one.ref) ?? [] }))
    .filter((one) => one.evidence.length > 0);
  const expected = sourced.slice(0, expectedMax);
  const more = sourced.length - expected.length;
  const items = expected.map(({ ref, text: line, overdue, evidence }): readonly Inline[] => [
    text(`${overdue ? "Overdue, with no news of it: " : ""}${ended(line)} `),
    ...sources.links(foremost(evidence, sourcesPerLineMax)),
    text(` ${ref}`),
  ]);
  return [
    ...(digest.repeated > 0 ? [paragraph(text(`Also reported unchanged: ${digest.repeated}.`))] : []),
    ...(items.length > 0 ? [heading("Expected next"), { kind: "list" as const, items }] : []),
    ...(more > 0 ? [paragraph(text(`… and ${more} more: /talks expected.`))] : []),
    ...(digest.engine ? [paragraph(text(engineLine(digest.engine, digest.changes.length)))] : []),
    heading("Sources"),
    ...sources.blocks(),
  ];
}

/** Whose words the lines are: "3 of 7 lines in the words of …, each checked against its source." */
export function engineLine({ model, lines, why }: Engine, all: number): string {
  const part = `${lines} of ${count(all, "line")} in the words of the language model ${model}, each checked against its source`;
  if (why !== null)
    return `${lines > 0 ? `${part}; the rest in` : "In"} Parley's own words, without the model ${model}: ${why}.`;
  return lines === 0 ? "In Parley's own words." : `${part}; the rest in Parley's own.`;
}
