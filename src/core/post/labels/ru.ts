/** The words of a root in Russian. */
import { listed } from "../words.ts";
import type { Labels } from "./labels.ts";

export const ru: Labels = {
  code: "ru",
  kinds: {
    new: "НОВОЕ",
    updated: "ОБНОВЛЕНО",
    confirmed: "ПОДТВЕРЖДЕНО",
    disputed: "СПОРНО",
    withdrawn: "ОТОЗВАНО",
  },
  corrected: "ИСПРАВЛЕНО",
  counted: {
    change: { one: "изменение", few: "изменения", other: "изменений" },
    article: { one: "статья", few: "статьи", other: "статей" },
    outlet: { one: "издание", few: "издания", other: "изданий" },
    origin: { one: "первоисточник", few: "первоисточника", other: "первоисточников" },
    claim: { one: "новое сообщение", few: "новых сообщения", other: "новых сообщений" },
  },
  since: (when) => `с ${when}`,
  upTo: (when) => `до ${when}`,
  between: (from, to) => `с ${from} до ${to}`,
  more: (n) => `… и ещё ${n} в ветке.`,
  quiet: (counts, ago) =>
    `Существенных изменений нет: ${counts.join(", ")}; ${ago === null ? "изменений ещё не было" : `последнее изменение ${ago}`}.`,
  ago: {
    now: "только что",
    minutes: (n) => `${n} мин назад`,
    hours: (n) => `${n} ч назад`,
    days: (n) => `${n} дн. назад`,
  },
  byMachine: "машинный перевод",
  takenBack: (by, when) => `Отозвано (${listed(by, "и")}, ${when}); сообщалось: `,
  correctedBy: (by, when) => `Исправлено (${listed(by, "и")}, ${when}); сообщалось: `,
  others: "другие",
  buttons: { sources: "Источники", why: "Почему", ask: "Спросить" },
  instants: {
    weekdays: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
    months: ["янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек."],
  },
};
