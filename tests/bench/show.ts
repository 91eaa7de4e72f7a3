/** Figures and faults as text for a terminal. */
import { type Fall, shareTolerance } from "../quality/score/recorded.ts";
import type { Fault, Figure } from "./figure.ts";

/** .87 for shares, 3 for counts. */
export function number(value: number, unit: Figure["unit"]): string {
  if (Number.isNaN(value)) return "–";
  return unit === "count" ? String(value) : value.toFixed(3).replace(/^0(?=\.)/, "");
}

function verdict(figure: Figure): string {
  if (figure.target === null || Number.isNaN(figure.value)) return "";
  const met = figure.better === "high" ? figure.value >= figure.target : figure.value <= figure.target;
  return met ? "met" : "short";
}

function cells(figure: Figure): readonly string[] {
  const { interval, baselines, unit, better, target } = figure;
  return [
    figure.name,
    String(figure.items),
    number(figure.value, unit),
    interval ? `${number(interval.low, unit)}–${number(interval.high, unit)}` : "",
    target === null ? "" : `${better === "high" ? "≥" : "≤"} ${number(target, unit)}`,
    verdict(figure),
    baselines.map((one) => `${one.name} ${number(one.value, unit)}`).join(" · "),
  ];
}

const heads = ["figure", "n", "value", "95 %", "target", "", "baselines"];
const right = new Set([1, 2]);

export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => ({ section: figure.section, cells: cells(figure) }));
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row.cells[at]!.length)));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, at) => (right.has(at) ? text.padStart(widths[at]!) : text.padEnd(widths[at]!)))
      .join("  ")
      .trimEnd();
  const sections = [...new Set(rows.map((row) => row.section))];
  const body = sections.flatMap((section) => [
    "",
    `── ${section}`,
    ...rows.filter((row) => row.section === section).map((row) => line(row.cells)),
  ]);
  return [line(heads), ...body].join("\n");
}

/** Faults in groups, the largest group of each measure first. */
export function confusions(faults: readonly Fault[]): string {
  const measures = [...Map.groupBy(faults, (fault) => fault.measure)];
  return measures
    .map(([measure, own]) => [`\n══ ${measure}: ${own.length} wrong`, ...crossed(own), ...own.map(one)].join("\n"))
    .join("\n");
}

function crossed(faults: readonly Fault[]): readonly string[] {
  const counted = (key: (fault: Fault) => string): string =>
    [...Map.groupBy(faults, key)]
      .sort((a, b) => b[1].length - a[1].length)
      .map(([name, own]) => `${name} ×${own.length}`)
      .join(", ");
  const short = faults.every((fault) => fault.expected.length + fault.got.length < 40 && fault.got !== "");
  return [
    ...(short ? [`   by confusion: ${counted((fault) => `${fault.expected} → ${fault.got}`)}`] : []),
    `   by kind: ${counted((fault) => fault.kind)}`,
  ];
}

function one(fault: Fault): string {
  const sides =
    fault.expected === "" && fault.got === ""
      ? ""
      : `: expected ${fault.expected}${fault.got === "" ? "" : `, got ${fault.got}`}`;
  const because = fault.because.length === 0 ? "" : `  (${fault.because.join("; ")})`;
  return [
    `\n${fault.id} [${fault.kind}]${sides}${because}`,
    ...fault.texts.map((text) => `    ${text.replace(/\s+/g, " ")}`),
  ].join("\n");
}

export function fallen(falls: readonly Fall[]): string {
  if (falls.length === 0)
    return `No figure fell below tests/quality/recorded.json (a share may fall by ${shareTolerance}).`;
  const lines = falls.map(
    ({ id, was, is }) => `  ${id}: ${was} recorded, ${is === null ? "not measured" : is.toFixed(3)} now`,
  );
  return [`${falls.length} figures fell below tests/quality/recorded.json:`, ...lines].join("\n");
}
