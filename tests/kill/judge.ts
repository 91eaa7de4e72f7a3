/** What people saw, held against what the store says that was decided: nothing lost, nothing twice, nothing out of turn. */

import { renderDocument, renderReply } from "../../src/platforms/terminal/render.ts";
import { again } from "../../src/platforms/terminal/terminal.ts";
import type { OutboxRow, StoredDigest } from "../../src/ports.ts";
import { openStore } from "../../src/store/sqlite/open.ts";

export type Verdict = {
  readonly digests: readonly StoredDigest[];
  readonly messages: number;
  /** Messages that were decided and not shown, or not in their turn. */
  readonly lost: readonly string[];
  /** Shown twice without saying so. */
  readonly doubled: readonly string[];
  /** Shown again because nobody could tell, and saying so. */
  readonly repeated: number;
  /** Digests whose window does not begin where the one before ended. */
  readonly gaps: readonly string[];
};

const look = { width: 100, colour: false };
const repeat = renderDocument(again, look).join("\n");

export async function judge(file: string, story: string, place: string, shown: string): Promise<Verdict> {
  const opening = await openStore({ file, owner: "the judge" });
  if (opening.kind === "refused") throw new Error(opening.reason);
  const { store } = opening;
  try {
    const digests = (await store.digests({ story, place, limit: 500 })).toReversed();
    const rows = (await Promise.all(digests.map(({ digest }) => store.messagesOf(place, digest.id)))).flat();
    return { digests, messages: rows.length, gaps: gapsOf(digests), ...seen(rows, shown) };
  } finally {
    await store.close();
  }
}

const gapsOf = (digests: readonly StoredDigest[]): readonly string[] =>
  digests
    .slice(1)
    .flatMap(({ digest }, n) => (digest.window.since === digests[n]!.digest.window.until ? [] : [digest.id]));

function textOf({ act, document }: OutboxRow): string {
  const isRoot = act.kind === "post" && act.thread === null;
  return `${(isRoot ? ["", ...renderDocument(document, look)] : renderReply(document, look)).join("\n")}\n`;
}

/** Walks through the output: each message must follow the one before. What is left over at the end was shown twice. */
function seen(rows: readonly OutboxRow[], shown: string): Pick<Verdict, "lost" | "doubled" | "repeated"> {
  const lost: string[] = [];
  const between: string[] = [];
  let at = 0;
  for (const row of rows) {
    const text = textOf(row);
    const found = shown.indexOf(text, at);
    if (found === -1) {
      lost.push(row.key);
      continue;
    }
    between.push(shown.slice(at, found));
    at = found + text.length;
  }
  between.push(shown.slice(at));
  const rest = between.join("");
  const repeated = rest.split(repeat).length - 1;
  // A quiet digest is one line that may be the same twice; a longer message is not.
  const long = rows.filter((row) => textOf(row).split("\n").length > 3);
  const doubled = long.filter((row) => rest.includes(textOf(row))).map(({ key }) => key);
  return { lost, doubled: doubled.slice(0, Math.max(0, doubled.length - repeated)), repeated };
}
