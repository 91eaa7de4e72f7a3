/** Holds each request against the schemas that are made from Discord's own OpenAPI file, and against its prose. */
import * as z from "zod/mini";
import { type Body, proseFaults } from "./prose.ts";

/** Loaded by name, because the package ships sources that a strict compiler does not take. */
const packageName = "discord-api-spec";
const { pathsList } = (await import(packageName)) as {
  readonly pathsList: Readonly<Record<string, readonly string[]>>;
};
const schemas = (await import(`${packageName}/zod`)) as Readonly<Record<string, z.ZodMiniType>>;

const schema = (name: string): z.ZodMiniType => {
  const found = schemas[`${name}Schema`];
  if (!found) throw new Error(`discord-api-spec has no ${name}.`);
  return found;
};

const callbacks = z.union([
  schema("ApplicationCommandAutocompleteCallbackRequest"),
  schema("CreateMessageInteractionCallbackRequest"),
  schema("ModalInteractionCallbackRequest"),
  schema("PongInteractionCallbackRequest"),
  schema("UpdateMessageInteractionCallbackRequest"),
]);

const bodies: Readonly<Record<string, z.ZodMiniType>> = {
  "POST /channels/{channel_id}/messages": schema("MessageCreateRequest"),
  "PATCH /channels/{channel_id}/messages/{message_id}": schema("MessageEditRequestPartial"),
  "POST /channels/{channel_id}/messages/{message_id}/threads": schema("CreateTextThreadWithMessageRequest"),
  "POST /channels/{channel_id}/threads": schema("CreateForumThreadRequest"),
  "POST /users/@me/channels": schema("CreatePrivateChannelRequest"),
  "PUT /applications/{application_id}/commands": z.array(schema("ApplicationCommandUpdateRequest")),
  "PUT /applications/{application_id}/guilds/{guild_id}/commands": z.array(schema("ApplicationCommandUpdateRequest")),
  "POST /interactions/{interaction_id}/{interaction_token}/callback": callbacks,
  "POST /webhooks/{webhook_id}/{webhook_token}": schema("IncomingWebhookRequestPartial"),
  "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original": schema("IncomingWebhookUpdateRequestPartial"),
};

/** Requests that carry no body of their own. */
const bare = /^(GET|DELETE) |\/typing$/;

const routes = Object.entries(pathsList)
  .flatMap(([method, paths]) => paths.map((path) => ({ method: method.toUpperCase(), path, like: likeOf(path) })))
  .sort((a, b) => a.path.split("{").length - b.path.split("{").length);

function likeOf(path: string): RegExp {
  const source = path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+");
  return new RegExp(`^${source}$`);
}

export type Judged = { readonly route: string; readonly faults: readonly string[] };

/** The route's template, and everything that Discord would not take. */
export function judge(method: string, path: string, body: unknown): Judged {
  const route = routes.find((one) => one.method === method && one.like.test(decodeURIComponent(path)))?.path;
  if (route === undefined) return { route: path, faults: [`there is no ${method} ${path}`] };
  const expected = bodies[`${method} ${route}`];
  if (!expected) return { route, faults: bare.test(`${method} ${route}`) ? [] : [`nothing checks ${method} ${route}`] };
  const parsed = expected.safeParse(asPublished(body));
  const issues = parsed.error?.issues ?? [];
  return {
    route,
    faults: [
      ...issues.map(({ path: where, message }) => `${where.join(".")}: ${message}`),
      ...proseFaults(method, route, (body ?? {}) as Body),
    ],
  };
}

/** The published schema has permissions as a number; Discord's documents and Discord itself have a string. */
function asPublished(body: unknown): unknown {
  if (!Array.isArray(body)) return body;
  return body.map((command: { readonly default_member_permissions?: string | null }) => ({
    ...command,
    default_member_permissions:
      command.default_member_permissions == null ? null : Number(command.default_member_permissions),
  }));
}
