/** The words of a root in German. */
import { listed } from "../words.ts";
import type { Labels } from "./labels.ts";

export const de: Labels = {
  code: "de",
  kinds: {
    new: "NEU",
    updated: "AKTUALISIERT",
    confirmed: "BESTÄTIGT",
    disputed: "UMSTRITTEN",
    withdrawn: "ZURÜCKGENOMMEN",
  },
  corrected: "BERICHTIGT",
  counted: {
    change: { one: "Änderung", other: "Änderungen" },
    article: { other: "Artikel" },
    outlet: { one: "Medium", other: "Medien" },
    origin: { one: "Ursprung", other: "Ursprünge" },
    claim: { one: "neue Angabe", other: "neue Angaben" },
  },
  since: (when) => `seit ${when}`,
  upTo: (when) => `bis ${when}`,
  between: (from, to) => `von ${from} bis ${to}`,
  more: (n) => `… und ${n} weitere im Thread.`,
  quiet: (counts, ago) =>
    `Keine wesentliche Änderung: ${counts.join(", ")}; ${ago === null ? "noch keine Änderung" : `letzte Änderung ${ago}`}.`,
  ago: {
    now: "gerade eben",
    minutes: (n) => `vor ${n} min`,
    hours: (n) => `vor ${n} h`,
    days: (n) => `vor ${n} Tagen`,
  },
  byMachine: "maschinell übersetzt",
  takenBack: (by, when) => `Am ${when} zurückgenommen von ${listed(by, "und")}; gemeldet war: `,
  correctedBy: (by, when) => `Am ${when} berichtigt von ${listed(by, "und")}; gemeldet war: `,
  others: "weiteren",
  buttons: { sources: "Quellen", why: "Warum", ask: "Fragen" },
  instants: {
    weekdays: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    months: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
  },
};
