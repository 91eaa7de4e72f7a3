import { describe, expect, test } from "vitest";
import { type Kept, openInstallations, sealOf } from "../../../src/platforms/slack/installations.ts";
import { storeInMemory } from "../../fakes/store.ts";

const granted = {
  team: { id: "T1", name: "Desk" },
  enterprise: undefined,
  user: { id: "U1", token: "xoxp-of-a-person", scopes: [] },
  bot: { token: "xoxb-of-the-bot", userId: "UBOT", id: "BBOT", scopes: ["commands", "chat:write"] },
  tokenType: "bot" as const,
  isEnterpriseInstall: false,
  authVersion: "v2" as const,
};

async function opened(kept?: Kept) {
  const store = kept ?? (await storeInMemory());
  const joined: string[] = [];
  const installations = openInstallations(store, "the app's own secret", async (team) => void joined.push(team));
  return { store, joined, installations, ...installations.store };
}

describe("an installation", () => {
  test("is read again by another run, and its places are told of it", async () => {
    const { store, storeInstallation, joined } = await opened();
    await storeInstallation(granted);
    expect(joined).toEqual(["T1"]);
    const next = await opened(store);
    expect(await next.installations.read("T1")).toEqual({
      token: "xoxb-of-the-bot",
      botUser: "UBOT",
      botId: "BBOT",
      scopes: ["commands", "chat:write"],
    });
    expect(await next.installations.read("T2")).toBeNull();
    const query = { teamId: "T1", enterpriseId: undefined, isEnterpriseInstall: false } as const;
    expect(await next.fetchInstallation(query)).toMatchObject({
      team: { id: "T1" },
      bot: { token: "xoxb-of-the-bot", userId: "UBOT" },
    });
  });

  test("holds no token that a copy of the store would give away, and none of a person", async () => {
    const { store, storeInstallation } = await opened();
    await storeInstallation(granted);
    const record = (await store.installation("slack:T1")) ?? "";
    expect(record.length).toBeGreaterThan(50);
    expect(record).not.toMatch(/xox/);
    expect(Buffer.from(record, "base64url").toString("latin1")).not.toMatch(/xox/);
    const other = openInstallations(store, "another secret", async () => {});
    expect(await other.read("T1")).toBeNull();
  });

  test("that is taken back is gone, also from what was kept at hand", async () => {
    const { store, storeInstallation, installations, deleteInstallation } = await opened();
    await storeInstallation(granted);
    await deleteInstallation?.({ teamId: "T1", enterpriseId: undefined, isEnterpriseInstall: false });
    expect(await installations.read("T1")).toBeNull();
    expect(await store.installation("slack:T1")).toBeNull();
  });

  test("of a whole organisation, or without a bot, is refused", async () => {
    const { storeInstallation } = await opened();
    const { bot, ...withoutBot } = granted;
    await expect(storeInstallation(withoutBot)).rejects.toThrow(/one workspace at a time/);
    await expect(
      storeInstallation({ ...granted, team: undefined, enterprise: { id: "E1" }, isEnterpriseInstall: true }),
    ).rejects.toThrow(/one workspace/);
    expect(bot.token).toBeDefined();
  });

  test("is read from the store once", async () => {
    const { store, storeInstallation } = await opened();
    await storeInstallation(granted);
    let reads = 0;
    const counting: Kept = {
      ...store,
      installation: (id) => {
        reads += 1;
        return store.installation(id);
      },
    };
    const { installations } = await opened(counting);
    for (let n = 0; n < 3; n += 1) await installations.read("T1");
    expect(reads).toBe(1);
  });
});

test("a seal opens what it shut and nothing else", () => {
  const seal = sealOf("s");
  expect(seal.open(seal.shut("ключ"))).toBe("ключ");
  expect(seal.shut("a")).not.toBe(seal.shut("a"));
  for (const odd of [
    "",
    "AAAA",
    `${seal.shut("a")}A`,
    seal.shut("a").replace(/.$/, (one) => (one === "A" ? "B" : "A")),
  ])
    expect(["a", null]).toContain(seal.open(odd));
  expect(sealOf("t").open(seal.shut("a"))).toBeNull();
});
