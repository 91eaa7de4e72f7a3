/** Arithmetic on calendar days, `yyyy-mm-dd`, in no zone. */
import type { Day, Instant } from "../article/article.ts";

export const dayMs = 86_400_000;

export const dayOf = (instant: Instant): Day => new Date(instant).toISOString().slice(0, 10);
export const startOf = (day: Day): Instant => Date.parse(`${day}T00:00:00Z`);
export const addDays = (day: Day, count: number): Day => dayOf(startOf(day) + count * dayMs);
/** 0 = Sunday. */
export const weekdayOf = (day: Day): number => new Date(startOf(day)).getUTCDay();
export const daysBetween = (from: Day, to: Day): number => Math.round((startOf(to) - startOf(from)) / dayMs);

export function dayFrom(year: number, month: number, day: number): Day | null {
  const written = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const back = Number.isNaN(Date.parse(`${written}T00:00:00Z`)) ? "" : dayOf(startOf(written));
  return back === written ? written : null;
}

export function monthSpan(year: number, month: number): { readonly from: Day; readonly to: Day } {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  return { from: `${year}-${String(month).padStart(2, "0")}-01`, to: addDays(next, -1) };
}
