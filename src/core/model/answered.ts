/** An answer in a model's words, sentence by sentence: what fails its check stays in the source's own. */
import type { Answer, AnswerInput } from "../answer/answer.ts";
import { type Line, write } from "../answer/compose.ts";
import { unfaithful } from "./check/faithful.ts";
import type { Answering } from "./roles/answerer.ts";

/** Sentences that a model may word: those that report, in English; what says that nothing is reported is ours. */
export function claimsOf({ lines }: Answer): readonly { readonly id: string; readonly text: string }[] {
  return lines.flatMap((line, at) => (isOpen(line) ? [{ id: String(at + 1), text: line.sentence }] : []));
}

const isOpen = ({ passage }: Line) => passage !== null && passage.evidence[0]?.lang === "en";

/** The same lines in the same order with the same labels and sources; only words differ, where they pass. */
export function answeredBy(given: Answer, sentences: readonly Answering[], setting: AnswerInput): Answer {
  const lines = given.lines.map((line, at): Line => {
    const said = sentences.find(({ claim }) => claim === String(at + 1));
    if (!said || !isOpen(line) || said.text === line.sentence) return line;
    const { evidence, version } = line.passage!;
    const source = { quote: evidence[0]!.quote, text: line.sentence, borrowed: version.borrowed };
    return unfaithful(said.text, source) === null ? { ...line, sentence: said.text } : line;
  });
  return write(lines, given.abstained, setting);
}
