/**
 * What workspaces granted to the app, kept through the store and read by Slack's OAuth. The record holds a token, so it
 * is sealed with a key made from the app's own secret: a copy of the store alone opens nothing.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Installation, InstallationQuery, InstallationStore } from "@slack/bolt";
import type { Store } from "../../ports.ts";
import { parsed } from "./buttons.ts";

export type Kept = Pick<Store, "installation" | "saveInstallation" | "removeInstallation">;

export type Granted = {
  readonly token: string;
  readonly botUser: string;
  readonly botId: string;
  readonly scopes: readonly string[];
};

export type Installations = {
  /** Null when the workspace installed nothing, or took it back. */
  read(team: string): Promise<Granted | null>;
  remove(team: string): Promise<void>;
  /** For Slack's OAuth. */
  readonly store: InstallationStore;
};

/** Records that are kept at hand, so that no event has to wait for the store. */
const atHandMax = 1_000;

/** `granted` is told when a workspace installs the app, also when it does so again. */
export function openInstallations(kept: Kept, secret: string, granted: (team: string) => Promise<void>): Installations {
  const seal = sealOf(secret);
  const atHand = new Map<string, Granted | null>();
  const keep = (team: string, one: Granted | null) => {
    if (atHand.size >= atHandMax) atHand.clear();
    atHand.set(team, one);
    return one;
  };
  const read = async (team: string) => {
    const known = atHand.get(team);
    if (known !== undefined) return known;
    const record = await kept.installation(idOf(team));
    return keep(team, record === null ? null : readRecord(seal.open(record)));
  };
  const remove = async (team: string) => {
    await kept.removeInstallation(idOf(team));
    keep(team, null);
  };
  return { read, remove, store: { storeInstallation, fetchInstallation, deleteInstallation } };

  async function storeInstallation(installation: Installation): Promise<void> {
    const team = installation.team?.id;
    const { bot } = installation;
    if (!team || !bot || installation.isEnterpriseInstall)
      throw new Error("Parley is installed in one workspace at a time, with a bot user.");
    const one: Granted = { token: bot.token, botUser: bot.userId, botId: bot.id, scopes: bot.scopes };
    await kept.saveInstallation(idOf(team), seal.shut(JSON.stringify(one)));
    keep(team, one);
    await granted(team);
  }

  async function fetchInstallation(query: InstallationQuery<boolean>): Promise<Installation<"v2", false>> {
    const team = query.teamId ?? "";
    const one = team === "" ? null : await read(team);
    if (!one) throw new Error(`The workspace ${team} has not installed the app.`);
    return {
      team: { id: team },
      enterprise: undefined,
      user: { id: "", token: undefined, scopes: undefined },
      bot: { token: one.token, userId: one.botUser, id: one.botId, scopes: [...one.scopes] },
      tokenType: "bot",
      isEnterpriseInstall: false,
      authVersion: "v2",
    };
  }

  async function deleteInstallation(query: InstallationQuery<boolean>): Promise<void> {
    if (query.teamId) await remove(query.teamId);
  }
}

const idOf = (team: string): string => `slack:${team}`;

function readRecord(json: string | null): Granted | null {
  const read = json === null ? null : parsed(json);
  if (typeof read !== "object" || read === null) return null;
  const { token, botUser, botId, scopes } = read as Partial<Granted>;
  return token && botUser ? { token, botUser, botId: botId ?? "", scopes: scopes ?? [] } : null;
}

const cipher = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** Shuts text so that it can only be opened with the same secret; opening anything else gives null. */
export function sealOf(secret: string): { shut(text: string): string; open(sealed: string): string | null } {
  const key = Buffer.from(hkdfSync("sha256", secret, "parley", "slack installations", 32));
  return {
    shut: (text) => {
      const iv = randomBytes(ivBytes);
      const shutting = createCipheriv(cipher, key, iv);
      const body = Buffer.concat([shutting.update(text, "utf8"), shutting.final()]);
      return Buffer.concat([iv, shutting.getAuthTag(), body]).toString("base64url");
    },
    open: (sealed) => {
      const all = Buffer.from(sealed, "base64url");
      try {
        const opening = createDecipheriv(cipher, key, all.subarray(0, ivBytes));
        opening.setAuthTag(all.subarray(ivBytes, ivBytes + tagBytes));
        return opening.update(all.subarray(ivBytes + tagBytes), undefined, "utf8") + opening.final("utf8");
      } catch {
        return null;
      }
    },
  };
}
