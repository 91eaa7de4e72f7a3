/** The match rules of a story file, read; and the rules of a file that gives none. */
import { isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import { didYouMean, type Fields, type Item } from "./fields.ts";
import type { Actor, Exclusion, MatchGroup, MatchRules, Story } from "./story.ts";

export function matchOf(map: YAMLMap, fields: Fields, story: Omit<Story, "match">): MatchRules {
  fields.known(map, ["threshold", "groups", "require", "exclude"], "match");
  const groups = fields.maps(map, "groups").map((item) => groupOf(item, fields, story));
  const known = groups.map((group) => group.id);
  return {
    threshold: fields.number(map, "threshold") ?? 2.5,
    groups,
    require: requireOf(map, fields, known),
    exclude: fields.maps(map, "exclude").map((item) => exclusionOf(item, fields, known)),
  };
}

/** Each line of `require` is a list of groups; all of one line must be there. */
function requireOf(map: YAMLMap, fields: Fields, known: readonly string[]): readonly (readonly string[])[] {
  const node = map.get("require", true);
  if (node === undefined) return [];
  const example = "Write require: [[delegates, place], [delegates, talks]]";
  if (!isSeq(node)) {
    fields.fault(node as Node, "require must be a list of lists", example);
    return [];
  }
  return node.items.map((item) => {
    if (!isSeq(item)) fields.fault(item as Node, "require must be a list of lists", example);
    const ids = isSeq(item) ? item.items.map((one) => String(isScalar(one) ? one.value : one)) : [];
    for (const id of ids) {
      if (!known.includes(id))
        fields.fault(item as Node, `require names a group that does not exist: ${id}`, didYouMean(id, known));
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
  fields.known(item.map, ["id", "weight", "actors", "places", "words"], "A match group");
  const actors = fields.texts(item.map, "actors");
  const places = fields.texts(item.map, "places");
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  checkKnown(item.map, "actors", actors, { fields, known: ids(story.actors), fault: "no actor has the id" });
  checkKnown(item.map, "places", places, { fields, known: ids(story.places), fault: "no place has the id" });
  return {
    id: item.id ?? fields.text(item.map, "id") ?? "",
    weight: fields.number(item.map, "weight") ?? 1,
    actors,
    places,
    words: fields.texts(item.map, "words"),
  };
}

function exclusionOf(item: Item, fields: Fields, known: readonly string[]): Exclusion {
  fields.known(item.map, ["words", "unless", "share"], "An exclusion");
  const unless = fields.texts(item.map, "unless");
  checkKnown(item.map, "unless", unless, { fields, known, fault: "unless names a group that does not exist:" });
  return { words: fields.texts(item.map, "words"), share: fields.number(item.map, "share") ?? 0, unless };
}

/** A file without match rules: one of its people and one of its words must be there, or whichever of both it has. */
export function simpleMatch(actors: readonly Actor[], words: readonly string[]): MatchRules {
  const people = actors.map((actor) => actor.id);
  const groups: MatchGroup[] = [{ id: "actors", weight: 2, actors: people, places: [], words: [] }];
  if (words.length > 0) groups.push({ id: "words", weight: 1.5, actors: [], places: [], words });
  const require =
    words.length > 0 && people.length > 0 ? [["actors", "words"]] : [[people.length > 0 ? "actors" : "words"]];
  return { threshold: words.length > 0 && people.length > 0 ? 1.5 : 1, groups, require, exclude: [] };
}
