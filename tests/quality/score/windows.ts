/**
 * Scores what was told in each window of a story against what should have been. It sees lines with their kind and the
 * articles they rest on, and does not know how they were made.
 */

export type Told = {
  readonly kind: string;
  readonly text: string;
  readonly evidence: readonly { readonly articleId: string }[];
};

export type MustTell = {
  readonly kind: readonly string[];
  readonly say: readonly string[];
  readonly evidenceIn: readonly string[];
};
export type MustNotTell = { readonly say: readonly string[]; readonly why: string };

export type ExpectedWindow = {
  readonly since: string | null;
  readonly until: string;
  readonly quiet: boolean;
  readonly mustTell: readonly MustTell[];
  readonly mustNotTell: readonly MustNotTell[];
};

export type TellResult = {
  readonly window: number;
  readonly wanted: MustTell;
  readonly told: boolean;
  /** Told, and with the best kind. */
  readonly bestKind: boolean;
  /** Lines that come near: the words fit, or the articles do. */
  readonly near: readonly Told[];
};

export type WindowScore = {
  readonly tells: readonly TellResult[];
  readonly breaches: readonly { readonly window: number; readonly rule: MustNotTell; readonly line: Told | null }[];
  readonly quiets: readonly { readonly window: number; readonly kept: boolean; readonly lines: readonly Told[] }[];
};

const says = (text: string, say: readonly string[]): boolean =>
  say.every((pattern) => new RegExp(pattern, "i").test(text));

/** `told` holds the lines of each window, in the order of the windows. */
export function scoreWindows(windows: readonly ExpectedWindow[], told: readonly (readonly Told[])[]): WindowScore {
  const each = windows.map((window, at) => ({ window, at, lines: told[at] ?? [] }));
  return {
    tells: each.flatMap(({ window, at, lines }) => window.mustTell.map((wanted) => tellOf(wanted, lines, at))),
    breaches: each.flatMap(({ window, at, lines }) =>
      window.mustNotTell.map((rule) => ({
        window: at,
        rule,
        line: lines.find((line) => says(line.text, rule.say)) ?? null,
      })),
    ),
    quiets: each
      .filter(({ window }) => window.quiet)
      .map(({ at, lines }) => {
        const loud = lines.filter((line) => line.kind !== "confirmed");
        return { window: at, kept: loud.length === 0, lines: loud };
      }),
  };
}

function tellOf(wanted: MustTell, lines: readonly Told[], window: number): TellResult {
  const rests = (line: Told): boolean => line.evidence.some((one) => wanted.evidenceIn.includes(one.articleId));
  const right = lines.filter((line) => says(line.text, wanted.say) && rests(line) && wanted.kind.includes(line.kind));
  const near = lines.filter((line) => says(line.text, wanted.say) || rests(line));
  return { window, wanted, told: right.length > 0, bestKind: right.some((line) => line.kind === wanted.kind[0]), near };
}
