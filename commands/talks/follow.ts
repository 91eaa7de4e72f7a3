/** Following from chat: what a place is told, when and how. Whoever manages the place may change it. */
import { type Followed, settingsOf, settingsView } from "../../src/core/answer/views/settings.ts";
import { abstain } from "../../src/core/answer/views/snapshot.ts";
import { languages } from "../../src/core/post/labels/labels.ts";
import { paragraph, text } from "../../src/core/post/post.ts";
import { type Destination, plainDestination } from "../../src/core/schedule/destination.ts";
import { parseSchedule } from "../../src/core/schedule/parse.ts";
import { wished } from "../../src/core/schedule/wishes.ts";
import type { Story } from "../../src/core/story/story.ts";
import { action, type Caller, toPerson } from "../command.ts";
import { story } from "../option.ts";
import type { Services } from "../services.ts";

/** What a place gets that asks for nothing in particular. */
const firstSchedule = "daily 08:00";

export const follow = action({
  about: "Follow a story here, or change how: daily 08:00, every 6h.",
  audience: "managers",
  options: {
    schedule: { kind: "text", about: "Such as daily 08:00, every 6h, or 0 8 * * 1-5.", charactersMax: 200 },
    zone: { kind: "text", about: "An IANA zone such as Europe/Kyiv.", charactersMax: 60, named: true },
    hours: { kind: "text", about: "Quiet hours such as 22:00-07:00, or none.", charactersMax: 40, named: true },
    urgent: { kind: "text", about: "Kinds of change told at night too, or none.", charactersMax: 100, named: true },
    quiet: {
      kind: "text",
      about: "When nothing changed: a line, or silent.",
      charactersMax: 10,
      choices: ["line", "silent"],
      named: true,
    },
    thread: {
      kind: "text",
      about: "A new thread a digest, or the same for all.",
      charactersMax: 10,
      choices: ["new", "same"],
      named: true,
    },
    daily: { kind: "integer", about: "Digests a day at most.", min: 1, max: 24, named: true },
    language: {
      kind: "text",
      about: "Of headings and of lines that a model translates.",
      charactersMax: 10,
      choices: languages,
      named: true,
    },
    story,
  },
  run: async ({ story, ...wishes }, caller, services) => {
    const chosen = story ?? caller.story;
    const before = await at(chosen, caller, services);
    const wish = wished(before?.destination ?? firstOf(chosen, caller), wishes);
    if (wish.kind === "problem") return toPerson(abstain("Nothing was changed", wish.sentence));
    const kept = await services.follow(wish.destination, caller.person);
    return toPerson(
      kept.kind === "refused"
        ? abstain("Nothing was changed", kept.sentence)
        : [
            ...settingsOf(kept.followed, `${before ? "Changed" : "Following"} · ${chosen.name}`),
            ...(before ? [] : [paragraph(text("Where Parley may not post, /talks status says why."))]),
          ],
    );
  },
});

export const unfollow = action({
  about: "Stop following here.",
  audience: "managers",
  options: { story },
  run: async ({ story }, caller, services) => {
    const chosen = story ?? caller.story;
    const followed = await at(chosen, caller, services);
    if (!followed) return toPerson(abstain("Nothing was changed", `${chosen.name} is not followed here.`));
    await services.unfollow(followed.destination, caller.person);
    return toPerson(
      abstain(
        `No longer following · ${chosen.name}`,
        "No more digests are posted here; one that is being posted is finished. What was posted stays, and is still corrected. /talks follow begins anew.",
      ),
    );
  },
});

export const settings = action({
  about: "What is followed here, how, and when the next digests come.",
  audience: "person",
  options: {},
  run: async (_, caller, services) => toPerson(settingsView(await services.follows(caller.place))),
});

async function at(story: Story, { place }: Caller, services: Services): Promise<Followed | undefined> {
  return (await services.follows(place)).find(({ destination }) => destination.story === story.id);
}

/** A place that follows nothing yet, as it would begin. */
export function firstOf(story: Story, { place, zone }: Pick<Caller, "place" | "zone">): Destination {
  const parsed = parseSchedule(firstSchedule);
  if (parsed.kind === "error") throw new Error(parsed.message);
  return { place, story: story.id, schedule: parsed.schedule, zone, ...plainDestination };
}
