/** What changed: the newest digest that was posted, and the digest of any window. */
import { abstain } from "../../src/core/answer/views/snapshot.ts";
import { postOf, postOfAll } from "../../src/core/post/digest-post.ts";
import { action, toPerson, toRoom } from "../command.ts";
import { story } from "../option.ts";

/** Digests in one answer to `latest`. */
export const latestMax = 5;

export const latest = action({
  about: "The newest digest, or the newest few.",
  audience: "everyone",
  options: { limit: { kind: "integer", about: "How many digests.", min: 1, max: latestMax }, story },
  run: async ({ limit = 1, story }, caller, services) => {
    const chosen = story ?? caller.story;
    const digests = await services.posted(chosen, caller.place, limit);
    if (digests.length === 0)
      return toPerson(
        abstain(chosen.name, "No digest has been posted yet. /talks since 24h shows what is known so far."),
      );
    const [newest] = digests;
    return toRoom(
      digests.length === 1 && newest ? postOf(newest, chosen, caller.zone) : postOfAll(digests, chosen, caller.zone),
    );
  },
});

export const since = action({
  about: "What changed since: yesterday 18:00, friday, 2h.",
  audience: "everyone",
  options: { when: { kind: "instant", about: "From when on, in your zone.", required: true }, story },
  run: async ({ when, story }, caller, services) => {
    const chosen = story ?? caller.story;
    const digest = services.digest(chosen, { since: when, until: caller.now });
    return toRoom(postOf(digest, chosen, caller.zone));
  },
});

export const diff = action({
  about: "What changed between two times.",
  audience: "everyone",
  options: {
    from: { kind: "instant", about: "The earlier time.", required: true },
    to: { kind: "instant", about: "The later time.", required: true },
    story,
  },
  run: async ({ from, to, story }, caller, services) => {
    const chosen = story ?? caller.story;
    const [since, until] = from <= to ? [from, to] : [to, from];
    return toRoom(postOf(services.digest(chosen, { since, until }), chosen, caller.zone, "between"));
  },
});
