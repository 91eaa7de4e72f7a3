/**
 * What a digest told and its sources have taken back since. The ledger says so; a value that another source still
 * supports stands, and so does one that later news merely replaced.
 */
import type { Instant } from "../article/article.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type Retraction, retractionOf, versionsOf } from "../ledger/retraction.ts";
import type { Change, Digest } from "./digest.ts";

/** A line that was told, and what became of it. */
export type Correction = Retraction & { readonly told: Change };

/** Posts older than this are left as they are: nobody reads them as news. */
export const correctionDaysMax = 14;

export function correctionsOf(digest: Digest, ledger: Ledger): readonly Correction[] {
  return digest.changes.flatMap((told) => {
    const fact = told.kind === "withdrawn" ? undefined : ledger.facts.get(told.ref);
    if (!fact || fact.withdrawn.size === 0) return [];
    const versions = versionsOf(fact, told.evidence);
    const gone = versions.flatMap((version) => retractionOf(fact, version) ?? []);
    if (gone.length === 0) return [];
    // A dispute tells two values; with one of them taken back, the other is what stands.
    const last = gone.reduce((a, b) => (b.at > a.at || (b.at === a.at && b.now !== null) ? b : a));
    return [{ ...last, by: [...new Set(gone.flatMap((one) => one.by))], told }];
  });
}

/** Names a correction: the same line taken back in the same way is one correction, whenever it is decided. */
export const correctionName = ({ ref, now }: Pick<Correction, "ref" | "now">): string =>
  now === null ? `${ref}:withdrawn` : `${ref}:corrected:${now.at}`;

/** Whether a digest that was decided then is still corrected. */
export const isCorrected = (decided: Instant, now: Instant): boolean =>
  decided >= now - correctionDaysMax * 24 * 3_600_000;
