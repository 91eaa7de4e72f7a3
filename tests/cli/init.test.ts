/** `init` with flags alone, with a person who answers, and with files that must not be lost. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { readConfig } from "../../config/config.ts";
import { readArgs } from "../../src/cli/command.ts";
import { init, initCommand } from "../../src/cli/init.ts";
import { channel, guild, startDiscordRest } from "../fakes/discord-rest.ts";
import { folderWith, inProcess, parley } from "./program.ts";

const before = `zone: UTC
stories: [story.yaml]
polling: { contact: "https://quay.example/contact" }
destinations:
  - { place: "terminal:", story: dock, schedule: every 6h }
# Ours.
feeds:
  - { id: quay, url: "https://quay.example/feed", outlet: Quay }
`;
const story = "story: dock\nname: Dock talks\nwords: [talks]\n";

const closings: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of closings.splice(0)) await close();
});

function folder() {
  const own = folderWith({ "parley.yaml": before, "story.yaml": story });
  closings.push(own.remove);
  const path = join(own.path, "parley.yaml");
  vi.stubEnv("PARLEY_CONFIG", path);
  vi.stubEnv("PARLEY_STORE", join(own.path, "store.sqlite"));
  return {
    path,
    text: () => readFileSync(path, "utf8"),
    config: () => readConfig(readFileSync(path, "utf8"), "").config,
  };
}

const flags = [
  ...["--story", "dock", "--places", `https://discord.com/channels/${guild}/${channel}, slack:T1/C1`],
  ...["--schedule", "daily 20:00, 08:00", "--zone", "Europe/Kyiv", "--quiet-hours", "22:00-07:00"],
  ...["--alerts", "slack:T1/C9"],
];

describe("with flags alone", () => {
  test("it writes what was asked for, keeps the rest and the old file, and says what is left", async () => {
    const own = folder();
    const { code, out, err } = await inProcess(["init", ...flags, "--force", "--app", "123456789012345678"]);
    expect([code, err]).toEqual([0, ""]);
    expect(own.text()).toContain("# Ours.\nfeeds:\n  - { id: quay,");
    const [first, second] = own.config()?.destinations ?? [];
    expect(first).toMatchObject({ place: `discord:${guild}/${channel}`, story: "dock", zone: "Europe/Kyiv" });
    expect(first?.quietHours).toEqual({ from: { hour: 22, minute: 0 }, to: { hour: 7, minute: 0 } });
    expect(second).toMatchObject({ place: "slack:T1/C1" });
    expect(own.config()?.alerts).toBe("slack:T1/C9");
    expect(readFileSync(`${own.path}.before`, "utf8")).toBe(before);
    expect(out).toContain('schedule: "daily 08:00, 20:00"');
    expect(out).toContain("client_id=123456789012345678");
    expect(out).toContain("https://api.slack.com/apps?new_app=1&manifest_json=");
    for (const name of ["DISCORD_TOKEN", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"]) expect(out).toContain(`${name}_FILE`);
  });

  test("a file that is there is not touched without --force", async () => {
    const own = folder();
    const { code, out, err } = await inProcess(["init", ...flags]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/there already.*--force.*--dry-run/);
    expect(own.text()).toBe(before);
  });

  test("--dry-run shows and writes nothing", async () => {
    const own = folder();
    const { code, out } = await inProcess(["init", ...flags, "--dry-run"]);
    expect([code, own.text()]).toEqual([0, before]);
    expect(out).toContain('- place: "slack:T1/C1"');
  });

  test("a new file is made from the one that comes with Parley, and works where it lies", async () => {
    const own = folder();
    const path = join(`${own.path}-new`, "parley.yaml");
    closings.push(() => rmSync(dirname(path), { recursive: true, force: true }));
    vi.stubEnv("PARLEY_CONFIG", path);
    expect((await inProcess(["init"])).code).toBe(0);
    expect(existsSync(`${path}.before`)).toBe(false);
    const checked = await inProcess(["doctor", "--json"]);
    expect(JSON.parse(checked.out)).toContainEqual(expect.objectContaining({ name: "settings", ok: true }));
  });

  test.each([
    ["--story", "dork", /Known: dock/],
    ["--places", "discord:1", /discord:SERVER\/CHANNEL/],
    ["--places", "https://dock-desk.slack.com/archives/C0123ABCD", /which workspace.*browser/],
    ["--alerts", "https://dock-desk.slack.com/archives/C0123ABCD", /which workspace.*browser/],
    ["--schedule", "daily 27:00", /no schedule/],
    ["--zone", "Mars", /IANA/],
    ["--schedule", "daily 08:00 in Mars", /IANA/],
    ["--quiet-hours", "night", /22:00-07:00/],
    ["--alerts", "somewhere", /no place/],
    ["--app", "me", /no application id/],
  ])("%s %s is refused in one line, and nothing is written", async (flag, value, says) => {
    const own = folder();
    const { code, out, err } = await inProcess(["init", "--force", flag, value]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(says);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(own.text()).toBe(before);
  });

  test("a token that was pasted into the wrong flag is not repeated", async () => {
    folder();
    for (const flag of ["--story", "--places", "--schedule", "--quiet-hours", "--alerts"]) {
      const { code, err } = await inProcess(["init", "--force", flag, "xoxb-canary-1"]);
      expect(code).toBe(2);
      expect(err).not.toContain("canary");
    }
  });

  test("a configuration with a fault is not built upon", async () => {
    const own = folder();
    writeFileSync(own.path, "zone: [\n");
    const { code, err } = await inProcess(["init", "--force"]);
    expect(code).toBe(2);
    expect(err).toMatch(/parley\.yaml:\d+: This is not YAML/);
  });

  test("as a process without a keyboard it asks nothing", async () => {
    const own = folder();
    const env = { PARLEY_CONFIG: own.path };
    const ended = await parley(["init", ...flags, "--force"], { env });
    expect(ended).toMatchObject({ code: 0, err: "" });
    expect(own.config()?.destinations).toHaveLength(2);
  });
});

describe("with a person", () => {
  async function asked(answers: readonly string[], words: readonly string[] = []) {
    const left = [...answers];
    const questions: string[] = [];
    const told: string[] = [];
    const tell = (text: string) => void told.push(text);
    const io = { out: tell, err: tell, root: join(import.meta.dirname, "../..") };
    const code = await init(readArgs(initCommand, words), io, async (question) => {
      questions.push(question);
      return left.shift() ?? "";
    });
    return { code, questions, out: told.join("") };
  }

  test("five questions, a look, and a yes", async () => {
    const own = folder();
    const { code, questions } = await asked(["", "slack:T1/C1", "every 6h in UTC", "none", "none", "yes"]);
    expect([code, questions.length]).toEqual([0, 6]);
    expect(questions.join("\n")).not.toMatch(/token|secret/i);
    expect(own.config()?.destinations).toEqual([expect.objectContaining({ place: "slack:T1/C1", zone: "UTC" })]);
  });

  test("without a yes nothing is written", async () => {
    const own = folder();
    const { code, out } = await asked([]);
    expect([code, own.text()]).toEqual([0, before]);
    expect(out).toContain("Nothing was written.");
  });

  test("a wrong answer is asked again, with the reason; a flag is not asked", async () => {
    const own = folder();
    const { code, questions } = await asked(["nowhere", "terminal", "", "", ""], ["--story", "dock", "--force"]);
    expect(code).toBe(0);
    expect(questions[1]).toMatch(/^That is no place\..*\nWhere/);
    expect(questions.some((question) => question.includes("story"))).toBe(false);
    expect(own.config()?.destinations).toHaveLength(1);
  });
});

test("--test posts one message where there is a token, and tells how it ended", async () => {
  const own = folder();
  const server = await startDiscordRest();
  closings.push(server.close);
  vi.stubEnv("DISCORD_TOKEN", "MTExMTExMTExMTExMTExMTEx.Canary.discord-canary-token");
  vi.stubEnv("DISCORD_API_URL", server.api);
  const { code, out } = await inProcess(["init", ...flags, "--force", "--test"]);
  expect(code).toBe(0);
  expect(out).toContain(`a test message is in discord:${guild}/${channel}`);
  expect(out).toContain("DISCORD_TOKEN is set");
  expect(out).not.toMatch(/canary/i);
  expect(server.asked).toContain(`POST /channels/${channel}/messages`);
  expect(own.config()).not.toBeNull();
});
