/**
 * The words of a digest's root that are Parley's own, in each language that a place can have. What is told, names, sources
 * and numbers are not of them; a thread and an answer are in English.
 */
import type { ChangeKind } from "../../digest/digest.ts";
import type { InstantNames } from "../../schedule/format.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";

/** A word as it stands behind a number, by the plural categories of its language (Unicode CLDR). */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

export type Labels = {
  /** ISO 639-1. */
  readonly code: string;
  readonly kinds: Readonly<Record<ChangeKind, string>>;
  readonly corrected: string;
  readonly counted: Readonly<Record<"change" | "article" | "outlet" | "origin" | "claim", Forms>>;
  since(when: string): string;
  upTo(when: string): string;
  between(from: string, to: string): string;
  more(n: number): string;
  /** A window in which nothing changed; `ago` is null where nothing ever did. */
  quiet(counts: readonly string[], ago: string | null): string;
  readonly ago: {
    readonly now: string;
    minutes(n: number): string;
    hours(n: number): string;
    days(n: number): string;
  };
  /** Behind a line that a machine translated. */
  readonly byMachine: string;
  /** Before what a line said that its sources took back, or that they corrected. */
  takenBack(by: readonly string[], when: string): string;
  correctedBy(by: readonly string[], when: string): string;
  /** Of a list that was cut. */
  readonly others: string;
  readonly buttons: { readonly sources: string; readonly why: string; readonly ask: string };
  readonly instants: InstantNames;
};

const tables: readonly Labels[] = [en, de, es, fr, ru, uk];

/** ISO 639-1, English first. */
export const languages: readonly string[] = tables.map(({ code }) => code);

/** English for a language that no table is for. */
export const labelsIn = (language: string | undefined): Labels => tables.find(({ code }) => code === language) ?? en;

/** Of the language that a posted label is in: a correction speaks it too. */
export const labelsOf = (label: string): Labels =>
  tables.find(({ kinds, corrected }) => corrected === label || Object.values(kinds).includes(label)) ?? en;

/** "3 статьи" */
export function counted(labels: Labels, n: number, what: keyof Labels["counted"]): string {
  const forms = labels.counted[what];
  return `${n} ${forms[new Intl.PluralRules(labels.code).select(n)] ?? forms.other}`;
}
