/** Signs of money and shares: each beside the number that it stands beside in the source. The numbers are words like any other. */

const signed =
  /(?:[€$£¥₴₽₹]\s?\d[\d.,]*\d|[€$£¥₴₽₹]\s?\d)(?:\s?(?:bn|mn|tn|m|k|million|billion|trillion)\b)?|\d[\d.,]*\s?%/giu;

const signsOf = (text: string): readonly string[] =>
  (text.match(signed) ?? []).map((one) => one.replace(/\s/g, "").toLowerCase());

/** The first signed number of a line that does not stand so in its source; null when there is none. */
export function misnumbered(line: string, source: string): string | null {
  const there = signsOf(source);
  const wrong = signsOf(line).find((one) => !there.includes(one));
  return wrong === undefined ? null : `${wrong} is not so in the source`;
}
