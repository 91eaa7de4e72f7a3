/**
 * What people do on Discord, read at the door: Discord's payloads become our own values, and what is not meant for us
 * becomes null. Pure; it knows neither the answer nor the connection.
 */
import {
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits,
} from "discord.js";
import { type Carried, carriedBy } from "./custom-id.ts";
import { placeOf, replyId } from "./place.ts";

/** With what an interaction is answered. */
export type Ticket = { readonly id: string; readonly token: string; readonly application: string };

export type Where = {
  readonly place: string;
  readonly person: string;
  /** What the person wrote in or pressed on: a thread of ours, or a message that can have one. */
  readonly thread: string | null;
  /** Whether `thread` is a message in a channel rather than a thread: an answer then opens the thread. */
  readonly isRoot: boolean;
  /** The message whose button was pressed. */
  readonly pressedOn?: string;
  readonly manages: boolean;
};

export type Heard =
  | {
      readonly kind: "run";
      readonly ticket: Ticket;
      readonly where: Where;
      /** Null for a button or a form, which belong to the first command. */
      readonly command: string | null;
      readonly carried: Carried;
    }
  /** A form for a question is wanted. */
  | { readonly kind: "form"; readonly ticket: Ticket; readonly root: string | null }
  | {
      readonly kind: "typing";
      readonly ticket: Ticket;
      readonly place: string;
      readonly command: string;
      readonly action: string;
      readonly option: string;
      readonly typed: string;
    };

/** The name of the one field of the form, and of the value that carries the message it was opened on. */
export const questionField = "question";
export const rootField = "root";

export function readInteraction(told: APIInteraction): Heard | null {
  const ticket = { id: told.id, token: told.token, application: told.application_id };
  const where = whereOf(told);
  if (where === null) return null;
  switch (told.type) {
    case InteractionType.ApplicationCommand:
      return commanded(told, ticket, where);
    case InteractionType.ApplicationCommandAutocomplete:
      return typing(told.data, ticket, where.place);
    case InteractionType.MessageComponent:
      return pressed(told, ticket, where);
    case InteractionType.ModalSubmit:
      return filled(told, ticket, where);
    default:
      return null;
  }
}

function commanded(told: APIApplicationCommandInteraction, ticket: Ticket, where: Where): Heard | null {
  if (told.data.type === ApplicationCommandType.ChatInput) return chosen(told.data, ticket, where);
  if (told.data.type !== ApplicationCommandType.Message) return null;
  return { kind: "form", ticket, root: ownRoot(told, told.data.target_id, where) };
}

/** Buttons stand on messages of ours only, and mean actions of the first command. */
function pressed(told: APIMessageComponentInteraction, ticket: Ticket, where: Where): Heard | null {
  const carried = told.data.component_type === ComponentType.Button ? carriedBy(told.data.custom_id) : null;
  if (carried === null) return null;
  const isRoot = where.thread === null && told.guild_id !== undefined;
  if (carried.action === "ask" && Object.keys(carried.values).length === 0)
    return { kind: "form", ticket, root: isRoot ? told.message.id : null };
  return {
    kind: "run",
    ticket,
    where: {
      ...where,
      thread: where.thread ?? told.message.id,
      isRoot,
      pressedOn: idIn(where.thread, told.message.id),
    },
    command: null,
    carried,
  };
}

/** As messages are named: below a root with their thread, whose first message in a forum is the root. */
const idIn = (thread: string | null, message: string): string =>
  thread === null || thread === message ? message : replyId(thread, message);

/** A thread counts as its parent's: that is the place that follows a story. */
function whereOf(told: APIInteraction): Where | null {
  const person = (told.member?.user ?? told.user)?.id;
  const channel = told.channel;
  if (person === undefined || channel?.id === undefined) return null;
  const parent = isThread(channel.type) && "parent_id" in channel ? (channel.parent_id ?? null) : null;
  return {
    place: placeOf({ guild: told.guild_id ?? null, channel: parent ?? channel.id }),
    person,
    thread: parent === null ? null : channel.id,
    isRoot: false,
    manages: told.member === undefined || mayManage(told.member.permissions),
  };
}

export const isThread = (type: ChannelType): boolean =>
  type === ChannelType.PublicThread || type === ChannelType.PrivateThread || type === ChannelType.AnnouncementThread;

/** Whoever may manage the channel or the server, or everything. */
export function mayManage(permissions: string): boolean {
  const { ManageChannels, ManageGuild, Administrator } = PermissionFlagsBits;
  return (BigInt(permissions) & (ManageChannels | ManageGuild | Administrator)) !== 0n;
}

/** Only our own messages in a server's channel can get a thread from us. */
function ownRoot(told: APIInteraction & { readonly data: { readonly resolved?: unknown } }, id: string, where: Where) {
  const { messages = {} } = (told.data.resolved ?? {}) as { messages?: Record<string, { author?: { id?: string } }> };
  const isOurs = messages[id]?.author?.id === told.application_id;
  return isOurs && where.thread === null && told.guild_id !== undefined ? id : null;
}

type Options = readonly {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly options?: unknown;
}[];

function subcommandOf(options: unknown) {
  const [first] = (options ?? []) as Options;
  if (first?.type !== ApplicationCommandOptionType.Subcommand) return null;
  const values = (first.options ?? []) as readonly (APIApplicationCommandInteractionDataBasicOption & {
    readonly focused?: boolean;
  })[];
  return { name: first.name, values };
}

type Chosen = { readonly name: string; readonly options?: unknown };

function chosen(data: Chosen, ticket: Ticket, where: Where): Heard | null {
  const sub = subcommandOf(data.options);
  if (sub === null) return null;
  const values = Object.fromEntries(sub.values.map(({ name, value }) => [name, String(value)]));
  return { kind: "run", ticket, where, command: data.name, carried: { action: sub.name, values } };
}

function typing(data: Chosen, ticket: Ticket, place: string): Heard | null {
  const sub = subcommandOf(data.options);
  const focused = sub?.values.find((value) => value.focused === true);
  if (!sub || !focused) return null;
  const { name: option, value } = focused;
  return { kind: "typing", ticket, place, command: data.name, action: sub.name, option, typed: String(value) };
}

/** The form's rows are looked through for its one field, whichever way they are nested. */
function filled(
  told: { readonly data: { readonly custom_id: string; readonly components: unknown } },
  ticket: Ticket,
  where: Where,
): Heard | null {
  const carried = carriedBy(told.data.custom_id);
  const question = fieldIn(told.data.components, questionField);
  if (carried === null || question === null) return null;
  const { [rootField]: root, ...values } = carried.values;
  const at = where.thread === null && root !== undefined ? { ...where, thread: root, isRoot: true } : where;
  return {
    kind: "run",
    ticket,
    where: at,
    command: null,
    carried: { action: carried.action, values: { ...values, question } },
  };
}

type Field = {
  readonly custom_id?: string;
  readonly value?: unknown;
  readonly components?: unknown;
  readonly component?: unknown;
};

function fieldIn(components: unknown, name: string): string | null {
  const fields = (Array.isArray(components) ? components : [components]).filter(Boolean) as readonly Field[];
  for (const { custom_id, value, components: inner, component } of fields) {
    if (custom_id === name && typeof value === "string") return value;
    const found = inner || component ? fieldIn(inner ?? component, name) : null;
    if (found !== null) return found;
  }
  return null;
}
