/** When two verbatim spans of one text are about the same words. */

export type Span = { readonly start: number; readonly end: number };

/** Least share of the shorter span that the other covers. */
export const coveredMin = 0.5;

/** Share of the shorter span that both cover, 0…1. */
export function covered(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const shorter = Math.min(a.end - a.start, b.end - b.start);
  return shared > 0 && shorter > 0 ? shared / shorter : 0;
}

export const sameWords = (a: Span, b: Span): boolean => covered(a, b) >= coveredMin;

/** How alike two spans are in place and length: shared over joined length. For choosing the best of several. */
export function likeness(a: Span, b: Span): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared / (a.end - a.start + (b.end - b.start) - shared || 1);
}
