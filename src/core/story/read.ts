/**
 * A story file read into a story. Reading never fails: it returns what it could read and every problem, each with the
 * file, the line and the fix. A file with a problem is not used, so that a slip of the pen never changes what is told.
 */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { countryNames } from "../language/equivalents.ts";
import { derivedMatch } from "./derived-match.ts";
import { didYouMean, type Fields, fieldsOf, type Item, type StoryProblem } from "./fields.ts";
import { matchOf } from "./read-match.ts";
import type { Actor, ActorKind, Issue, Owner, Place, Role, Round, Story, Synonym } from "./story.ts";

export type StoryReading = { readonly story: Story | null; readonly problems: readonly StoryProblem[] };

const kinds: readonly ActorKind[] = ["person", "government", "body", "outlet", "group"];
const storyKeys = "story name about zone window words actors places issues rounds synonyms owners match".split(" ");

/** `file` is only for messages; its base name is the story's id when the file gives none. */
export function readStory(text: string, file: string): StoryReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, maxAliasCount: 0 } as never);
  const broken = document.errors[0];
  if (broken) {
    const line = lines.linePos(broken.pos[0]).line;
    return {
      story: null,
      problems: [
        {
          file,
          line,
          what: `not readable as YAML: ${broken.message}`,
          fix: "Check the indentation and the quotes on this line",
        },
      ],
    };
  }
  const fields = fieldsOf(file, lines);
  if (!isMap(document.contents)) {
    fields.fault(document.contents, "this is no story", 'Begin with a line such as "name: Harbour talks"');
    return { story: null, problems: fields.problems };
  }
  const story = storyOf(document.contents, fields, file);
  return { story: fields.problems.length === 0 ? story : null, problems: fields.problems };
}

function storyOf(map: YAMLMap, fields: Fields, file: string): Story {
  fields.known(map, storyKeys, "A story");
  const name = fields.text(map, "name");
  if (!name) fields.fault(map, "the story has no name", "Add a line such as name: Harbour talks");
  const actors = fields.maps(map, "actors").map((item) => actorOf(item, fields));
  const words = fields.texts(map, "words");
  if (actors.length === 0 && words.length === 0)
    fields.fault(map, "the story names nobody and nothing", "Add actors: or words:");
  const places = fields.maps(map, "places").map((item) => placeOf(item, fields));
  const story = {
    id: fields.text(map, "story") ?? slug(file.replace(/^.*[\\/]/, "").replace(/\.ya?ml$/, "")),
    name: name ?? "",
    about: fields.text(map, "about") ?? "",
    zone: zoneOf(map, fields),
    actors,
    places,
    issues: fields.maps(map, "issues").map((item) => issueOf(item, fields)),
    words,
    rounds: roundsOf(map, fields),
    synonyms: synonymsOf(map),
    owners: ownersOf(map),
  };
  checkIds(map, fields, story);
  const match = map.get("match", true);
  if (map.has("match") && !isMap(match))
    fields.fault(match as Node, "match must have fields", "Write groups: and require: below it");
  return { ...story, match: isMap(match) ? matchOf(match, fields, story) : derivedMatch(story) };
}

/** Ids that two things share, and ids that nothing has, would be found out only when something is missing. */
function checkIds(map: YAMLMap, fields: Fields, story: Omit<Story, "match">): void {
  for (const key of ["actors", "places", "issues", "rounds"] as const) {
    for (const [at, { id }] of story[key].entries()) {
      if (story[key].findIndex((one) => one.id === id) < at)
        fields.fault(map.get(key, true) as Node, `two of ${key} have the id ${id}`, "Give one of them another id");
    }
  }
  const places = story.places.map(({ id }) => id);
  const named = [
    ...story.places.flatMap(({ within }) => (within ? [["places", within] as const] : [])),
    ...story.rounds.flatMap((round) => round.places.map((id) => ["rounds", id] as const)),
  ];
  for (const [key, id] of named) {
    if (!places.includes(id))
      fields.fault(map.get(key, true) as Node, `no place has the id ${id}`, didYouMean(id, places));
  }
}

const slug = (name: string) =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

function nameAndId(item: Item, fields: Fields, what: string): { id: string; name: string } {
  const name = fields.text(item.map, "name") ?? item.id ?? fields.text(item.map, "id");
  if (!name) fields.fault(item.map, `${what} has no name`, "Add name: …");
  return { id: item.id ?? fields.text(item.map, "id") ?? slug(name ?? ""), name: name ?? "" };
}

function actorOf(item: Item, fields: Fields): Actor {
  fields.known(item.map, ["id", "name", "kind", "side", "aliases", "roles"], "An actor");
  const kind = fields.text(item.map, "kind") ?? "person";
  if (!kinds.includes(kind as ActorKind))
    fields.fault(
      item.map.get("kind", true) as Node,
      `no such kind of actor: ${kind}`,
      `Use one of: ${kinds.join(", ")}`,
    );
  const side = fields.text(item.map, "side");
  const named = nameAndId(item, fields, "An actor");
  return {
    ...named,
    kind: kind as ActorKind,
    ...(side ? { side } : {}),
    aliases: [...fields.texts(item.map, "aliases"), ...countryNames(named.name)],
    roles: rolesOf(item.map, fields),
  };
}

function rolesOf(map: YAMLMap, fields: Fields): readonly Role[] {
  const node = map.get("roles", true);
  if (!isSeq(node)) return [];
  return node.items.flatMap((role): readonly Role[] => {
    if (isScalar(role) && role.value !== null) return [{ title: String(role.value) }];
    if (!isMap(role)) return [];
    fields.known(role, ["title", "from", "to"], "A role");
    const title = fields.text(role, "title");
    const [from, to] = [fields.day(role, "from"), fields.day(role, "to")];
    if (!title) fields.fault(role, "a role has no title", "Write { title: port director, from: 2031-01-01 }");
    return title ? [{ title, ...(from ? { from } : {}), ...(to ? { to } : {}) }] : [];
  });
}

function placeOf(item: Item, fields: Fields): Place {
  fields.known(item.map, ["id", "name", "aliases", "within"], "A place");
  const within = fields.text(item.map, "within");
  return {
    ...nameAndId(item, fields, "A place"),
    aliases: fields.texts(item.map, "aliases"),
    ...(within ? { within } : {}),
  };
}

function issueOf(item: Item, fields: Fields): Issue {
  fields.known(item.map, ["id", "name", "words"], "An issue");
  return { ...nameAndId(item, fields, "An issue"), words: fields.texts(item.map, "words") };
}

function roundsOf(map: YAMLMap, fields: Fields): readonly Round[] {
  const rounds = fields.maps(map, "rounds").map((item) => roundOf(item, fields));
  const window = map.get("window", true);
  if (isScalar(window) && window.value !== null) {
    const days = fields.range(map, "window");
    return days ? [...rounds, { id: "window", name: "window", ...days, follow: true, places: [], sides: [] }] : rounds;
  }
  if (!isMap(window)) return rounds;
  fields.known(window, ["from", "to"], "A window");
  return [...rounds, roundOf({ id: "window", map: window }, fields)];
}

function roundOf(item: Item, fields: Fields): Round {
  fields.known(item.map, ["id", "name", "days", "from", "to", "follow", "places", "sides"], "A round");
  const days = item.map.has("days") ? fields.range(item.map, "days") : spanOf(item.map, fields);
  if (days && days.to < days.from)
    fields.fault(item.map, `the round ends (${days.to}) before it begins (${days.from})`, "Exchange from and to");
  return {
    ...nameAndId(item, fields, "A round"),
    from: days?.from ?? "",
    to: days?.to ?? "",
    follow: fields.flag(item.map, "follow") ?? true,
    places: fields.texts(item.map, "places"),
    sides: fields.texts(item.map, "sides"),
  };
}

function spanOf(map: YAMLMap, fields: Fields): { from: string; to: string } | null {
  const [from, to] = [fields.day(map, "from"), fields.day(map, "to")];
  if (from && to) return { from, to };
  // A day that is there but not readable has been reported where it stands.
  if (!(map.has("from") && map.has("to")))
    fields.fault(map, "a round needs its first and its last day", "Add from: 2025-12-15 and to: 2025-12-31");
  return null;
}

function zoneOf(map: YAMLMap, fields: Fields): string {
  const zone = fields.text(map, "zone") ?? "UTC";
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    fields.fault(
      map.get("zone", true) as Node,
      `no such time zone: ${zone}`,
      "Use a name such as Europe/Kyiv or America/New_York",
    );
    return "UTC";
  }
}

function synonymsOf(map: YAMLMap): readonly Synonym[] {
  const node = map.get("synonyms", true);
  if (!isMap(node)) return [];
  return node.items.map((pair) => ({
    word: String(isScalar(pair.key) ? pair.key.value : pair.key),
    means: String(isScalar(pair.value) ? pair.value.value : pair.value),
  }));
}

function ownersOf(map: YAMLMap): readonly Owner[] {
  const node = map.get("owners", true);
  if (!isMap(node)) return [];
  return node.items.map((pair) => ({
    id: String(isScalar(pair.key) ? pair.key.value : pair.key),
    outlets: isSeq(pair.value) ? pair.value.items.map((item) => String(isScalar(item) ? item.value : item)) : [],
  }));
}
