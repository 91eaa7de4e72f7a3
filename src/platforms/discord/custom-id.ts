/**
 * What a button or a form carries, so that pressing it still means something after a restart: the action and its
 * values. Discord gives it back as it was, but anyone can send anything: it is read like any foreign text.
 */
import { limits } from "./limits.ts";

export type Carried = { readonly action: string; readonly values: Readonly<Record<string, string>> };

/** Null when it does not fit. `place` tells equal buttons of one message apart. */
export function customIdOf({ action, values }: Carried, place: number): string | null {
  const written = `${place}:${action}?${new URLSearchParams({ ...values })}`;
  return written.length > limits.customIdCharactersMax ? null : written;
}

export function carriedBy(customId: string): Carried | null {
  const [, action, query] = /^\d{1,2}:([a-z]{1,32})\?(.*)$/s.exec(customId) ?? [];
  if (action === undefined) return null;
  return { action, values: Object.fromEntries(new URLSearchParams(query)) };
}
