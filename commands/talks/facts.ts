/** What is known: views of the ledger as it stands now. */
import { correctionsView } from "../../src/core/answer/views/corrections.ts";
import { disputedView } from "../../src/core/answer/views/disputed.ts";
import { expectedView } from "../../src/core/answer/views/expected.ts";
import { findFact } from "../../src/core/answer/views/lookup.ts";
import { digestWhyView } from "../../src/core/answer/views/of-digest.ts";
import { abstain } from "../../src/core/answer/views/snapshot.ts";
import { timelineView } from "../../src/core/answer/views/timeline.ts";
import { whyView } from "../../src/core/answer/views/why.ts";
import { action, toPerson } from "../command.ts";
import { story } from "../option.ts";
import { snapshot } from "./snapshot.ts";
import { digestOfThread, storyOf } from "./thread.ts";

export const timeline = action({
  about: "What became known, day by day.",
  audience: "person",
  options: { topic: { kind: "topic", about: "Only one issue or one actor." }, story },
  run: async ({ topic, story }, caller, services) =>
    toPerson(timelineView(snapshot(story, caller, services), topic ?? null)),
});

export const disputed = action({
  about: "Where sources contradict each other, both sides.",
  audience: "person",
  options: { story },
  run: async ({ story }, caller, services) => toPerson(disputedView(snapshot(story, caller, services))),
});

export const expected = action({
  about: "What is planned and still open.",
  audience: "person",
  options: { story },
  run: async ({ story }, caller, services) => toPerson(expectedView(snapshot(story, caller, services))),
});

export const why = action({
  about: "Every quote behind a line such as c12, or behind a digest.",
  audience: "person",
  options: {
    ref: { kind: "ref", about: "The reference beside a line; without it, all lines." },
    page: { kind: "integer", about: "Further lines of a long digest.", min: 1, max: 100, named: true },
    story,
  },
  run: async ({ ref, page = 1, story }, caller, services) => {
    if (ref === undefined) {
      const digest = await digestOfThread(caller, services);
      if (!digest)
        return toPerson(
          abstain("Why", "Name a reference such as c12, or ask in the thread of a digest for all its lines."),
        );
      return toPerson(digestWhyView(digest, storyOf(digest, caller, services), page, caller.zone));
    }
    const standing = snapshot(story, caller, services);
    const found = findFact(standing.facts, ref);
    return toPerson(found.kind === "found" ? whyView(standing, found.value) : abstain(`Why ${ref}`, found.sentence));
  },
});

export const corrections = action({
  about: "What sources have withdrawn or corrected.",
  audience: "person",
  options: { story },
  run: async ({ story }, caller, services) =>
    toPerson(correctionsView(snapshot(story, caller, services), services.takenBack(story ?? caller.story, caller.now))),
});
