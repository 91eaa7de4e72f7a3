/** A row of the outbox before its first attempt. */
import type { OutboxRow } from "../ports.ts";

export type Decided = Pick<OutboxRow, "key" | "place" | "digestId" | "act" | "document">;

export const pendingRow = (decided: Decided): OutboxRow => ({
  ...decided,
  status: "pending",
  attempts: 0,
  refusals: 0,
  doubted: false,
  sendingAt: null,
  // At once, whatever the clock says later.
  notBefore: 0,
  remoteId: null,
  failure: null,
});
