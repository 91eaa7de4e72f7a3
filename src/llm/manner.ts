/**
 * How one server wants to be asked: servers that call themselves compatible differ in how they take a schema, in the
 * name of the token limit, and in whether they take a temperature. What a server refuses by name is not sent again.
 */
import type { ModelFormat } from "../core/model/outcome.ts";

export type Manner = {
  readonly format: ModelFormat;
  readonly limit: "max_tokens" | "max_completion_tokens";
  /** Temperature 0 and a fixed seed; some reasoning models refuse both. */
  readonly steady: boolean;
};

/** OpenAI's own newer models refuse the old name of the limit, others know no other. */
export const firstManner = (host: string): Manner => ({
  format: "json_schema",
  limit: host === "api.openai.com" ? "max_completion_tokens" : "max_tokens",
  steady: true,
});

/** The next simpler way to ask for a shape; null behind the last. */
export function simpler({ format, ...rest }: Manner): Manner | null {
  if (format === "prompt") return null;
  return { ...rest, format: format === "json_schema" ? "json_object" : "prompt" };
}

/** Another manner after a request that was not taken; null when the refusal names nothing that we could change. */
export function afterRefusal(manner: Manner, message: string): Manner | null {
  if (/max_completion_tokens/.test(message) && manner.limit === "max_tokens")
    return { ...manner, limit: "max_completion_tokens" };
  if (/max_tokens|max_completion_tokens/.test(message) && manner.limit === "max_completion_tokens")
    return { ...manner, limit: "max_tokens" };
  if (/temperature|seed/.test(message) && manner.steady) return { ...manner, steady: false };
  return /response_format|json_schema|json_object|schema|grammar/.test(message) ? simpler(manner) : null;
}
