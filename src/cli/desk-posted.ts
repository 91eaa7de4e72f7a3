/** The digests that readers of a place got; where none got any yet, those of other places that follow the story. */
import type { Digest } from "../core/digest/digest.ts";
import { followed } from "../core/schedule/destination.ts";
import type { Desk } from "./desk.ts";

/** Stored digests that are looked through: most windows of a silent place have nothing to tell. */
const lookback = 60;

/** Newest first, each window once, though several places may have got it. */
export async function postedDigests(
  { story, place }: { readonly story: string; readonly place: string },
  limit: number,
  { store, destinations }: Pick<Desk, "store" | "destinations">,
): Promise<readonly Digest[]> {
  const here = await store.digests({ story, place, limit: lookback });
  const all = here.length > 0 ? here : await store.digests({ story, place: null, limit: lookback });
  const silent = followed(destinations, await store.followings()).filter(({ quiet }) => quiet === "silent");
  const isSilent = (at: string) => silent.some((one) => one.place === at && one.story === story);
  const told = all.filter((one) => !(one.digest.quiet && isSilent(one.place)));
  const shown = told.length > 0 ? told : all;
  return [...new Map(shown.map(({ digest }) => [digest.id, digest])).values()].slice(0, limit);
}
