/**
 * Who may manage a place. Slack tells an ordinary app who the workspace's admins and owners are (`users:read`), but not
 * who manages one channel: that needs rights over the whole organisation, which Parley does not ask for. So admins and
 * owners may, and whoever the operator names; in a conversation of two, the one who talks with the bot.
 */
import type { Log } from "../../ports.ts";
import { reasonOf } from "./outcome.ts";
import { isDirect } from "./place.ts";
import type { Spot } from "./requests.ts";
import type { Workspaces } from "./workspaces.ts";

/** Asked anew at each call, since rights are taken away too. */
export function managesWith(
  workspaces: Workspaces,
  named: readonly string[],
  log: Log,
): (spot: Spot) => Promise<boolean> {
  return async ({ team, channel, user }) => {
    if (named.includes(user) || isDirect(channel)) return true;
    const opening = await workspaces.of(team);
    if (opening.kind !== "open") return false;
    try {
      const { user: found } = await opening.workspace.client.users.info({ user });
      const isHere = found?.team_id === undefined || found.team_id === team;
      return isHere && (found?.is_admin === true || found?.is_owner === true || found?.is_primary_owner === true);
    } catch (error) {
      log.warn("Slack does not say whether a person manages the workspace; it counts as no", {
        reason: reasonOf(error),
      });
      return false;
    }
  };
}
