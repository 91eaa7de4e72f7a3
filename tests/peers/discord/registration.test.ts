/** Commands are written to Discord when they changed, and not otherwise: 200 writes a day are allowed. */
import { afterEach, expect, test } from "vitest";
import { openAdapter } from "./adapter.ts";
import { bot, channel, guild, openStage, reader, type Stage, until } from "./stage.ts";

const everywhere = "/applications/{application_id}/commands";
const onServer = "/applications/{application_id}/guilds/{guild_id}/commands";

let stage: Stage;
afterEach(() => stage.close());

/** One start of the program, from connecting to the end, which waits for what is under way. */
async function start(given: { readonly developmentGuild?: string; readonly notes?: Map<string, string> }) {
  const adapter = await openAdapter(stage, given);
  let heard = 0;
  const answer = async () => {
    heard += 1;
    return null;
  };
  const before = stage.gateway.heard.filter((op) => op === 2).length;
  const ended = adapter.platform.listen({ answer, suggest: async () => [] });
  await until(() => stage.gateway.heard.filter((op) => op === 2).length > before, "the introduction");
  // A message comes after the greeting; one that was written too early is not heard, so more follow.
  const hello = () =>
    stage.twin
      .channel(channel)
      .user(reader)
      .sendMessage({ content: `<@${bot}> hello` });
  await until(async () => {
    if (heard === 0) await hello();
    return heard > 0;
  }, "a message");
  await until(() => adapter.notes.has("discord commands"), "the registration");
  await adapter.platform.close();
  await ended;
  return adapter.notes;
}
const writes = () => stage.rest.asked.filter(({ method }) => method === "PUT");

test("in production once for all servers; the second start writes nothing, a changed definition does", async () => {
  stage = await openStage();
  const notes = await start({});
  expect(writes().map(({ route }) => route)).toEqual([everywhere]);
  expect(stage.rest.violations()).toEqual([]);
  const later = new Map(notes).set("discord connects", "");
  await start({ notes: later });
  expect(writes()).toHaveLength(1);
  const changed = JSON.parse(later.get("discord commands")!) as { hash: string };
  await start({ notes: new Map([["discord commands", JSON.stringify({ ...changed, hash: "another" })]]) });
  expect(writes()).toHaveLength(2);
});

test("in development on one server; when it is left, its list is emptied", async () => {
  stage = await openStage();
  const notes = await start({ developmentGuild: guild });
  expect(writes().map(({ route }) => route)).toEqual([onServer]);
  await start({ notes: new Map(notes).set("discord connects", "") });
  expect(writes().map(({ route, body }) => [route, (body as unknown[]).length > 0])).toEqual([
    [onServer, true],
    [everywhere, true],
    [onServer, false],
  ]);
  expect(stage.rest.violations()).toEqual([]);
});
