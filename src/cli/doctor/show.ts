/** Findings as lines for people, without any secret. */
import type { Finding } from "../../platforms/check.ts";
import { oneLine } from "../say.ts";

/** Shorter values are no secrets, and would blank out ordinary words. */
const secretCharactersMin = 8;

/** No finding holds a secret; if one ever did, it would not be shown. */
export function masked(finding: Finding, secrets: readonly string[]): Finding {
  const hide = (text: string) =>
    secrets
      .filter((secret) => secret.length >= secretCharactersMin)
      .reduce((shown, secret) => shown.replaceAll(secret, "(not shown)"), oneLine(text));
  return { ...finding, seen: hide(finding.seen), mend: finding.mend === null ? null : hide(finding.mend) };
}

export const lineOf = ({ name, ok, seen, mend }: Finding): string =>
  `${ok ? "ok   " : "FAULT"} ${name.padEnd(9)} ${seen}\n${mend ? `                → ${mend}\n` : ""}`;
