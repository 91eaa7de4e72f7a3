/**
 * What a claim tells itself, and what it only stands on: "the port closed the quay after three dockers were injured"
 * tells of a quay. What is known of the injured neither makes it known nor is changed by it.
 */
import type { Claim } from "../claim/claim.ts";
import { sameFamily } from "../language/verbs.ts";
import { stemOf, termsOf } from "../language/words.ts";
import { tokens } from "../text/tokens.ts";
import { foundOnce, traitsOf } from "./traits.ts";

const behind =
  /(?:,?\s(?:(?:a|one|two|three|some|several|just|only|\d+)\s)?(?:(?:hours?|days?|weeks?|months?)\s)?)\b(?:after|following|because|amid|despite|in response to|in protest (?:at|over|against)|in the wake of|owing to)\b/i;
const fronted = /^(?:after|following|because|amid|despite|in response to|in the wake of|owing to)\b[^,]{8,},\s/i;

/** Share of an earlier claim's words up to which the part itself does not speak of it, and from which the rest does. */
const itselfMost = 0.2;
const behindLeast = 0.3;

/** Whether all that a claim has in common with an earlier one stands behind "after", "because" and their like. */
export function onlyBehind(before: Claim, after: Claim): boolean {
  const parts = partsOf(after);
  if (parts === null || sameKind(before, after)) return false;
  const known = traitsOf(before).words;
  if (known.length === 0) return false;
  const share = (stems: ReadonlySet<string>) => known.filter(({ stem }) => stems.has(stem)).length / known.length;
  return share(parts.itself) <= itselfMost && share(parts.rest) >= behindLeast;
}

/** One kind of event in both is rather the same event gone on. */
const sameKind = ({ event: was }: Claim, { event: is }: Claim) =>
  was !== undefined && is !== undefined && sameFamily(was.family, is.family);

type Parts = { readonly itself: ReadonlySet<string>; readonly rest: ReadonlySet<string> };

/** The stems of either part; null for a claim that stands on nothing. */
const partsOf = foundOnce(({ quote }): Parts | null => {
  const front = fronted.exec(quote)?.[0].length;
  if (front !== undefined) return { itself: stemsOf(quote.slice(front)), rest: stemsOf(quote.slice(0, front)) };
  const at = quote.search(behind);
  return at > 0 ? { itself: stemsOf(quote.slice(0, at)), rest: stemsOf(quote.slice(at)) } : null;
});

function stemsOf(text: string): ReadonlySet<string> {
  const run = tokens(text);
  const written = new Map(run.map((token) => [token.start, token.lower]));
  return new Set(termsOf(run).map((term) => stemOf(written.get(term.start) ?? term.term)));
}
