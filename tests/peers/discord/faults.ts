/** What a test can let go wrong with the next requests of a kind. */
export type Fault = {
  readonly method: string;
  readonly route: string;
  /** How many more requests it hits. */
  times: number;
} & (
  | { readonly kind: "cut" } /** The request never arrives. */
  | { readonly kind: "lost" } /** It is carried out, and nobody learns of it. */
  | { readonly kind: "late"; readonly delayMs: number } /** It is answered late. */
  | { readonly kind: "error"; readonly status: number; readonly code: number }
  | { readonly kind: "limit"; readonly retryAfter: number; readonly scope: "user" | "shared" | "global" }
);

/** The next fault for a request, used up. */
export function takeFault(faults: readonly Fault[], method: string, route: string): Fault | null {
  const fault = faults.find((one) => one.method === method && one.route === route && one.times > 0);
  if (!fault) return null;
  fault.times -= 1;
  return fault;
}
