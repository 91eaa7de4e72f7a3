/**
 * What Discord's documents say in prose and its schema leaves out, checked on the body of a request: see
 * https://docs.discord.com/developers/resources/message and …/interactions/application-commands.
 */
const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

type Part = {
  readonly type?: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly components?: readonly Part[];
  readonly accessory?: Part;
};
type Embed = {
  readonly title?: string;
  readonly description?: string;
  readonly footer?: { readonly text: string };
  readonly author?: { readonly name: string };
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
};
export type Body = Part & {
  readonly embeds?: readonly Embed[];
  readonly flags?: number;
  readonly allowed_mentions?: { readonly parse?: readonly string[]; readonly replied_user?: boolean };
  readonly nonce?: string | number;
  readonly enforce_nonce?: boolean;
  readonly data?: Body;
  readonly message?: Body;
};

/** The message within a request: a callback's, a forum post's, or the body itself. */
export const messageIn = (route: string, body: Body): Body =>
  (route.endsWith("/callback") ? body.data : route.endsWith("{channel_id}/threads") ? body.message : body) ?? {};

export function proseFaults(method: string, route: string, body: Body): readonly string[] {
  if (Array.isArray(body)) return route.endsWith("/commands") ? body.flatMap(commandFaults) : [];
  const isMessage = /\/messages(\/|$)|^\/webhooks\/|\/callback$|\{channel_id\}\/threads$/.test(route);
  if (!isMessage) return [];
  const message = messageIn(route, body);
  const isCreate = method === "POST" && /\/messages$|\{webhook_token\}$/.test(route);
  const ids = partsOf(message.components ?? []).flatMap(({ custom_id }) => custom_id ?? []);
  const rows = message.components ?? [];
  return [
    ...([...(message.content ?? "")].length > 2000 ? ["content is longer than 2,000 characters"] : []),
    ...(embedCharacters(message.embeds ?? []) > 6000 ? ["embeds hold more than 6,000 characters"] : []),
    ...(rows.length > 5 ? ["more than 5 rows"] : []),
    ...(new Set(ids).size < ids.length ? ["a custom_id is there twice"] : []),
    ...(isCreate && isEmpty(message) ? ["empty message (50006)"] : []),
    ...mentionFaults(route, message),
    ...(isCreate && /\/messages$/.test(route) && !(message.nonce && message.enforce_nonce)
      ? ["no enforced nonce"]
      : []),
  ];
}

/** Every message of ours locks mentions; a form, a choice or a mere acknowledgement holds none. */
function mentionFaults(route: string, message: Body): readonly string[] {
  const says = message.content !== undefined || message.embeds !== undefined;
  if (!says || (route.endsWith("/callback") && message.content === undefined)) return [];
  const { parse, replied_user } = message.allowed_mentions ?? {};
  return parse?.length === 0 && replied_user !== true ? [] : ["mentions are not locked"];
}

function isEmpty({ content, embeds, components }: Body): boolean {
  const shown = (embeds ?? []).some(({ description, title, footer }) => description || title || footer?.text);
  return !content?.trim() && !shown && !components?.length;
}

const embedCharacters = (embeds: readonly Embed[]): number =>
  embeds
    .flatMap(({ title, description, footer, author, fields = [] }) => [
      ...[title, description, footer?.text, author?.name],
      ...fields.flatMap(({ name, value }) => [name, value]),
    ])
    .reduce((sum, text) => sum + (text?.length ?? 0), 0);

const partsOf = (parts: readonly Part[]): readonly Part[] =>
  parts.flatMap((part) => [
    part,
    ...partsOf(part.components ?? []),
    ...(part.accessory ? partsOf([part.accessory]) : []),
  ]);

type Node = {
  readonly type?: number;
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly options?: readonly Node[];
};

function commandFaults(command: Node): readonly string[] {
  const nodes = nodesOf(command);
  const isTyped = (command.type ?? 1) === 1;
  const bad = nodes.filter(({ name }) => !commandName.test(name) || name !== name.toLowerCase());
  const late = nodes.filter(({ options = [] }) =>
    options.some((one, i) => one.required && options[i - 1]?.required === false),
  );
  const characters = nodes
    .flatMap(({ name, description, choices = [] }) => [
      name,
      description,
      ...choices.flatMap((one) => [one.name, String(one.value)]),
    ])
    .reduce((sum, text) => sum + (text?.length ?? 0), 0);
  return [
    ...(isTyped ? bad.map(({ name }) => `${name} is no name of a command`) : []),
    ...late.map(({ name }) => `${name} asks for an option after one that may be left out`),
    ...(characters > 8000 ? [`${command.name} is longer than 8,000 characters`] : []),
  ];
}

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.options ?? []).flatMap(nodesOf)];
