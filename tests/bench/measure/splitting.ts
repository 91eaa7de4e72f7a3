/** Whether a paragraph comes apart into exactly its sentences. */
import { join } from "node:path";
import { sentences } from "../../../src/core/text/sentences.ts";
import { share } from "../../quality/score/rates.ts";
import { naiveSentences } from "../../quality/score/words.ts";
import { type Fault, figureOf, type Measured } from "../figure.ts";
import { quality, readJson, type Split } from "../samples.ts";

const folded = (pieces: readonly string[]): string =>
  pieces.map((piece) => piece.replace(/\s+/g, " ").trim()).join(" | ");

export function splitting(): Measured {
  const judged = readJson<readonly Split[]>(join(quality, "sentences.json")).map((split) => {
    const got = folded(sentences(split.text).map((one) => one.text));
    return {
      split,
      got,
      right: got === folded(split.sentences),
      naive: folded(naiveSentences(split.text)) === folded(split.sentences),
    };
  });
  const figure = figureOf({
    id: "sentences",
    section: "reading",
    name: "paragraphs split exactly",
    items: judged.map((one) => one.right),
    of: share,
    baselines: [{ name: "split at full stops", value: share(judged.map((one) => one.naive)) }],
    target: 1,
    own: true,
  });
  const faults = judged
    .filter((one) => !one.right)
    .map(
      ({ split, got }): Fault => ({
        measure: "sentences",
        id: split.id,
        kind: split.tests,
        expected: folded(split.sentences),
        got,
        because: [],
        texts: [],
      }),
    );
  return { figures: [figure], faults, notes: [] };
}
