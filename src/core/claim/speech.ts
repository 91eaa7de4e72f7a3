/** Who speaks where a clause is itself the act of speaking: "X ruled out …", "Y was urged by X". */

import { roleSource, speakingBody } from "../language/cues.ts";
import { aspectual, speech } from "../language/governors.ts";
import type { Link } from "../language/grammar/group.ts";
import type { Predicate } from "../language/grammar/main.ts";
import type { Attribution, Participant } from "./claim.ts";
import type { Name } from "./names.ts";
import { sourceKindOf, speakerIn } from "./speaker.ts";

/** `pronoun` is who "he" or "she" is. */
export function speechOf(
  clause: string,
  predicate: Predicate,
  names: readonly Name[],
  pronoun: Participant | null,
): Attribution | null {
  const act = actOf(predicate);
  if (!act) return null;
  const source = act.passive ? agentOf(clause, predicate) : subjectOf(clause, predicate);
  if (source === null) return null;
  if (/^(?:he|she)$/i.test(source)) return pronoun ? byPronoun(source, pronoun) : null;
  const { attribution } = speakerIn({ source, sentence: clause, names, reported: false });
  return attribution.actor || isSpeaker(source) ? attribution : null;
}

const byPronoun = (text: string, { id, kind }: Participant): Attribution => ({
  kind: "person",
  text,
  actor: id,
  reported: false,
  listed: kind !== "name",
});

/** A storm threatens too, but it says nothing by that. */
const isSpeaker = (source: string) =>
  speakingBody.test(source) || roleSource.test(source) || /^(?:document|unnamed)$/.test(sourceKindOf(source));

/** The link that is an act of speech: the main verb, or what it begins, continues or fails to do. */
function actOf({ chain, finite }: Predicate): Link | null {
  if (!chain || !finite) return null;
  const [outer, inner] = chain.links;
  if (outer!.kind === "verb" && speech.has(outer!.base)) return outer!;
  return inner && aspectual.has(outer!.base) && speech.has(inner.base) ? inner : null;
}

function subjectOf(clause: string, { words, from, chain, skipped }: Predicate): string | null {
  const until = skipped.find(([start]) => start >= from && start < chain!.from)?.[0] ?? chain!.from;
  if (until <= from) return null;
  return clause
    .slice(words[from]!.start, words[until - 1]!.end)
    .replace(/\s+(?:late |early )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/, "");
}

/** Behind "by", up to what the speech is about. */
function agentOf(clause: string, { words, chain }: Predicate): string | null {
  // "is expected to be led by X": X does not expect it.
  if (chain!.links.length > 1 && chain!.links[0]!.passive && words[chain!.links[0]!.at + 1]?.tag === "to") return null;
  const by = words.findIndex(
    (word, at) => at > chain!.links[0]!.at && at < chain!.links[0]!.at + 6 && word.lower === "by",
  );
  const first = words[by + 1];
  if (by < 0 || !first) return null;
  const stop = words.findIndex(
    (word, at) => at > by + 1 && (/^(?:to|preposition|subordinator|relative)$/.test(word.tag) || /,/.test(word.gap)),
  );
  return clause.slice(first.start, words[stop < 0 ? words.length - 1 : stop - 1]!.end);
}
