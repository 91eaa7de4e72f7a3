/**
 * Descriptions of commands in other languages, by Discord's locale and by path: `talks`, `talks latest`,
 * `talks latest limit`, or the name of a message command. What has none is shown in English; names are never translated.
 * A language is added by adding an entry.
 */
export type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const translations: Translations = {
  de: {
    talks: "Was sich in den Verhandlungen geändert hat.",
    "talks latest": "Die neueste Übersicht, oder die neuesten.",
    "talks since": "Was sich seither geändert hat: yesterday 18:00, friday, 2h.",
    "talks timeline": "Was Tag für Tag bekannt wurde.",
    "talks actor": "Was über eine Person oder Stelle berichtet wird.",
    "talks actors": "Wer teilnimmt, und in welcher Rolle.",
    "talks disputed": "Wo Quellen einander widersprechen, mit beiden Seiten.",
    "talks expected": "Was geplant und noch offen ist.",
    "talks why": "Alle Zitate hinter einer Zeile, etwa c12.",
    "talks ask": "Eine Frage in einfachen Worten, auf Englisch.",
    "talks sources": "Medien, ihre Herkunft und der Zustand ihrer Feeds.",
    "talks help": "Diese Seite, oder ein Befehl ausführlich.",
    "Ask about this": "Dazu fragen",
  },
  uk: {
    talks: "Що змінилося в переговорах.",
    "talks latest": "Останній огляд або кілька останніх.",
    "talks since": "Що змінилося відтоді: yesterday 18:00, friday, 2h.",
    "talks timeline": "Що ставало відомо день за днем.",
    "talks actor": "Що повідомляють про одного учасника.",
    "talks actors": "Хто бере участь і в якій ролі.",
    "talks disputed": "Де джерела суперечать одне одному, з обох боків.",
    "talks expected": "Що заплановано і ще не відбулося.",
    "talks why": "Усі цитати за рядком, наприклад c12.",
    "talks ask": "Запитання простими словами, англійською.",
    "talks sources": "Видання, їхні джерела та стан стрічок.",
    "talks help": "Ця сторінка або одна команда докладно.",
    "Ask about this": "Запитати про це",
  },
};
