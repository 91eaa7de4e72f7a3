/** What keeps an article out although it names the right people: their city's sports, their other work, other wars. */
import type { Story } from "../story/story.ts";
import type { Found } from "./found.ts";

const examplesMax = 3;

/** Why the article is excluded, as a sentence; null when it is not. `present` are the groups that it shows. */
export function exclusionOf(story: Story, found: readonly Found[], present: ReadonlySet<string>): string | null {
  const positive = found.filter(({ what }) => what.kind !== "exclusion").length;
  for (const [at, { unless, share }] of story.match.exclude.entries()) {
    const hits = found.filter(({ what }) => what.kind === "exclusion" && what.id === String(at));
    if (hits.length === 0 || unless.some((id) => present.has(id))) continue;
    const reached = share === 0 ? hits.some((hit) => hit.head) : hits.length / (hits.length + positive) >= share;
    const words = [...new Set(hits.map(({ written }) => written))].slice(0, examplesMax).join(", ");
    if (reached)
      return `kept out by ${words} (exclusion ${at + 1}${unless.length > 0 ? `, lifted by ${unless.join(", ")}` : ""})`;
  }
  return null;
}
