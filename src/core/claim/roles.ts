/** Who does it and to whom: read off the main verb and its voice, so that "A was urged by B" has B as its subject. */
import type { Link } from "../language/grammar/group.ts";
import type { Predicate } from "../language/grammar/main.ts";
import type { Participant } from "./claim.ts";
import type { Name } from "./names.ts";

/** Verbs that say only how sure somebody is: "was expected to …" does nothing to its subject. */
const raising = new Set(
  "expect schedule set slate plan report say believe think know suppose see understand allege estimate tip force allow".split(
    " ",
  ),
);

/** Everybody named, once, with the role of the first mention. `fallback` is where a fragment's verb stands. */
export function participantsOf(names: readonly Name[], predicate: Predicate, fallback: number): readonly Participant[] {
  const verb = turningPoint(predicate, fallback);
  const seen = new Set<string>();
  return names.flatMap((name): readonly Participant[] => {
    if (name.kind === "place" || seen.has(name.id)) return [];
    seen.add(name.id);
    const { id, party, kind } = name;
    const named = name.named || names.some((other) => other.id === id && other.named);
    return [{ id, party, kind, role: roleOf(name, verb), named }];
  });
}

type Turn = {
  readonly at: number;
  readonly passive: boolean;
  readonly agentFrom: number | null;
  readonly agentTo: number;
};

/** Where the verb stands that has the subject before it, and where a passive names who does it. */
function turningPoint({ words, chain, to }: Predicate, fallback: number): Turn {
  if (!chain) return { at: fallback, passive: false, agentFrom: null, agentTo: 0 };
  const link = chain.links.find(
    (one, rank) => one.passive && !(raising.has(one.base) && rank < chain.links.length - 1),
  );
  const fragment = !link && chain.participle && words[chain.to + 1]?.lower === "by";
  const passive = (link !== undefined && isDeed(link)) || fragment;
  const by = passive
    ? words.findIndex((word, at) => at > (link ?? chain.links[0]!).at && at <= to && word.lower === "by")
    : -1;
  const stop = words.findIndex(
    (word, at) => at > by + 1 && (word.tag === "to" || word.tag === "subordinator" || word.tag === "relative"),
  );
  return {
    at: words[chain.from]!.start,
    passive,
    agentFrom: by >= 0 ? words[by]!.start : null,
    agentTo: by >= 0 && stop >= 0 ? words[stop]!.start : Number.POSITIVE_INFINITY,
  };
}

const isDeed = (link: Link) => link.kind === "verb";

function roleOf(name: Name, { at, passive, agentFrom, agentTo }: Turn): Participant["role"] {
  if (!passive) return name.start < at ? "subject" : "object";
  return agentFrom !== null && name.start >= agentFrom && name.start < agentTo ? "subject" : "object";
}
