/** Lets a model word the lines of a digest; without a reply in time the digest stays as it is, and says why. */
import type { Digest } from "../../core/digest/digest.ts";
import { isRewritable, readWritten, writerRequest } from "../../core/model/roles/writer.ts";
import { worded } from "../../core/model/worded.ts";
import type { Log } from "../../ports.ts";
import type { Asking } from "./asking.ts";
import type { Patience } from "./patience.ts";

/** Lines of one digest that are sent; those in the root are the most important and come first. */
export const linesSentMax = 24;

/** The workspace that pays: `slack:T1` of `slack:T1/C1`. */
export const accountOf = (place: string): string => place.split("/")[0]!;

export async function write(
  digest: Digest,
  place: string,
  asking: Asking,
  patience: Patience,
  log: Log,
): Promise<Digest> {
  const done = (made: Digest, why: string | null): Digest => ({
    ...made,
    engine: { model: asking.name, lines: made.changes.filter(({ wordedBy }) => wordedBy === "model").length, why },
  });
  if (digest.quiet) return digest;
  const asked = asking.does("writer") ? digest.changes.filter(isRewritable).slice(0, linesSentMax) : [];
  if (asked.length === 0) return done(digest, null);
  const reply = await asking.ask(
    { request: writerRequest(asked), read: readWritten, account: accountOf(place) },
    patience,
  );
  if (reply.kind === "none") return done(digest, reply.why);
  const { changes, refused } = worded(digest, asked, reply.value);
  for (const { ref, why } of refused) log.info("A line of the language model was not taken", { ref, reason: why });
  return done({ ...digest, changes }, null);
}
