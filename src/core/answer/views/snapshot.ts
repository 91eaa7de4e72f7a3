/** What every view is drawn from: the facts of one story as they stood at one instant, read in one zone. */
import type { Instant } from "../../article/article.ts";
import type { Evidence } from "../../digest/digest.ts";
import type { FactState, Version } from "../../ledger/state.ts";
import { type Citations, foremost, sourcesPerLineMax } from "../../post/citations.ts";
import { type Document, heading, type Inline, paragraph, strong, text } from "../../post/post.ts";
import { ended, languageNote } from "../../post/words.ts";
import type { Story } from "../../story/story.ts";

export type Snapshot = {
  readonly story: Story;
  readonly facts: readonly FactState[];
  readonly at: Instant;
  /** IANA zone in which times are shown. */
  readonly zone: string;
};

/** A title and one plain sentence: what is said when there is nothing to say. */
export function abstain(title: string, sentence: string): Document {
  return [heading(title), paragraph(text(sentence))];
}

/** One value of a fact with a language note and numbered links to its sources. */
export function versionLine(version: Version, sources: Citations): readonly Inline[] {
  return [
    text(`${noted(version.text, version.evidence)} `),
    ...sources.links(foremost(version.evidence, sourcesPerLineMax)),
  ];
}

/** A fact as it stands: withdrawn and disputed ones say so in words, before anything else; its ref comes last. */
export function factLine(fact: FactState, sources: Citations): readonly Inline[] {
  const standing = fact.withdrawn ? "Withdrawn: " : fact.against.length > 0 ? "Disputed: " : "";
  return [...(standing === "" ? [] : [strong(standing)]), ...versionLine(fact.now, sources), text(` ${fact.ref}`)];
}

export function noted(line: string, evidence: readonly Evidence[]): string {
  const note = languageNote(evidence);
  return note === "" ? ended(line) : `${ended(line)} ${note}`;
}

/** Newest change first; the weightier first where two changed together. */
export function newestFirst(facts: readonly FactState[]): readonly FactState[] {
  return [...facts].sort((a, b) => b.changed - a.changed || b.salience - a.salience || (a.ref < b.ref ? -1 : 1));
}

/** Whether a fact is about an actor: it acts, is acted upon, or says it. */
export function concerns(fact: FactState, actor: string): boolean {
  return fact.speaker === actor || fact.actors.includes(actor);
}
