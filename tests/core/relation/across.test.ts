import { expect, test } from "vitest";
import type { Article } from "../../../src/core/article/article.ts";
import type { Claim } from "../../../src/core/claim/claim.ts";
import { readClaims } from "../../../src/core/claim/read.ts";
import { sameAcrossLanguages } from "../../../src/core/relation/across.ts";
import { article, reader } from "../ledger/grain.ts";

const read = (text: string, lang: string, time: string): Claim => {
  const one: Article = { ...article(lang, time, `${lang}-post`, text), lang };
  return readClaims(one, reader, null)[0]!;
};

const met = "Ilsabet Maretta met Radomir Kavrin in Port Saldane on Thursday.";
const meets = "Ilsabet Maretta will meet Radomir Kavrin on Friday.";
const fund = "Ilsabet Maretta and Radomir Kavrin agreed on a fund of 40 million dollars for pilots.";

test.each<readonly [string, string, string, string, boolean]>([
  ["a meeting", met, "ru", "Маретт и Каврин встретились в четверг.", true],
  ["a meeting, without its day, reported on the day", met, "ru", "Маретт и Каврин встретились.", true],
  ["another day", met, "ru", "Маретт и Каврин встретились в среду.", false],
  ["a meeting that only may be", met, "ru", "Маретт и Каврин могут встретиться в четверг.", false],
  ["a meeting that was not", met, "ru", "Маретт и Каврин не встретились в четверг.", false],
  ["somebody else as well", met, "ru", "Маретт, Халлгрунд и Каврин встретились в четверг.", false],
  ["another deed", met, "ru", "Маретт и Каврин подписали протокол в четверг.", false],
  ["a plan with its day", meets, "uk", "Маретт і Каврін зустрінуться у п'ятницю.", true],
  ["a plan without its day", meets, "uk", "Маретт і Каврін зустрінуться.", false],
  ["a plan that was carried out", meets, "uk", "Маретт і Каврін зустрілися у п'ятницю.", false],
  ["an amount", fund, "de", "Maretta und Kavrin einigten sich auf einen Fonds von 40 Millionen Dollar.", true],
  ["another amount", fund, "de", "Maretta und Kavrin einigten sich auf einen Fonds von 45 Millionen Dollar.", false],
  ["an amount in another currency", fund, "fr", "Maretta et Kavrin ont fixé un fonds de 40 millions d’euros.", false],
  ["an amount of one of them", fund, "es", "Maretta ofreció un fondo de 40 millones de dólares.", false],
])("%s", (_, english, lang, foreign, wanted) =>
  expect(sameAcrossLanguages(read(english, "en", "13T15:00"), read(foreign, lang, "13T18:00"))).toBe(wanted),
);

test("days later it is another report, and English is not held against English", () => {
  const told = read(met, "en", "13T15:00");
  expect(sameAcrossLanguages(told, read("Маретт и Каврин встретились.", "ru", "16T18:00"))).toBe(false);
  expect(sameAcrossLanguages(told, told)).toBe(false);
});
