/** Whether a line that nobody addressed to us asks something. In doubt it does not: people talk among themselves. */

const markAtEnd = /[?？؟]["”»)\s]*$/u;
const asksAtStart =
  /^(?:(?:and|so|but|ok|okay|then)[, ]+)?(?:what|who|whom|whose|which|when|where|why|how)\b(?! a\b| about that\b$)/i;

export const asksSomething = (line: string): boolean => markAtEnd.test(line) || asksAtStart.test(line.trim());
