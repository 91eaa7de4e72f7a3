import { expect, test } from "vitest";
import { commands } from "../../../commands/index.ts";
import {
  createAppLink,
  events,
  optionalScopes,
  scopes,
  slackManifest,
  usageHint,
} from "../../../src/platforms/slack/manifest.ts";
import { filesIn, textOf } from "../../checkout/files.ts";

const setup = { commands, address: null, optional: [] } as const;

test("a manifest for one workspace needs no address", () => {
  const manifest = slackManifest(setup);
  expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, org_deploy_enabled: false });
  expect(JSON.stringify(manifest)).not.toContain("url");
  expect(manifest.features.slash_commands).toEqual([
    {
      command: "/talks",
      description: commands[0]?.about,
      usage_hint: expect.stringMatching(/^latest \| since \| .*\| a question$/),
      should_escape: false,
    },
  ]);
});

test("one for many sends everything to its address", () => {
  const { features, oauth_config, settings } = slackManifest({ ...setup, address: "https://parley.example/" });
  expect(features.slash_commands[0]).toMatchObject({ url: "https://parley.example/slack/events" });
  expect(settings).toMatchObject({
    socket_mode_enabled: false,
    event_subscriptions: { request_url: "https://parley.example/slack/events" },
    interactivity: { is_enabled: true, request_url: "https://parley.example/slack/events" },
  });
  expect(oauth_config).toMatchObject({ redirect_urls: ["https://parley.example/slack/oauth_redirect"] });
});

test("every command of ours is there, with a description and a hint that Slack takes", () => {
  const { slash_commands } = slackManifest(setup).features;
  expect(slash_commands.map(({ command }) => command)).toEqual(commands.map(({ name }) => `/${name}`));
  for (const one of slash_commands) {
    expect(one.command).toMatch(/^\/[a-z]{1,31}$/);
    expect(one.description.length).toBeGreaterThan(0);
    expect(one.usage_hint.length).toBeLessThanOrEqual(1_000);
  }
  for (const command of commands)
    for (const action of Object.keys(command.actions)) expect(usageHint(command)).toContain(action);
});

/** What each right is for, as it stands in the code: a right that nothing uses is one too many. */
const uses: Readonly<Record<string, RegExp>> = {
  commands: /app\.command\(/,
  "chat:write": /chat\.postMessage\(/,
  "app_mentions:read": /"app_mention"/,
  "channels:history": /conversations\.history\(/,
  "groups:history": /conversations\.history\(/,
  "im:history": /isDirect\(/,
  "users:read": /users\.info\(/,
};

test("each right is used, has its reason, and is asked for only once", () => {
  const code = filesIn("src/platforms/slack", ".ts")
    .filter((path) => !path.endsWith("manifest.ts"))
    .map(textOf)
    .join("\n");
  const names = scopes.map(({ name }) => name);
  expect(Object.keys(uses)).toEqual(names);
  for (const name of names) expect(code).toMatch(uses[name]!);
  expect(new Set(names).size).toBe(names.length);
  for (const { why } of [...scopes, ...optionalScopes, ...events]) expect(why.length).toBeGreaterThan(5);
  expect(slackManifest(setup).oauth_config.scopes.bot).toEqual(names);
  expect(slackManifest({ ...setup, optional: ["chat:write.public", "admin"] }).oauth_config.scopes.bot).toEqual([
    ...names,
    "chat:write.public",
  ]);
});

test("every event that is asked for is listened to", () => {
  const code = textOf("src/platforms/slack/listeners.ts");
  for (const { name } of events) expect(code).toContain(`"${name.split(".")[0]}"`);
});

test("the link opens Slack's page with the manifest in it", () => {
  const link = new URL(createAppLink(setup));
  expect(link.origin).toBe("https://api.slack.com");
  expect(JSON.parse(link.searchParams.get("manifest_json") ?? "")).toEqual(
    JSON.parse(JSON.stringify(slackManifest(setup))),
  );
});
