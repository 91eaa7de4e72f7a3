/** Lets a model word the lines of a digest; without a reply in time the digest stays as it is, and says why. */
import type { Change, Digest } from "../../core/digest/digest.ts";
import type { ModelRequest } from "../../core/model/request.ts";
import { backRequest, readTranslated, translatorRequest } from "../../core/model/roles/translator.ts";
import { isRewritable, readWritten, writerRequest } from "../../core/model/roles/writer.ts";
import { isTranslatable, translatedBy } from "../../core/model/translated.ts";
import { worded } from "../../core/model/worded.ts";
import type { Destination } from "../../core/schedule/destination.ts";
import type { Log } from "../../ports.ts";
import type { Asking } from "./asking.ts";
import type { Patience } from "./patience.ts";

/** Lines of one digest that are sent; those in the root are the most important and come first. */
export const linesSentMax = 24;

/** The workspace that pays: `slack:T1` of `slack:T1/C1`. */
export const accountOf = (place: string): string => place.split("/")[0]!;

export async function write(
  digest: Digest,
  { place, language = "en" }: Pick<Destination, "place" | "language">,
  asking: Asking,
  patience: Patience,
  log: Log,
): Promise<Digest> {
  if (digest.quiet) return digest;
  const account = accountOf(place);
  const { changes, why } = asking.does("writer")
    ? await reworded(digest, account, asking, patience, log)
    : { changes: digest.changes, why: null };
  const told = { ...digest, changes };
  const other =
    language === "en" || why !== null ? { changes, why } : await translate(told, language, account, asking, patience);
  const lines = other.changes.filter(({ wordedBy, translation }) => wordedBy === "model" || translation).length;
  return { ...digest, changes: other.changes, engine: { model: asking.name, lines, why: other.why } };
}

type Written = { readonly changes: readonly Change[]; readonly why: string | null };

async function reworded(
  digest: Digest,
  account: string,
  asking: Asking,
  patience: Patience,
  log: Log,
): Promise<Written> {
  const asked = digest.changes.filter(isRewritable).slice(0, linesSentMax);
  if (asked.length === 0) return { changes: digest.changes, why: null };
  const reply = await asking.ask({ request: writerRequest(asked), read: readWritten, account }, patience);
  if (reply.kind === "none") return { changes: digest.changes, why: reply.why };
  const { changes, refused } = worded(digest, asked, reply.value);
  for (const { ref, why } of refused) log.info("A line of the language model was not taken", { ref, reason: why });
  return { changes, why: null };
}

/** There, and back without the originals; what does not pass is told in its own language alone. */
async function translate(
  digest: Digest,
  language: string,
  account: string,
  asking: Asking,
  patience: Patience,
): Promise<Written> {
  const { changes } = digest;
  const lines = changes
    .filter(isTranslatable)
    .slice(0, linesSentMax)
    .map(({ ref, text }) => ({ id: ref, text }));
  if (lines.length === 0) return { changes, why: null };
  const ask = (request: ModelRequest) => asking.ask({ request, read: readTranslated, account }, patience);
  const there = await ask(translatorRequest(lines, language));
  if (there.kind === "none") return { changes, why: there.why };
  const back = await ask(backRequest(there.value, language));
  if (back.kind === "none") return { changes, why: back.why };
  return { changes: translatedBy(digest, language, there.value, back.value), why: null };
}
