import { expect, test } from "vitest";
import { action, type Command, toPerson } from "../../../commands/command.ts";
import { commands } from "../../../commands/index.ts";
import { type DefinedOption, definitionsOf } from "../../../src/platforms/discord/registration.ts";
import { translations } from "../../../src/platforms/discord/translations.ts";

const run = async () => toPerson([]);
const harbour: Command = {
  name: "harbour",
  about: "What has changed in the harbour.",
  actions: {
    list: action({
      about: "A very long description. ".repeat(10),
      audience: "everyone",
      options: {
        limit: { kind: "integer", about: "How many.", min: 1, max: 5 },
        who: { kind: "actor", about: "Whose.", required: true },
        way: { kind: "text", about: "Which.", charactersMax: 40, choices: ["in", "out"] },
        why: { kind: "text", about: "For what.", charactersMax: 40 },
        loud: { kind: "boolean", about: "Or not." },
        since: { kind: "instant", about: "From when." },
      },
      run,
    }),
  },
};

test("an action is a sub-command with typed options, what is required first", () => {
  const [defined, about] = definitionsOf([harbour], "guild", {
    de: { harbour: "Was im Hafen geschah.", "Ask about this": "Dazu fragen" },
  });
  expect(defined).toEqual({
    type: 1,
    name: "harbour",
    description: "What has changed in the harbour.",
    description_localizations: { de: "Was im Hafen geschah." },
    default_member_permissions: null,
    options: [
      {
        type: 1,
        name: "list",
        description: expect.stringMatching(/^A very long .{80,88}…$/),
        options: [
          { type: 3, name: "who", description: "Whose.", required: true, autocomplete: true },
          { type: 4, name: "limit", description: "How many.", required: false, min_value: 1, max_value: 5 },
          {
            type: 3,
            name: "way",
            description: "Which.",
            required: false,
            choices: [
              { name: "in", value: "in" },
              { name: "out", value: "out" },
            ],
          },
          { type: 3, name: "why", description: "For what.", required: false, max_length: 40 },
          { type: 5, name: "loud", description: "Or not.", required: false },
          { type: 3, name: "since", description: "From when.", required: false },
        ],
      },
    ],
  });
  expect(about).toEqual({
    type: 3,
    name: "Ask about this",
    name_localizations: { de: "Dazu fragen" },
    default_member_permissions: null,
  });
});

test("for all servers it says where it shows; a command for managers alone asks for their right", () => {
  const managed: Command = { ...harbour, actions: { list: { ...harbour.actions["list"]!, audience: "managers" } } };
  expect(definitionsOf([managed], "global", {})[0]).toMatchObject({
    default_member_permissions: "16",
    contexts: [0, 1],
    integration_types: [0],
  });
});

test("the real commands fit Discord's limits", () => {
  const walk = (options: readonly DefinedOption[]): readonly DefinedOption[] =>
    options.flatMap((one) => [one, ...walk(one.options ?? [])]);
  for (const definition of definitionsOf(commands, "global", translations)) {
    const all = walk(definition.options ?? []);
    expect(definition.options?.length ?? 0).toBeLessThanOrEqual(25);
    for (const { name, description, options = [], choices = [] } of all) {
      expect(name).toMatch(/^[-_a-z0-9]{1,32}$/);
      expect(description.length).toBeGreaterThan(0);
      expect(description.length).toBeLessThanOrEqual(100);
      expect(options.length).toBeLessThanOrEqual(25);
      expect(choices.length).toBeLessThanOrEqual(25);
    }
    const longest = all.reduce((sum, one) => {
      const texts = [one.description, ...Object.values(one.description_localizations ?? {})];
      return sum + one.name.length + Math.max(...texts.map((text) => text.length));
    }, 0);
    expect(longest).toBeLessThanOrEqual(8000);
  }
});

test.each(Object.entries(translations))("every command, action and entry has words in %s", (_, texts) => {
  const paths = commands.flatMap(({ name, actions }) => [name, ...Object.keys(actions).map((one) => `${name} ${one}`)]);
  expect([...paths, "Ask about this"].filter((path) => !texts[path])).toEqual([]);
});

test("every translation is of something that there is", () => {
  const paths = commands.flatMap((command) => [
    command.name,
    ...Object.entries(command.actions).flatMap(([name, { options }]) => [
      `${command.name} ${name}`,
      ...Object.keys(options).map((option) => `${command.name} ${name} ${option}`),
    ]),
  ]);
  for (const texts of Object.values(translations))
    expect(Object.keys(texts).filter((path) => path !== "Ask about this" && !paths.includes(path))).toEqual([]);
});
