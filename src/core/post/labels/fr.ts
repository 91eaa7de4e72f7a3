/** The words of a root in French. */
import { listed } from "../words.ts";
import type { Labels } from "./labels.ts";

export const fr: Labels = {
  code: "fr",
  kinds: {
    new: "NOUVEAU",
    updated: "MIS À JOUR",
    confirmed: "CONFIRMÉ",
    disputed: "CONTESTÉ",
    withdrawn: "RETIRÉ",
  },
  corrected: "CORRIGÉ",
  counted: {
    change: { one: "changement", other: "changements" },
    article: { one: "article", other: "articles" },
    outlet: { one: "média", other: "médias" },
    origin: { one: "origine", other: "origines" },
    claim: { one: "information nouvelle", other: "informations nouvelles" },
  },
  since: (when) => `depuis ${when}`,
  upTo: (when) => `jusqu’à ${when}`,
  between: (from, to) => `de ${from} à ${to}`,
  more: (n) => `… et ${n} de plus dans le fil.`,
  quiet: (counts, ago) =>
    `Aucun changement notable : ${counts.join(", ")} ; ${ago === null ? "aucun changement à ce jour" : `dernier changement ${ago}`}.`,
  ago: {
    now: "à l’instant",
    minutes: (n) => `il y a ${n} min`,
    hours: (n) => `il y a ${n} h`,
    days: (n) => `il y a ${n} jours`,
  },
  byMachine: "traduction automatique",
  takenBack: (by, when) => `Retiré par ${listed(by, "et")}, ${when} ; il était écrit : `,
  correctedBy: (by, when) => `Corrigé par ${listed(by, "et")}, ${when} ; il était écrit : `,
  others: "d’autres",
  buttons: { sources: "Sources", why: "Pourquoi", ask: "Demander" },
  instants: {
    weekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    months: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
  },
};
