/** The words of a root in English. */
import { englishNames } from "../../schedule/format.ts";
import { listed } from "../words.ts";
import type { Labels } from "./labels.ts";

export const en: Labels = {
  code: "en",
  kinds: { new: "NEW", updated: "UPDATED", confirmed: "CONFIRMED", disputed: "DISPUTED", withdrawn: "WITHDRAWN" },
  corrected: "CORRECTED",
  counted: {
    change: { one: "change", other: "changes" },
    article: { one: "article", other: "articles" },
    outlet: { one: "outlet", other: "outlets" },
    origin: { one: "origin", other: "origins" },
    claim: { one: "new claim", other: "new claims" },
  },
  since: (when) => `since ${when}`,
  upTo: (when) => `up to ${when}`,
  between: (from, to) => `from ${from} to ${to}`,
  more: (n) => `… and ${n} more in the thread.`,
  quiet: (counts, ago) =>
    `No material change: ${counts.join(", ")}; ${ago === null ? "no change yet" : `last change ${ago}`}.`,
  ago: {
    now: "just now",
    minutes: (n) => `${n} min ago`,
    hours: (n) => `${n} h ago`,
    days: (n) => `${n} days ago`,
  },
  byMachine: "translated by machine",
  takenBack: (by, when) => `Taken back by ${listed(by)} on ${when}; it had said: `,
  correctedBy: (by, when) => `Corrected by ${listed(by)} on ${when}; it had said: `,
  others: "others",
  buttons: { sources: "Sources", why: "Why", ask: "Ask" },
  instants: englishNames,
};
