/** What asking a model costs, as values. */
import type { Day, Instant } from "../article/article.ts";

/** What a model was paid on one UTC day, for one workspace or for reading. */
export type ModelSpending = {
  readonly account: string;
  readonly calls: number;
  readonly tokens: number;
  /** Millionths of whatever the prices are in. */
  readonly micros: number;
};

/** One try that cost something; `key` names the request that its reply answers, null for a reply that is of no use. */
export type ModelCall = {
  readonly day: Day;
  readonly account: string;
  readonly tokens: number;
  readonly micros: number;
  readonly at: Instant;
  readonly kept: { readonly key: string; readonly reply: string } | null;
};
