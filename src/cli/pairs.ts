/** Reads a file of statement pairs: values and problems, never an exception for what somebody else wrote. */
import type { Statement } from "../core/relation/relate-texts.ts";
import { UsageError } from "./command.ts";

/** A statement is a sentence or a few; a longer text is an article, and `replay` reads those. */
export const statementCharsMax = 10_000;

export type ReadingPair = { readonly id: string; readonly before: Statement; readonly after: Statement };

export function readPairs(
  text: string,
  name: string,
): { readonly pairs: readonly ReadingPair[]; readonly problems: readonly string[] } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${name} is not JSON: ${(cause as Error).message}. Check the file.`);
  }
  if (!Array.isArray(parsed))
    throw new UsageError(`${name} must hold a list: [{"id", "before": {"text"}, "after": {"text"}}]`);
  const problems: string[] = [];
  const pairs = parsed.flatMap((item: unknown, at): readonly ReadingPair[] => {
    const { id, before, after } = (item ?? {}) as Readonly<Record<string, unknown>>;
    const [first, second] = [statementOf(before), statementOf(after)];
    if ([first, second].some((one) => one !== null && one.text.length > statementCharsMax)) {
      problems.push(`pair ${at + 1} is longer than ${statementCharsMax} characters; it is left out`);
      return [];
    }
    if (first && second)
      return [
        {
          id: typeof id === "string" || typeof id === "number" ? String(id) : String(at),
          before: first,
          after: second,
        },
      ];
    problems.push(`pair ${at + 1} needs before.text and after.text; it is left out`);
    return [];
  });
  return { pairs, problems };
}

function statementOf(value: unknown): Statement | null {
  const { text, published, outlet } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof text !== "string") return null;
  const instant =
    typeof published === "string"
      ? Date.parse(published.length === 10 ? `${published}T12:00:00Z` : published)
      : Number.NaN;
  return {
    text,
    ...(Number.isNaN(instant) ? {} : { published: instant }),
    ...(typeof outlet === "string" ? { outlet } : {}),
  };
}
