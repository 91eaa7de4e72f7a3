/** Posts one test message to each place of a chat whose token is set, and tells how that ended. */
import type { Config } from "../../config/config.ts";
import type { Loaded } from "../../config/load.ts";
import { heading, paragraph, text } from "../core/post/post.ts";
import { type Finding, fault, faultOf, fine } from "../platforms/check.ts";
import type { Clock, Log, Platform, PostOutcome, Store } from "../ports.ts";
import { openStore } from "../store/sqlite/open.ts";
import { openPlatforms } from "./platforms.ts";

export type Testing = {
  readonly loaded: Pick<Loaded, "secrets" | "addresses">;
  readonly config: Pick<Config, "discord" | "slack">;
  readonly places: readonly string[];
  readonly installation: Store["installation"];
  readonly clock: Clock;
  readonly log: Log;
};

const name = "test";

/** None of the places is a fault when no token is set for it: that is somebody else's to tell. */
export async function postTests(testing: Testing): Promise<readonly Finding[]> {
  const { loaded, config, places, clock, log } = testing;
  const secrets = Object.keys(loaded.secrets);
  const wanted = places.filter((place) =>
    secrets.some((one) => one.startsWith(`${place.split(":")[0]?.toUpperCase()}_`)),
  );
  if (wanted.length === 0) return [fine(name, "nothing was posted, because no place has its token yet")];
  // Beside a running bot its store is shut; what a test needs of it is read beforehand.
  const opening = await openStore({ file: ":memory:", owner: name });
  if (opening.kind === "refused") return [faultOf(name, opening.reason)];
  const store = { ...opening.store, installation: testing.installation };
  try {
    const chats = {
      secrets: loaded.secrets,
      addresses: loaded.addresses,
      discord: config.discord,
      slack: config.slack,
    };
    const open = await openPlatforms({
      chats,
      destinations: [],
      alerts: null,
      openTerminal: noTerminal,
      resumed: async () => {},
      store,
      clock,
      log,
    });
    const findings = await Promise.all(wanted.map((place) => postTest(place, open.all, clock)));
    await open.close();
    return findings;
  } catch (cause) {
    return [faultOf(name, cause instanceof Error ? cause.message : String(cause))];
  } finally {
    await store.close();
  }
}

/** A token is set, so none is opened. */
const noTerminal = (): Platform => {
  throw new Error("A test message needs a chat.");
};

async function postTest(place: string, platforms: readonly Platform[], clock: Clock): Promise<Finding> {
  const platform = platforms.find((one) => place.startsWith(`${one.name}:`));
  if (!platform) return fault(name, `nothing was posted to ${place}`, "Mend what is said about its token.");
  const document = [
    heading("Parley can post here"),
    paragraph(text("This is a test. Digests come here when something changed, each line with its sources.")),
  ];
  const key = `test|${place}|${clock.now()}`;
  const outcome = await platform.post({ key, place, document, title: "Parley's test", inThreadOf: null, again: false });
  return told(place, outcome);
}

function told(place: string, outcome: PostOutcome): Finding {
  if (outcome.kind === "sent") return fine(name, `a test message is in ${place}`);
  if (outcome.kind === "unknown")
    return fault(name, `a test message may be in ${place}, or not: ${outcome.reason}`, "Look there.");
  return faultOf(name, `Nothing was posted to ${place}: ${outcome.reason}`);
}
