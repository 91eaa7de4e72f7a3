/** A question that only asks for more about the answer to the one before it. */
import type { Part } from "./part.ts";
import { isBeside, reasonsAmong } from "./reasons.ts";
import type { Reply } from "./replied.ts";
import { type Ground, replyTo } from "./reply.ts";

/**
 * "Why?", "where?", "since when?" after a question: what the reports of its answer say about that, or else what their
 * articles say beside them. Null when they do not say.
 */
export function moreAbout(part: Part, before: Reply, ground: Ground): Reply | null {
  if (before.kind === "abstain") return null;
  const told = before.chosen.filter(({ as }) => as === "answer" || as === "against").map(({ passage }) => passage);
  const bare: Part = { ...part, asked: [], terms: [], stems: new Set(), counted: [], subject: [], predicate: null };
  const beside = ground.passages.filter((other) => told.some((one) => one.fact === other.fact || isBeside(other, one)));
  if (part.kind === "why") {
    const chosen = reasonsAmong(
      told,
      beside.filter((other) => told.some((one) => isBeside(other, one))),
    );
    return chosen.length > 0 ? { kind: "answer", part, chosen, lacks: null } : null;
  }
  for (const passages of [told, beside]) {
    const reply = replyTo(bare, { ...ground, passages });
    if (reply.kind === "answer") return reply;
  }
  return null;
}
