/** Days, months and the words for stretches of time in news English. */
export const months: readonly string[] =
  "january february march april may june july august september october november december".split(" ");
export const weekdays: readonly string[] = "sunday monday tuesday wednesday thursday friday saturday".split(" ");

/** 1…12, or 0 when the word is no month; abbreviations of three letters or more count. */
export function monthOf(word: string): number {
  const lower = word.toLowerCase().replace(".", "");
  return lower.length < 3
    ? 0
    : months.findIndex((month) => month.startsWith(lower.slice(0, lower === "sept" ? 4 : undefined))) + 1;
}
