/** For one reader: what changed since they last looked, and what would be posted here now. */
import { previewNotes } from "../../src/core/answer/views/preview.ts";
import { postOf } from "../../src/core/post/digest-post.ts";
import { action, toPerson } from "../command.ts";
import { story } from "../option.ts";
import { firstOf } from "./follow.ts";

/** How far back the first look reaches. */
const firstLookMs = 24 * 3_600_000;

export const catchup = action({
  about: "What changed since you last looked; only you see it.",
  audience: "person",
  options: { story },
  run: async ({ story }, caller, services) => {
    const chosen = story ?? caller.story;
    const before = await services.lookedBefore(caller.person, caller.place, chosen);
    const since = Math.min(before ?? caller.now - firstLookMs, caller.now);
    const digest = services.digest(chosen, { since, until: caller.now });
    return toPerson(postOf(digest, chosen, caller.zone));
  },
});

export const preview = action({
  about: "What would be posted here now, and what not, and why.",
  audience: "person",
  options: { story },
  run: async ({ story }, caller, services) => {
    const chosen = story ?? caller.story;
    const followed = (await services.follows(caller.place)).find(({ destination }) => destination.story === chosen.id);
    const destination = followed?.destination ?? firstOf(chosen, caller);
    const { digest, ...rest } = await services.preview(destination);
    const { root, thread } = postOf(digest, chosen, destination.zone);
    return toPerson({ root, thread: [...thread, previewNotes(rest, destination.zone)] });
  },
});
