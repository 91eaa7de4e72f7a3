/** The match rules of a story file, read; and the rules of a file that gives none. */
import { isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import { derivedMatch } from "./derived-match.ts";
import { didYouMean, type Fields, type Item } from "./fields.ts";
import type { Exclusion, MatchGroup, MatchRules, Story } from "./story.ts";

export function matchOf(map: YAMLMap, fields: Fields, story: Omit<Story, "match">): MatchRules {
  fields.known(map, ["threshold", "exact", "groups", "require", "together", "exclude"], "match");
  const groups = fields.maps(map, "groups").map((item) => groupOf(item, fields, story));
  const known = groups.map((group) => group.id);
  const exact = fields.flag(map, "exact") ?? false;
  const besides = exact
    ? null
    : derivedMatch(
        story,
        groups.flatMap((group) => group.words),
      );
  return {
    threshold: fields.number(map, "threshold") ?? 2.5,
    groups,
    require: listsOf(map, "require", fields, known),
    together: listsOf(map, "together", fields, known),
    exclude: fields.maps(map, "exclude").map((item) => exclusionOf(item, fields, known)),
    ...(besides ? { besides } : {}),
  };
}

/** Each line of `require` and of `together` is a list of groups; all of one line must be there. */
function listsOf(map: YAMLMap, key: string, fields: Fields, known: readonly string[]): readonly (readonly string[])[] {
  const node = map.get(key, true);
  if (node === undefined) return [];
  const example = `Write ${key}: [[delegates, place], [delegates, talks]]`;
  if (!isSeq(node)) {
    fields.fault(node as Node, `${key} must be a list of lists`, example);
    return [];
  }
  return node.items.map((item) => {
    if (!isSeq(item)) fields.fault(item as Node, `${key} must be a list of lists`, example);
    const ids = isSeq(item) ? item.items.map((one) => String(isScalar(one) ? one.value : one)) : [];
    for (const id of ids) {
      if (!known.includes(id))
        fields.fault(item as Node, `${key} names a group that does not exist: ${id}`, didYouMean(id, known));
    }
    return ids;
  });
}

type Check = { readonly fields: Fields; readonly known: readonly string[]; readonly fault: string };

function checkKnown(map: YAMLMap, key: string, ids: readonly string[], { fields, known, fault }: Check): void {
  for (const id of ids) {
    if (!known.includes(id)) fields.fault(map.get(key, true) as Node, `${fault} ${id}`, didYouMean(id, known));
  }
}

function groupOf(item: Item, fields: Fields, story: Omit<Story, "match">): MatchGroup {
  fields.known(item.map, ["id", "weight", "least", "actors", "places", "words"], "A match group");
  const actors = fields.texts(item.map, "actors");
  const places = fields.texts(item.map, "places");
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  checkKnown(item.map, "actors", actors, { fields, known: ids(story.actors), fault: "no actor has the id" });
  checkKnown(item.map, "places", places, { fields, known: ids(story.places), fault: "no place has the id" });
  const least = fields.number(item.map, "least");
  return {
    id: item.id ?? fields.text(item.map, "id") ?? "",
    ...(least === null ? {} : { least }),
    weight: fields.number(item.map, "weight") ?? 1,
    actors,
    places,
    words: fields.texts(item.map, "words"),
  };
}

function exclusionOf(item: Item, fields: Fields, known: readonly string[]): Exclusion {
  const { map } = item;
  fields.known(map, ["words", "unless", "share", "against"], "An exclusion");
  const unless = fields.texts(map, "unless");
  const against = fields.texts(map, "against");
  checkKnown(map, "unless", unless, { fields, known, fault: "unless names a group that does not exist:" });
  checkKnown(map, "against", against, { fields, known, fault: "against names a group that does not exist:" });
  const share = fields.number(map, "share") ?? (against.length > 0 ? halfShare : 0);
  return { words: fields.texts(map, "words"), share, unless, against };
}

/** Counted against groups, the words must be as many as theirs when the file does not say. */
const halfShare = 0.5;
