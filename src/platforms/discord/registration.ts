/** What Discord is told about the commands, made from the commands themselves. Pure. */
import type { Action, Command } from "../../../commands/command.ts";
import type { Option } from "../../../commands/option.ts";
import { cut } from "../../core/post/words.ts";
import { limits } from "./limits.ts";
import type { Translations } from "./translations.ts";

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
const types = { chatInput: 1, message: 3, subcommand: 1, text: 3, integer: 4, boolean: 5 } as const;
/** The bit of Manage Channels. */
const manageChannels = String(1n << 4n);
const inServers = 0;
const inDirectMessages = 1;
/** Installed to a server, not to a person. */
const forServers = 0;

export const askAbout = "Ask about this";

type Localised = {
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string>>;
};

export type DefinedOption = Localised & {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean;
  readonly autocomplete?: true;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly max_length?: number;
  readonly options?: readonly DefinedOption[];
};

export type Definition = Partial<Localised> & {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly default_member_permissions: string | null;
  readonly contexts?: readonly number[];
  readonly integration_types?: readonly number[];
  readonly options?: readonly DefinedOption[];
};

/** `scope` is a server's own list, which shows at once, or the list for all servers. */
export function definitionsOf(
  commands: readonly Command[],
  scope: "guild" | "global",
  translations: Translations,
): readonly Definition[] {
  // Where a command shows can be said in the list for all servers only.
  const reach = scope === "global" ? { contexts: [inServers, inDirectMessages], integration_types: [forServers] } : {};
  return [
    ...commands.map((command) => ({ ...commandOf(command, translations), ...reach })),
    {
      type: types.message,
      name: askAbout,
      ...localised("name_localizations", askAbout, translations),
      default_member_permissions: null,
      ...reach,
    },
  ];
}

function commandOf(command: Command, translations: Translations): Definition {
  const actions = Object.entries(command.actions);
  return {
    type: types.chatInput,
    name: command.name,
    ...described(command.about, command.name, translations),
    // Discord knows rights for whole commands only; an action for managers checks them itself, each time.
    default_member_permissions: actions.every(([, { audience }]) => audience === "managers") ? manageChannels : null,
    options: actions.map(([name, action]) => actionOf(name, action, command.name, translations)),
  };
}

function actionOf(name: string, action: Action, command: string, translations: Translations): DefinedOption {
  const options = Object.entries(action.options);
  // What is required must come first.
  const ordered = [
    ...options.filter(([, { required }]) => required),
    ...options.filter(([, { required }]) => !required),
  ];
  return {
    type: types.subcommand,
    name,
    ...described(action.about, `${command} ${name}`, translations),
    options: ordered.map(([option, about]) => optionOf(option, about, `${command} ${name} ${option}`, translations)),
  };
}

const withChoices: ReadonlySet<Option["kind"]> = new Set(["actor", "issue", "topic", "story"]);

function optionOf(name: string, option: Option, path: string, translations: Translations): DefinedOption {
  const common = { name, ...described(option.about, path, translations), required: option.required ?? false };
  if (option.kind === "integer")
    return { ...common, type: types.integer, min_value: option.min, max_value: option.max };
  if (option.kind === "boolean") return { ...common, type: types.boolean };
  if (withChoices.has(option.kind)) return { ...common, type: types.text, autocomplete: true };
  if (option.kind !== "text") return { ...common, type: types.text };
  const choices = option.choices ?? [];
  if (choices.length === 0) return { ...common, type: types.text, max_length: option.charactersMax };
  if (choices.length > limits.choicesMax) return { ...common, type: types.text, autocomplete: true };
  return { ...common, type: types.text, choices: choices.map((value) => ({ name: value, value })) };
}

function described(about: string, path: string, translations: Translations): Localised {
  return {
    description: cut(about, limits.descriptionCharactersMax),
    ...localised("description_localizations", path, translations),
  };
}

function localised<Key extends string>(
  key: Key,
  path: string,
  translations: Translations,
): { [K in Key]?: Record<string, string> } {
  const found = Object.entries(translations).flatMap(([locale, texts]) => {
    const text = texts[path];
    return text === undefined ? [] : [[locale, cut(text, limits.descriptionCharactersMax)] as const];
  });
  return (found.length === 0 ? {} : { [key]: Object.fromEntries(found) }) as { [K in Key]?: Record<string, string> };
}
