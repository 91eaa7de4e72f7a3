/** A digest in a model's words, line by line: what fails its check stays in the engine's own. */
import type { Change, Digest } from "../digest/digest.ts";
import { confirmedLine } from "../digest/lines.ts";
import { unfaithful } from "./check/faithful.ts";
import type { Written } from "./roles/writer.ts";

export type Worded = {
  readonly changes: readonly Change[];
  /** Why a line of the model was not taken, by the fact that it was for. */
  readonly refused: readonly { readonly ref: string; readonly why: string }[];
};

/** Only lines that were asked for are taken, each once; an id that was not asked for is nobody's. */
export function worded(digest: Digest, asked: readonly Change[], written: readonly Written[]): Worded {
  const refused: { ref: string; why: string }[] = [];
  const taken = new Map<string, string>();
  for (const { id, text } of written) {
    const change = asked.find(({ ref }) => ref === id);
    if (!change || taken.has(id) || text === change.text) continue;
    const quote = change.evidence[0]?.quote ?? "";
    const why = unfaithful(text, { quote, text: change.text.replace(confirmation, ""), borrowed: change.borrowed });
    if (why === null) taken.set(id, text);
    else refused.push({ ref: id, why });
  }
  const changes = digest.changes.map((change): Change => {
    const text = taken.get(change.ref);
    return text === undefined ? change : { ...change, text: withConfirmers(text, change), wordedBy: "model" };
  });
  return { changes, refused };
}

const confirmation = / Confirmed by [^.]*\.$/;

/** Who confirmed it is said whatever words the model finds. */
const withConfirmers = (text: string, { confirmedBy = [] }: Change): string =>
  confirmation.test(text) ? text : confirmedLine(text, confirmedBy);
