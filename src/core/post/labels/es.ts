/** The words of a root in Spanish. */
import { listed } from "../words.ts";
import type { Labels } from "./labels.ts";

export const es: Labels = {
  code: "es",
  kinds: {
    new: "NUEVO",
    updated: "ACTUALIZADO",
    confirmed: "CONFIRMADO",
    disputed: "EN DISPUTA",
    withdrawn: "RETIRADO",
  },
  corrected: "CORREGIDO",
  counted: {
    change: { one: "cambio", other: "cambios" },
    article: { one: "artículo", other: "artículos" },
    outlet: { one: "medio", other: "medios" },
    origin: { one: "origen", other: "orígenes" },
    claim: { one: "dato nuevo", other: "datos nuevos" },
  },
  since: (when) => `desde ${when}`,
  upTo: (when) => `hasta ${when}`,
  between: (from, to) => `de ${from} a ${to}`,
  more: (n) => `… y ${n} más en el hilo.`,
  quiet: (counts, ago) =>
    `Sin cambios de fondo: ${counts.join(", ")}; ${ago === null ? "aún sin cambios" : `último cambio ${ago}`}.`,
  ago: {
    now: "ahora mismo",
    minutes: (n) => `hace ${n} min`,
    hours: (n) => `hace ${n} h`,
    days: (n) => `hace ${n} días`,
  },
  byMachine: "traducción automática",
  takenBack: (by, when) => `Retirado por ${listed(by, "y")}, ${when}; decía: `,
  correctedBy: (by, when) => `Corregido por ${listed(by, "y")}, ${when}; decía: `,
  others: "otros",
  buttons: { sources: "Fuentes", why: "Por qué", ask: "Preguntar" },
  instants: {
    weekdays: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
    months: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
  },
};
