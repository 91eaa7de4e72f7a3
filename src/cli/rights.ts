/** Every right that Parley asks for, and why: the tables that `invite`, `manifest` and the README show. */
import { rights as channelRights, scopes as discordScopes, withoutRights } from "../platforms/discord/rights.ts";
import { appTokenScopes, optionalScopes, scopes } from "../platforms/slack/manifest.ts";

export type Right = { readonly name: string; readonly why: string };

const named = (all: readonly Right[], name: (right: Right) => string): readonly Right[] =>
  all.map((right) => ({ name: name(right), why: right.why }));

export const discordRights: readonly Right[] = [
  ...named(channelRights, ({ name }) => name),
  ...named(discordScopes, ({ name }) => `${name} (scope)`),
  ...named(withoutRights, ({ name }) => `not asked for: ${name}`),
];

export const slackRights: readonly Right[] = [
  ...named(scopes, ({ name }) => name),
  ...named(appTokenScopes, ({ name }) => `${name} (app-level token)`),
  ...named(optionalScopes, ({ name }) => `optional: ${name}`),
];

/** One right a line. */
export function rightsTable(rights: readonly Right[]): string {
  const width = Math.max(...rights.map(({ name }) => name.length));
  return rights.map(({ name, why }) => `  ${name.padEnd(width)}  ${why}\n`).join("");
}
