/**
 * Foreign text made safe to show anywhere: nothing in it can move a cursor, colour a screen, set a title, or turn the
 * direction of writing. What remains is letters, marks and single spaces. It knows no platform's markup.
 */

/**
 * Escape sequences with their arguments: CSI, then the strings OSC, DCS, SOS, PM and APC, then two-character ones
 * (ECMA-48). A string is looked for over a bounded stretch, so that many openings cannot cost quadratic time.
 */
const sequences =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes.
  /(?:\x1b\[|\x9b)[0-?]{0,99}[ -/]{0,9}[@-~]?|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]{0,500}(?:\x07|\x1b\\|\x9c)|\x1b[ -/]{0,9}[0-Z\\^-~]/g;

/** Other controls, lone halves of characters, and format characters such as direction overrides; joiners may stay. */
const invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2060-\u206f]/gu;

/** Marks stacked on one letter beyond this many only smear the lines above and below. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu;

/** One line of plain text: white space of any kind is one space. */
export function plain(value: string): string {
  return value
    .replace(sequences, "")
    .replace(/[^\S\ufeff]+/g, " ")
    .replace(invisible, "")
    .replace(stackedMarks, "$1")
    .normalize("NFC");
}
