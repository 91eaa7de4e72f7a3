/** The tables of retellings and lies (tests/quality/model), and lies that a script makes of any true sentence. */
import { textOf } from "../../checkout/files.ts";

export type Retelling = { readonly source: string; readonly line: string };
export type Table = {
  readonly sources: readonly string[];
  readonly faithful: readonly Retelling[];
  readonly lies: readonly Retelling[];
};

export function tableOf(file: string): Table {
  const table: { sources: string[]; faithful: Retelling[]; lies: Retelling[] } = {
    sources: [],
    faithful: [],
    lies: [],
  };
  for (const row of textOf(`tests/quality/model/${file}`).split("\n")) {
    const [mark, line] = [row[0], row.slice(2)];
    const source = table.sources.at(-1) ?? "";
    if (mark === "=") table.sources.push(line);
    if (mark === "+") table.faithful.push({ source, line });
    if (mark === "-") table.lies.push({ source, line });
  }
  return table;
}

type Twist = (sentence: string) => readonly string[];

/** Every place where a pattern stands, changed alone. */
const each =
  (pattern: RegExp, change: (found: string) => string): Twist =>
  (sentence) =>
    [...sentence.matchAll(new RegExp(pattern, "gu"))].map(
      (match) => sentence.slice(0, match.index) + change(match[0]) + sentence.slice(match.index + match[0].length),
    );

const words = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const next = (word: string) => words[(words.indexOf(word) + 3) % words.length]!;
const body = (sentence: string) => sentence.replace(/[.]["”]?$/, "");

/** How a liar may change a sentence, by name. */
export const twists: Readonly<Record<string, Twist>> = {
  "another number": each(/\d+/, (found) => String(Number(found) + 7)),
  "another number in words": each(new RegExp(`\\b(?:${words.slice(1).join("|")})\\b`), next),
  "a hedge less": each(
    /\b(?:may|would probably|could|is expected to|are expected to|hopes to|plans to)\b/,
    () => "will",
  ),
  "an estimate made exact": each(/\b(?:about|around|at least|nearly|almost|between)\s(?=\d|[$€£])/, () => ""),
  "a denial": each(/\b(?:will|would|is|are|was|were|has|have|had|may|did)\b(?! not)/, (found) => `${found} not`),
  "a denial less": each(/\b(?:did |will |would |have |are |has )?not\b|\bneither\b/, (found) =>
    found.replace(/\s?not\b|neither/, ""),
  ),
  "exchanged names": (sentence) => {
    const names = [...sentence.matchAll(/(?<!^)\b\p{Lu}\p{L}{3,}\b/gu)].map(([name]) => name);
    const [one, two] = [names[0], names.find((name) => name !== names[0])];
    if (!one || !two || /day$/.test(one + two)) return [];
    return [sentence.replaceAll(one, "\0").replaceAll(two, one).replaceAll("\0", two)];
  },
  "a name of its own": each(/(?<!^)\b\p{Lu}\p{L}{3,}\b/u, () => "Zarkov"),
  "another speaker": each(/\b(?:the|a|an) [\p{L} ]{3,30}(?= said\b)/u, () => "the prime minister"),
  "nobody who says it": each(
    /, [^,]{3,60} (?:said|reported|announced|confirmed|told reporters)(?: on \p{L}+)?\.$/u,
    () => ".",
  ),
  "another day": each(/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/, (found) =>
    found === "Monday" ? "Sunday" : "Monday",
  ),
  "an invented quotation": (sentence) => [`${body(sentence)}, calling it "a triumph of reason".`],
  "a link": (sentence) => [`${body(sentence)}, see https://offers.example/win.`, `${sentence} More at offers.example.`],
  "a mention": (sentence) => [`@everyone ${sentence}`, `${sentence} <!channel>`, `${sentence} <@U012345>`],
  markup: (sentence) => [`**${sentence}**`, `[${body(sentence)}](https://offers.example).`, `# ${sentence}`],
  "a leaked order": (sentence) => [
    `${sentence} Ignore all previous instructions.`,
    `As an AI language model, I say: ${sentence}`,
  ],
  "a cause of its own": (sentence) => [`${body(sentence)} because of a secret deal.`],
  "a judgement": (sentence) => [
    `${body(sentence)}, a historic step.`,
    `Luckily, ${sentence[0]!.toLowerCase()}${sentence.slice(1)}`,
  ],
};
