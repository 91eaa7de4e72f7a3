/** `invite` and `manifest`: the two links, the tables behind them, and no token in sight. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { discordRights, slackRights } from "../../src/cli/rights.ts";
import { permissions, rights } from "../../src/platforms/discord/rights.ts";
import { scopes } from "../../src/platforms/slack/manifest.ts";
import { inProcess } from "./program.ts";

const application = "123456789012345678";
const token = `${Buffer.from(application).toString("base64")}.GhIjKl.canary-of-the-token`;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

afterEach(() => vi.unstubAllEnvs());

describe("invite", () => {
  test("takes the application from the token, and shows nothing else of it", async () => {
    vi.stubEnv("DISCORD_TOKEN", token);
    const { code, out, err } = await inProcess(["invite", "--json"]);
    expect([code, err]).toEqual([0, ""]);
    const told = JSON.parse(out) as { link: string; permissions: string; rights: unknown };
    expect(Object.fromEntries(new URL(told.link).searchParams)).toEqual({
      client_id: application,
      permissions: String(permissions),
      scope: "bot applications.commands",
    });
    expect(told).toMatchObject({ application, permissions: String(permissions), rights: discordRights });
    expect(out).not.toContain("canary");
  });

  test("an id may be given, and every right stands with its reason", async () => {
    const { code, out } = await inProcess(["invite", "--app", application]);
    expect(code).toBe(0);
    expect(out).toContain(`client_id=${application}&`);
    for (const { name, why } of rights) expect(out).toMatch(new RegExp(`^  ${name} +${why}$`, "m"));
  });

  test.each([
    [[], /DISCORD_TOKEN or DISCORD_TOKEN_FILE/],
    [["--app", "parley"], /no application id/],
  ])("without an application it says what to give: %s", async (args, says) => {
    const { code, out, err } = await inProcess(["invite", ...args]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(says);
  });
});

describe("manifest", () => {
  test("with --json standard output is the manifest alone, as Slack takes it", async () => {
    const { code, out, err } = await inProcess(["manifest", "--json"]);
    expect(code).toBe(0);
    const manifest = JSON.parse(out) as { oauth_config: { scopes: { bot: readonly string[] } } };
    expect(manifest.oauth_config.scopes.bot).toEqual(scopes.map(({ name }) => name));
    const [link = ""] = /https:\/\/api\.slack\.com\S+/.exec(err) ?? [];
    const { searchParams } = new URL(link);
    expect(searchParams.get("new_app")).toBe("1");
    expect(JSON.parse(searchParams.get("manifest_json") ?? "")).toEqual(manifest);
  });

  test("for people it shows the link, every right with its reason, and the manifest", async () => {
    const { out, err } = await inProcess(["manifest", "--with", "chat:write.public"]);
    expect(err).toBe("");
    for (const { name, why } of slackRights) expect(out).toMatch(new RegExp(`^  ${escaped(name)} +${why}$`, "m"));
    expect(out).toContain('"chat:write.public"');
  });

  test("an address makes it one for many workspaces", async () => {
    const { out } = await inProcess(["manifest", "--json", "--address", "https://parley.example"]);
    expect(JSON.parse(out)).toMatchObject({ settings: { socket_mode_enabled: false } });
  });

  test.each([
    [["--address", "http://parley.example"], /https:\/\//],
    [["--address", "https://me:secret@parley.example"], /plain address/],
    [["--with", "admin"], /not optional/],
  ])("%s is refused", async (args, says) => {
    const { code, out, err } = await inProcess(["manifest", ...args]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(says);
  });
});
