/** How asking a model ends, as values. */
export type ModelUsage = { readonly tokensIn: number; readonly tokensOut: number };

/** How one try to ask a model ended. None of them throws, and none was tried twice. */
export type ModelOutcome =
  /** A reply that is whole; whether it has the shape that was asked for, the core reads. */
  | { readonly kind: "answered"; readonly text: string; readonly usage: ModelUsage | null }
  /** The model, or a filter before it, declined. */
  | { readonly kind: "refused" }
  /** It ran into its limit of tokens. */
  | { readonly kind: "cut" }
  /** Something came that is no reply: no text, another document, broken JSON. */
  | { readonly kind: "malformed"; readonly reason: string }
  /** Nothing came in time. */
  | { readonly kind: "late" }
  /** Too many requests; `waitMs` is what the server asks for, if it does. */
  | { readonly kind: "limited"; readonly waitMs: number | null }
  /** The server is at fault. */
  | { readonly kind: "failing"; readonly status: number }
  | { readonly kind: "unreachable" }
  /** We are: a wrong key, name or address, or a request that this server does not take. */
  | { readonly kind: "denied"; readonly reason: string };

/** How a reply is brought into its shape: by the server, as any JSON, or by asking for it only. */
export type ModelFormat = "json_schema" | "json_object" | "prompt";
