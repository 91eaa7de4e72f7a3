/** Everything worth a line that its sources took back, newest first: what was said, by whom, and what stands now. */
import type { Instant } from "../article/article.ts";
import type { Ledger } from "./ledger.ts";
import { type Retraction, retractionOf } from "./retraction.ts";
import type { Version } from "./state.ts";
import { stateOf } from "./states.ts";

export type TakenBack = Retraction & { readonly said: Version };

export function takenBack(ledger: Ledger, at: Instant): readonly TakenBack[] {
  return [...ledger.facts.values()]
    .filter((fact) => fact.withdrawn.size > 0)
    .flatMap((fact) => {
      const state = stateOf(fact, at);
      if (!state?.tellable) return [];
      const values = [...state.before, state.now, ...state.against];
      return fact.entries.flatMap((entry) => {
        const found = entry.version === entry.seq ? retractionOf(fact, entry.seq) : null;
        const said = values.find((value) => value.at === entry.seen);
        return found && said && found.at <= at ? [{ ...found, said }] : [];
      });
    })
    .sort((a, b) => b.at - a.at || (a.ref < b.ref ? -1 : 1));
}
