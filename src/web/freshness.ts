/**
 * What a response says about when to come back: Retry-After, Cache-Control and Expires. Values in, milliseconds out.
 */
import type { Instant } from "../core/article/article.ts";
import { readDate } from "../core/feed/dates.ts";

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The first value of a header, trimmed; null when it is absent or empty. */
export function header(headers: Headers, name: string): string | null {
  const value = headers[name];
  const first = typeof value === "string" ? value : value?.[0];
  return first === undefined || first.trim() === "" ? null : first.trim();
}

/** The longest wait that the response asks for; null when it asks for none. */
export function waitMs(headers: Headers, now: Instant): number | null {
  const longest = Math.max(retryAfterMs(headers, now), maxAgeMs(headers), expiresMs(headers, now));
  return longest > 0 ? longest : null;
}

function retryAfterMs(headers: Headers, now: Instant): number {
  const value = header(headers, "retry-after");
  if (value === null) return 0;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = readDate(value);
  return date === null ? 0 : Math.max(0, date.at - now);
}

function maxAgeMs(headers: Headers): number {
  const match = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(header(headers, "cache-control") ?? "");
  return match ? Number(match[1]) * 1000 : 0;
}

/** Measured against the server's own Date, because its clock may be wrong. */
function expiresMs(headers: Headers, now: Instant): number {
  const expires = readDate(header(headers, "expires") ?? "");
  if (expires === null || neverCached(headers)) return 0;
  const date = readDate(header(headers, "date") ?? "");
  return Math.max(0, expires.at - (date?.at ?? now));
}

/** `Expires: 0` says that validators are not to be trusted either. */
export function neverCached(headers: Headers): boolean {
  return header(headers, "expires") === "0";
}
