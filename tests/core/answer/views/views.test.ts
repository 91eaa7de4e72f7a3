import { beforeEach, describe, expect, test } from "vitest";
import { actorFactsMax, actorView, rolesOn } from "../../../../src/core/answer/views/actor.ts";
import { actorsView } from "../../../../src/core/answer/views/actors.ts";
import { correctionsView } from "../../../../src/core/answer/views/corrections.ts";
import { disputedView } from "../../../../src/core/answer/views/disputed.ts";
import { expectedView } from "../../../../src/core/answer/views/expected.ts";
import { positionsView } from "../../../../src/core/answer/views/positions.ts";
import type { Snapshot } from "../../../../src/core/answer/views/snapshot.ts";
import { timelineLinesMax, timelineView } from "../../../../src/core/answer/views/timeline.ts";
import { whyView } from "../../../../src/core/answer/views/why.ts";
import type { FactState } from "../../../../src/core/ledger/state.ts";
import type { Block, Document } from "../../../../src/core/post/post.ts";
import { emptyStory } from "../../../../src/core/story/story.ts";
import { contradicted, harbourTalks, now, reported, restart, said, updated, withdrawn } from "../../../fakes/facts.ts";

beforeEach(restart);

const [varga, , ostland] = harbourTalks.actors;
const [quotas] = harbourTalks.issues;

function standing(facts: readonly FactState[]): Snapshot {
  return { story: harbourTalks, facts, at: now, zone: "UTC" };
}

/** Lines of a document without its sources, whose numbers are checked below. */
function lines(document: Document): readonly string[] {
  return document.flatMap((block): readonly string[] => {
    const join = (inlines: readonly { readonly text: string }[]) => inlines.map((one) => one.text).join("");
    if (block.kind === "heading") return [`# ${block.text}`];
    if (block.kind === "paragraph") return [join(block.inlines)];
    if (block.kind === "list") return block.items.map((item) => `- ${join(item)}`);
    if (block.kind === "quote") return [`“${block.text}” ${join(block.by)}`];
    return [];
  });
}

function facts() {
  const quota = reported(
    "c1",
    said("Varga: the quota stays below 4,000 tonnes", { by: [{ at: "2031-03-13T09:00:00Z" }] }),
    { speaker: "varga", issue: "quotas" },
  );
  return {
    quota: updated(
      quota,
      said("Varga: the quota may reach 5,000 tonnes", {
        by: [{ at: "2031-03-15T09:00:00Z" }, { outlet: "Вести Порта", lang: "ru", at: "2031-03-15T11:00:00Z" }],
      }),
    ),
    length: contradicted(
      reported(
        "c2",
        said("The treaty has 20 articles", { by: [{ at: "2031-03-14T09:00:00Z", origin: "agency:Northwire" }] }),
        { actors: ["ostland"], issue: "passage" },
      ),
      said("The treaty has 28 articles", { by: [{ outlet: "Ostland Radio", at: "2031-03-15T12:00:00Z" }] }),
    ),
    visit: reported(
      "c3",
      said("Lindqvist will visit Ostland", {
        modality: "planned",
        when: { from: "2031-03-18", to: "2031-03-19", precision: "day" },
      }),
      { actors: ["lindqvist", "ostland"] },
    ),
    late: reported(
      "c4",
      said("A vote was planned", {
        modality: "planned",
        when: { from: "2031-03-10", to: "2031-03-10", precision: "day" },
      }),
    ),
    maybe: reported("c5", said("The Observers may attend", { modality: "may" }), { actors: ["observers"] }),
    gone: withdrawn(
      reported("c6", said("A deal was signed"), { speaker: "varga", issue: "money" }),
      "2031-03-15T16:00:00Z",
    ),
  };
}

const all = () => Object.values(facts());

describe("views", () => {
  test("the timeline tells values in the order in which they became known", () => {
    const { quota, length, gone } = facts();
    expect(lines(timelineView(standing([gone, quota, length]), null))).toEqual([
      "# Timeline · Harbour talks",
      "Thu 13 Mar",
      "- 09:00 UTC · Varga: the quota stays below 4,000 tonnes. [1] c1",
      "Fri 14 Mar",
      "- 09:00 UTC · Disputed: The treaty has 20 articles. [2] c2",
      "Sat 15 Mar",
      "- 09:00 UTC · Varga: the quota may reach 5,000 tonnes. [3][4] c1",
      "- 10:00 UTC · Since withdrawn: A deal was signed. [5] c6",
      "- 12:00 UTC · Disputed: The treaty has 28 articles. [6] c2",
    ]);
  });

  test("a timeline can be of one issue or one actor, keeps the newest lines, and says what it leaves out", () => {
    expect(lines(timelineView(standing(all()), { kind: "issue", issue: quotas! }))).toHaveLength(5);
    expect(lines(timelineView(standing(all()), { kind: "actor", actor: ostland! }))).toContain(
      "- 10:00 UTC · Lindqvist will visit Ostland. [2] c3",
    );
    const many = Array.from({ length: timelineLinesMax + 1 }, (_, i) => reported(`c${i}`, said(`Step ${i}`)));
    expect(lines(timelineView(standing(many), null))[1]).toBe("1 earlier line not shown.");
  });

  test("filler is no part of the story's timeline, but of its actor's", () => {
    const filler = reported("c1", said("Varga was born by the sea"), { actors: ["varga"], tellable: false });
    expect(lines(timelineView(standing([filler]), null))[1]).toBe("Nothing has been reported on that so far.");
    expect(lines(timelineView(standing([filler]), { kind: "actor", actor: varga! }))).toHaveLength(3);
  });

  test("an actor's page has the role of the day, the newest state first, and one line of history", () => {
    expect(lines(actorView(standing(all()), varga!))).toEqual([
      "# Ilona Varga · Ostland's chief negotiator",
      "- Sat 16:00 UTC: Withdrawn: A deal was signed. [1] c6",
      "- Sat 09:00 UTC: Varga: the quota may reach 5,000 tonnes. [2][3] c1 — before, from Thu 09:00 UTC: Varga: the quota stays below 4,000 tonnes.",
    ]);
    expect(rolesOn(varga!, "2031-02-28")).toEqual(["Ostland's fisheries minister"]);
    const many = Array.from({ length: actorFactsMax + 1 }, (_, i) =>
      reported(`c${i}`, said("Said"), { speaker: "varga" }),
    );
    expect(lines(actorView(standing(many), varga!)).at(-1)).toBe("1 older fact not shown: /talks timeline varga.");
  });

  test("a line whose only sources are foreign says so", () => {
    const fact = reported("c1", said("Varga left", { by: [{ lang: "ru" }] }), { speaker: "varga" });
    expect(lines(actorView(standing([fact]), varga!))[1]).toBe(
      "- Sat 10:00 UTC: Varga left. [source in Russian] [1] c1",
    );
  });

  test("actors with reports come first", () => {
    expect(lines(actorsView(standing(all())))).toEqual([
      "# Actors · Harbour talks",
      "- Ilona Varga · Ostland's chief negotiator · 2 facts, last reported Sat 10:00 UTC",
      "- Ostland · 2 facts, last reported Sat 12:00 UTC",
      "- Nils Lindqvist · Westmark's envoy · 1 fact, last reported Sat 10:00 UTC",
      "- The Observers · 1 fact, last reported Sat 10:00 UTC",
    ]);
  });

  test("positions are what actors say themselves, an issue a line, with what is missing", () => {
    expect(lines(positionsView(standing(all())))).toEqual([
      "# Positions · Harbour talks",
      "Ilona Varga",
      "- Fishing quotas: Varga: the quota may reach 5,000 tonnes. [1][2] c1",
      "- No position reported on passage or money.",
    ]);
  });

  test("many issues without a position are counted, not listed", () => {
    const issues = ["passage", "money", "crews", "ports"].map((name) => ({
      ...harbourTalks.issues[0]!,
      id: name,
      name,
    }));
    const story = { ...harbourTalks, issues: [harbourTalks.issues[0]!, ...issues] };
    const held = reported("c1", said("Varga: the quota may reach 5,000 tonnes."), {
      speaker: "varga",
      issue: harbourTalks.issues[0]!.id,
    });
    const shown = lines(positionsView({ ...standing([held]), story }));
    expect(shown).toContain("- No position reported on 4 other issues.");
  });

  test("a dispute keeps both sides, each with its sources", () => {
    expect(lines(disputedView(standing(all())))).toEqual([
      "# Disputed · Harbour talks",
      "c2, since Sat 12:00 UTC",
      "- One side: The treaty has 20 articles. [1] (Alder Post; 1 independent origin)",
      "- Against it: The treaty has 28 articles. [2] (Ostland Radio; 1 independent origin)",
    ]);
  });

  test("what is expected is sorted by its date; what is past or withdrawn, or may be at no date, is not", () => {
    expect(lines(expectedView(standing(all())))).toEqual([
      "# Expected · Harbour talks",
      "- Tue 18 Mar to Wed 19 Mar: Lindqvist will visit Ostland. [1] c3",
    ]);
  });

  test("why shows every quote with outlet, origin, time and place in the text, then the history", () => {
    const { quota } = facts();
    expect(lines(whyView(standing([]), quota))).toEqual([
      "# Why c1",
      "Now: Varga: the quota may reach 5,000 tonnes.",
      "Firmness: stated; 2 independent origins in 2 sources; first seen Thu 13 Mar 09:00 UTC, last reported Sat 15 Mar 09:00 UTC.",
      "“The delegations met on Saturday.” [2] Alder Post, Sat 15 Mar 09:00 UTC, characters 120–152 of a2",
      "“The delegations met on Saturday.” [3] Вести Порта, Sat 15 Mar 11:00 UTC [source in Russian], characters 120–152 of a3",
      "Earlier values, oldest first",
      "- Thu 13 Mar 09:00 UTC: Varga: the quota stays below 4,000 tonnes. [1]",
      "“The delegations met on Saturday.” [1] Alder Post, Thu 13 Mar 09:00 UTC, characters 120–152 of a1",
    ]);
    const against = lines(whyView(standing([]), facts().length));
    expect(against).toContain(
      "Against it: The treaty has 28 articles. Firmness: stated; 1 independent origin in 1 source.",
    );
    expect(against[3]).toContain(", origin: Northwire, characters");
  });

  test("corrections say what was withdrawn, and when", () => {
    expect(lines(correctionsView(standing(all()), []))[1]).toBe(
      "- Withdrawn by its source Sat 16:00 UTC; it had said: A deal was signed. [1] c6",
    );
  });

  test("each view abstains in one sentence when there is nothing", () => {
    const nothing = { ...standing([]), story: { ...harbourTalks, actors: [] } };
    const empty = [
      timelineView(nothing, null),
      actorView(nothing, varga!),
      actorsView(nothing),
      positionsView(nothing),
      disputedView(nothing),
      expectedView(nothing),
      correctionsView(nothing, []),
    ];
    for (const document of empty) {
      expect(document).toHaveLength(2);
      expect(lines(document)[1]).toMatch(/^[^.]+\.$/);
    }
    expect(lines(actorsView({ ...nothing, story: emptyStory }))[1]).toBe("This story names no actors.");
  });

  test("every number in a view has its address in the view", () => {
    const views = [
      timelineView(standing(all()), null),
      actorView(standing(all()), varga!),
      positionsView(standing(all())),
      disputedView(standing(all())),
      expectedView(standing(all())),
      correctionsView(standing(all()), []),
      whyView(standing([]), facts().quota),
    ];
    for (const view of views) {
      const listed = view.flatMap((block: Block) =>
        block.kind === "sources" ? block.items.map((item) => `[${item.n}]`) : [],
      );
      const used =
        lines(view)
          .join(" ")
          .match(/\[\d+\]/g) ?? [];
      expect(used.length).toBeGreaterThan(0);
      expect(new Set(used)).toEqual(new Set(listed));
    }
  });
});
