/** What keeps an article out although it names the right people: their city's sports, their other work, other wars. */
import type { Exclusion, Story } from "../story/story.ts";
import type { Found } from "./found.ts";
import { groupsWith, idsIn } from "./groups.ts";

const examplesMax = 3;

/** Why the article is excluded, as a sentence; null when it is not. */
export function exclusionOf(story: Story, found: readonly Found[]): string | null {
  if (story.match.exclude.length === 0) return null;
  const present = idsIn(story, story.match, found);
  for (const [at, exclusion] of story.match.exclude.entries()) {
    const hits = found.filter(({ what }) => what.kind === "exclusion" && what.id === String(at));
    if (hits.length === 0 || exclusion.unless.some((id) => present.has(id))) continue;
    const rivals = rivalsOf(story, found, exclusion);
    if (isReached(exclusion, hits, rivals.length)) return sentenceOf(at, exclusion, hits, rivals);
  }
  return null;
}

function isReached({ share }: Exclusion, hits: readonly Found[], rivals: number): boolean {
  return share === 0 ? hits.some((hit) => hit.head) : hits.length / (hits.length + rivals) >= share;
}

/** What the words are counted against: each place of the text once, whatever groups it belongs to. */
function rivalsOf(story: Story, found: readonly Found[], { against }: Exclusion): readonly Found[] {
  if (against.length === 0) return found.filter(({ what }) => what.kind !== "exclusion");
  const rivals = found.filter((one) => groupsWith(story.match, one).some(({ id }) => against.includes(id)));
  return [...new Map(rivals.map((one) => [`${one.paragraph < 0} ${one.start}`, one])).values()];
}

function sentenceOf(
  at: number,
  { unless, against }: Exclusion,
  hits: readonly Found[],
  rivals: readonly Found[],
): string {
  const words = [...new Set(hits.map(({ written }) => written))].slice(0, examplesMax).join(", ");
  const lifted = unless.length > 0 ? `, lifted by ${unless.join(", ")}` : "";
  const counted = against.length > 0 ? `, ${hits.length} against ${rivals.length} of ${against.join(", ")}` : "";
  return `kept out by ${words} (exclusion ${at + 1}${lifted}${counted})`;
}
