import { describe, expect, test } from "vitest";
import { foreignSlots } from "../../../src/core/claim/foreign.ts";
import { readClaims } from "../../../src/core/claim/read.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { emptyStory, type Story } from "../../../src/core/story/story.ts";

const wednesday = "2026-03-11";

describe("how firmly, and yes or no", () => {
  test.each([
    ["ru", "Переговоры могут продолжиться в пятницу.", "may", false],
    ["ru", "Встреча состоится в Вене.", "planned", false],
    ["ru", "Министр отверг предложение.", "stated", true],
    ["ru", "Стороны встретились в Вене.", "stated", false],
    ["uk", "Зустріч може відбутися у Відні.", "may", false],
    ["uk", "Сторони не підписали угоду.", "stated", true],
    ["es", "El acuerdo podría firmarse el viernes.", "may", false],
    ["es", "Las partes se reunirán en Viena.", "planned", false],
    ["es", "El ministro no firmó el acuerdo.", "stated", true],
    ["de", "Das Treffen könnte am Freitag stattfinden.", "may", false],
    ["de", "Die Gespräche werden in Wien fortgesetzt.", "planned", false],
    ["de", "Der Minister lehnte den Vorschlag ab.", "stated", true],
    ["de", "Wenn der Rat zustimmt, wird gewählt.", "conditional", false],
    ["fr", "Les deux parties pourraient se rencontrer.", "may", false],
    ["fr", "La réunion aura lieu à Vienne.", "planned", false],
    ["fr", "Le ministre n’a pas signé l’accord.", "stated", true],
  ] as const)("%s: %s", (lang, text, modality, negated) =>
    expect(foreignSlots(text, lang, wednesday)).toMatchObject({ modality, negated }),
  );
});

test.each([
  ["ru", "90 млрд евро", 90e9, "EUR"],
  ["uk", "2,5 млн доларів", 2.5e6, "USD"],
  ["es", "90 mil millones de euros", 90e9, "EUR"],
  ["de", "3,5 Milliarden Euro", 3.5e9, "EUR"],
  ["fr", "90 milliards d’euros", 90e9, "EUR"],
  ["de", "61 Prozent", 61, "%"],
  ["fr", "61 %", 61, "%"],
])("%s: %s", (lang, text, value, unit) =>
  expect(foreignSlots(text, lang, wednesday).quantities.map((one) => [one.value, one.unit])).toEqual([[value, unit]]),
);

test("what else is counted is not understood, and a day is one that is written in figures", () => {
  const { quantities, when } = foreignSlots("Am 4.5.2026 kamen 40 Soldaten frei.", "de", wednesday);
  expect(quantities).toEqual([]);
  expect(when).toEqual({ from: "2026-05-04", to: "2026-05-04", precision: "day" });
});

test.each([
  ["ru", "Стороны встретились во вторник.", "2026-03-10"],
  ["uk", "Сторони зустрінуться у суботу.", "2026-03-14"],
  ["es", "Las partes se reunirán el viernes.", "2026-03-13"],
  ["de", "Die Minister trafen sich gestern.", "2026-03-10"],
  ["fr", "La réunion aura lieu demain.", "2026-03-12"],
])("%s: %s", (lang, text, day) => expect(foreignSlots(text, lang, wednesday).when?.from).toBe(day));

test("concepts are those of English claims", () => {
  expect(foreignSlots("Стороны подписали соглашение после переговоров.", "ru", wednesday).predicates).toEqual([
    "sign",
    "deal",
    "talks",
  ]);
  expect(foreignSlots("Nach den Verhandlungen wurde ein Abkommen unterzeichnet.", "de", wednesday).predicates).toEqual([
    "talks",
    "deal",
    "sign",
  ]);
});

describe("an article in another language", () => {
  const story: Story = {
    ...emptyStory,
    id: "dock",
    actors: [
      {
        id: "fenwick",
        name: "Orla Fenwick",
        kind: "person",
        side: null,
        aliases: ["Фенвик", "Fenwick"],
        roles: [],
      },
    ] as unknown as Story["actors"],
  };
  const text = "Орла Фенвик заявила, что докеры не подпишут соглашение.";
  const article = {
    id: "a",
    url: "",
    outlet: "o",
    title: "",
    published: Date.parse("2026-03-11T08:00Z"),
    lang: "ru",
    text,
  };
  test("is one claim a sentence, never worth a line of its own", () => {
    const claims = readClaims(article, { story, lexicon: lexiconOf([story]) }, null);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ quote: text, worth: 0, negated: true, lang: "ru" });
    expect(claims[0]!.event).toBeUndefined();
    expect(claims[0]!.attribution).toMatchObject({ actor: "fenwick", kind: "person", reported: true });
  });
});
