/** Instants in words, always with the zone's name, so that no reader has to guess. Knows nothing of schedules. */
import type { Instant } from "../article/article.ts";
import { localOf, minuteMs, offsetAt } from "./zone.ts";

/** `time` "20:00 CET" · `short` "Fri 20:00 CET" · `long` "Fri 19 Dec 20:00 CET" · `full` "Fri 19 Dec 2025 20:00 CET" · `day` "Fri 19 Dec". */
export type InstantStyle = "time" | "short" | "long" | "full" | "day";

/** How a language shortens days, from Monday, and months. */
export type InstantNames = { readonly weekdays: readonly string[]; readonly months: readonly string[] };

export const englishNames: InstantNames = {
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

/** Each English locale abbreviates the zones of its own region only: en-GB says CET, en-US says EST, en-AU says AEST. */
const locales = ["en-GB", "en-US", "en-AU", "en-CA", "en-NZ", "en-IN", "en-ZA"] as const;
const formats = new Map<string, readonly Intl.DateTimeFormat[]>();

/** An instant in a zone's clock, in one of the styles. Throws a RangeError when the zone is unknown. */
export function formatInstant(
  instant: Instant,
  zone: string,
  style: InstantStyle,
  { weekdays, months }: InstantNames = englishNames,
): string {
  const local = localOf(instant, zone);
  const weekday = weekdays[local.weekday - 1];
  const time = `${String(local.hour).padStart(2, "0")}:${String(local.minute).padStart(2, "0")}`;
  const date = `${Number(local.day.slice(8))} ${months[Number(local.day.slice(5, 7)) - 1]}`;
  const year = local.day.slice(0, 4);
  switch (style) {
    case "time":
      return `${time} ${zoneName(instant, zone)}`;
    case "short":
      return `${weekday} ${time} ${zoneName(instant, zone)}`;
    case "long":
      return `${weekday} ${date} ${time} ${zoneName(instant, zone)}`;
    case "full":
      return `${weekday} ${date} ${year} ${time} ${zoneName(instant, zone)}`;
    case "day":
      return `${weekday} ${date}`;
  }
}

/** The zone's usual letters at that instant, or its distance from UTC where it has none: "CET", "EDT", "UTC+5:45". */
export function zoneName(instant: Instant, zone: string): string {
  for (const format of namesOf(zone)) {
    const name = format.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "";
    if (/^[A-Z]{2,5}$/.test(name) && (name !== "GMT" || zone.startsWith("Europe/"))) return name;
  }
  const minutes = Math.round(offsetAt(instant, zone) / minuteMs);
  if (minutes === 0) return "UTC";
  const rest = Math.abs(minutes) % 60;
  const hours = Math.floor(Math.abs(minutes) / 60);
  return `UTC${minutes < 0 ? "-" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}

function namesOf(zone: string): readonly Intl.DateTimeFormat[] {
  const known = formats.get(zone);
  if (known) return known;
  const made = locales.map((locale) => new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "short" }));
  formats.set(zone, made);
  return made;
}
