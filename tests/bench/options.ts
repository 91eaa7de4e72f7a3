/** What the quality bench is asked for on its command line. */
import { parseArgs } from "node:util";

export type Options = {
  /** Folder with the gold samples; null when none was named. */
  readonly gold: string | null;
  readonly confusions: boolean;
  readonly check: boolean;
  readonly record: boolean;
  readonly help: boolean;
};

export const usage = `npm run bench:quality -- [--confusions] [--check | --record] [--gold DIR]
  --confusions  list every wrong result on samples that are not held out
  --check       exit 1 when a figure fell below tests/quality/recorded.json
  --record      rewrite tests/quality/recorded.json
  --gold DIR    more samples, from this folder (default: ../shared/gold beside the checkout, if it is there)`;

/** Null when the arguments make no sense. */
export function readOptions(args: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        gold: { type: "string" },
        confusions: { type: "boolean", default: false },
        check: { type: "boolean", default: false },
        record: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    return { ...values, gold: values.gold ?? null };
  } catch {
    return null;
  }
}
