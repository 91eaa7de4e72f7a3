/** The words of a root in Ukrainian. */
import { listed } from "../words.ts";
import type { Labels } from "./labels.ts";

export const uk: Labels = {
  code: "uk",
  kinds: {
    new: "НОВЕ",
    updated: "ОНОВЛЕНО",
    confirmed: "ПІДТВЕРДЖЕНО",
    disputed: "СПІРНО",
    withdrawn: "ВІДКЛИКАНО",
  },
  corrected: "ВИПРАВЛЕНО",
  counted: {
    change: { one: "зміна", few: "зміни", other: "змін" },
    article: { one: "стаття", few: "статті", other: "статей" },
    outlet: { one: "видання", few: "видання", other: "видань" },
    origin: { one: "першоджерело", few: "першоджерела", other: "першоджерел" },
    claim: { one: "нове повідомлення", few: "нові повідомлення", other: "нових повідомлень" },
  },
  since: (when) => `від ${when}`,
  upTo: (when) => `до ${when}`,
  between: (from, to) => `від ${from} до ${to}`,
  more: (n) => `… і ще ${n} у гілці.`,
  quiet: (counts, ago) =>
    `Суттєвих змін немає: ${counts.join(", ")}; ${ago === null ? "змін ще не було" : `остання зміна ${ago}`}.`,
  ago: {
    now: "щойно",
    minutes: (n) => `${n} хв тому`,
    hours: (n) => `${n} год тому`,
    days: (n) => `${n} дн. тому`,
  },
  byMachine: "машинний переклад",
  takenBack: (by, when) => `Відкликано (${listed(by, "і")}, ${when}); повідомлялося: `,
  correctedBy: (by, when) => `Виправлено (${listed(by, "і")}, ${when}); повідомлялося: `,
  others: "інші",
  buttons: { sources: "Джерела", why: "Чому", ask: "Запитати" },
  instants: {
    weekdays: ["пн", "вт", "ср", "чт", "пт", "сб", "нд"],
    months: ["січ.", "лют.", "бер.", "квіт.", "трав.", "черв.", "лип.", "серп.", "вер.", "жовт.", "лист.", "груд."],
  },
};
