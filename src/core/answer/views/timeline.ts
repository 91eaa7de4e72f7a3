/** Everything that was told, in the order in which it became known, day by day. Decides nothing about what is true. */
import type { Day } from "../../article/article.ts";
import { expectations } from "../../ledger/expectations.ts";
import type { FactState, Version } from "../../ledger/state.ts";
import { citations } from "../../post/citations.ts";
import { type Block, type Document, heading, paragraph, text } from "../../post/post.ts";
import { count, titled } from "../../post/words.ts";
import { formatInstant } from "../../schedule/format.ts";
import { localOf } from "../../schedule/zone.ts";
import type { Actor, Issue } from "../../story/story.ts";
import { abstain, concerns, type Snapshot, versionLine } from "./snapshot.ts";

/** Lines of a timeline; the newest are kept. */
export const timelineLinesMax = 30;

export type Topic =
  | { readonly kind: "issue"; readonly issue: Issue }
  | { readonly kind: "actor"; readonly actor: Actor };

/** Values of facts by day, oldest first; of one issue or actor when `topic` says so. */
export function timelineView({ story, facts, at, zone }: Snapshot, topic: Topic | null): Document {
  const name = topic === null ? story.name : topic.kind === "issue" ? titled(topic.issue.name) : topic.actor.name;
  const chosen = facts.filter((fact) => (topic === null ? fact.tellable : isAbout(fact, topic)));
  const late = new Set(
    expectations(facts, localOf(at, zone).day).flatMap(({ state, overdue }) => (overdue ? [state.ref] : [])),
  );
  const all = chosen
    .flatMap((fact) => momentsOf(fact, late.has(fact.ref)))
    .sort((a, b) => a.version.at - b.version.at || (a.fact.ref < b.fact.ref ? -1 : 1));
  if (all.length === 0) return abstain(`Timeline · ${name}`, "Nothing has been reported on that so far.");
  const shown = all.slice(-timelineLinesMax);
  const earlier = all.length - shown.length;
  const sources = citations(zone);
  const days = Map.groupBy(shown, ({ version }): Day => localOf(version.at, zone).day);
  const blocks = [...days.values()].flatMap((moments): Block[] => [
    paragraph({ kind: "strong", text: formatInstant(moments[0]!.version.at, zone, "day") }),
    {
      kind: "list",
      items: moments.map(({ fact, version, standing }) => [
        text(`${formatInstant(version.at, zone, "time")} · ${standing}`),
        ...versionLine(version, sources),
        text(` ${fact.ref}`),
      ]),
    },
  ]);
  return [
    heading(`Timeline · ${name}`),
    ...(earlier > 0 ? [paragraph(text(`${count(earlier, "earlier line")} not shown.`))] : []),
    ...blocks,
    ...sources.blocks(),
  ];
}

type Moment = { readonly fact: FactState; readonly version: Version; readonly standing: string };

function momentsOf(fact: FactState, overdue: boolean): readonly Moment[] {
  const open = overdue ? "Overdue, with no news of it: " : "";
  const now = fact.withdrawn ? "Since withdrawn: " : fact.against.length > 0 ? "Disputed: " : open;
  return [
    ...fact.before.map((version) => ({ fact, version, standing: "" })),
    { fact, version: fact.now, standing: now },
    ...fact.against.map((version) => ({ fact, version, standing: "Disputed: " })),
  ];
}

function isAbout(fact: FactState, topic: Topic): boolean {
  return topic.kind === "issue" ? fact.issue === topic.issue.id : concerns(fact, topic.actor.id);
}
