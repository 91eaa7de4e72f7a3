/** What a question leaves out because the whole story is about it: names that nobody repeats, the event that goes on. */
import { phases } from "../language/verbs.ts";
import type { Part } from "./part.ts";
import type { Passage } from "./passage.ts";
import { type Implied, strengthOf } from "./relevance.ts";
import type { Ground } from "./reply.ts";

/** A name that this share of all facts bears is the story's own: nobody repeats it. */
const impliedShare = 0.4;

export function impliedBy(part: Part, { passages, storyName, sideOf }: Ground): Implied {
  const facts = new Set(passages.map((passage) => passage.fact.ref)).size;
  const everywhere = part.asked.filter((asked) => {
    if (asked.kind === "actor" && asked.person) return false;
    if (part.kind === "about") return false;
    if (asked.kind === "name" && storyName.toLowerCase().includes(asked.word)) return true;
    const bearing = new Set(
      passages.filter((passage) => strengthOf(asked, passage, sideOf) > 0).map((passage) => passage.fact.ref),
    ).size;
    return asked.kind !== "country" && facts >= 5 && bearing >= facts * impliedShare;
  });
  return new Set(everywhere.map((asked) => asked.id));
}

/** "Is it over?" without a word about what: the kind of event that the story tells most of. */
export function withTopic(part: Part, passages: readonly Passage[]): Part {
  const staged = part.predicate !== null && phases.has(part.predicate);
  if (!staged || part.terms.length > 1 || part.asked.length > 0) return part;
  const families = Map.groupBy(
    passages.flatMap(({ event }) => (event ? [event.family] : [])),
    (family) => family,
  );
  const [topic] = [...families].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  if (topic === undefined) return part;
  return {
    ...part,
    vague: true,
    terms: [
      {
        term: topic,
        stem: topic,
        same: new Set([topic]),
        alike: new Set([topic]),
        weight: topicWeight,
        start: 0,
        end: 0,
      },
      ...part.terms,
    ],
  };
}
const topicWeight = 0.5;
