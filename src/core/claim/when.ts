/**
 * When a clause says a thing happens: about twenty patterns, resolved against the article's own date. It reads dates
 * only where the words are dates ("sat down" is no Saturday) and gives nothing rather than a guess.
 */
import type { Day } from "../article/article.ts";
import { monthOf, weekdays } from "../language/calendar.ts";
import { addDays, dayFrom, monthSpan, weekdayOf } from "../text/day.ts";
import type { When } from "./claim.ts";

/** Which way a bare weekday or month points: back for what happened, on for what is to come. */
export type Direction = "past" | "future";

type Rule = {
  readonly pattern: RegExp;
  readonly read: (m: RegExpExecArray, today: Day, way: Direction) => When | null;
};

const monthName =
  "(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
const weekday = "(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)";

const single = (day: Day | null): When | null => (day ? { from: day, to: day, precision: "day" } : null);
const week = (from: Day, to: Day): When => ({ from, to, precision: "week" });

function weekendNear(today: Day, offsetWeeks: number): When {
  const toSaturday = (6 - weekdayOf(today) + 7) % 7;
  const saturday = weekdayOf(today) === 0 ? addDays(today, -1) : addDays(today, toSaturday);
  return week(addDays(saturday, 7 * offsetWeeks), addDays(saturday, 7 * offsetWeeks + 1));
}

function weekOf(today: Day, offsetWeeks: number): When {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7) + 7 * offsetWeeks);
  return week(monday, addDays(monday, 6));
}

function nearestWeekday(name: string, today: Day, way: Direction): Day {
  const wanted = weekdays.indexOf(name.toLowerCase());
  const ahead = (wanted - weekdayOf(today) + 7) % 7;
  return way === "future" ? addDays(today, ahead) : addDays(today, ahead === 0 ? 0 : ahead - 7);
}

/** A day of a month without its year is the nearest such day, never more than half a year off. */
function nearestYear(today: Day, month: number, day: number): Day | null {
  const year = Number(today.slice(0, 4));
  const options = [year - 1, year, year + 1]
    .map((candidate) => dayFrom(candidate, month, day))
    .filter((found) => found !== null);
  const distance = (candidate: Day) => Math.abs(Date.parse(candidate) - Date.parse(today));
  return options.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function monthNear(name: string, today: Day, way: Direction): When {
  const month = monthOf(name);
  const year = Number(today.slice(0, 4));
  const current = Number(today.slice(5, 7));
  const shift = way === "past" ? (month > current ? -1 : 0) : month < current ? 1 : 0;
  return { ...monthSpan(year + shift, month), precision: "month" };
}

const rules: readonly Rule[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/, read: (m) => single(dayFrom(Number(m[1]), Number(m[2]), Number(m[3]))) },
  {
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:\\s?[-–]\\s?(\\d{1,2}))?(?:st|nd|rd|th)?(?:\\sof)?\\s${monthName}(?:,?\\s(\\d{4}))?\\b`,
    ),
    read: (m, today) => range(today, m[3]!, m[1]!, m[2], m[4]),
  },
  {
    pattern: new RegExp(
      `\\b${monthName}\\s(\\d{1,2})(?:\\s?[-–]\\s?(\\d{1,2}))?(?:st|nd|rd|th)?(?:,?\\s(\\d{4}))?(?![\\d:])\\b`,
    ),
    read: (m, today) => range(today, m[1]!, m[2]!, m[3], m[4]),
  },
  {
    pattern: new RegExp(`\\b${monthName}\\s(\\d{4})\\b`),
    read: (m) => ({ ...monthSpan(Number(m[2]), monthOf(m[1]!)), precision: "month" }),
  },
  { pattern: /\b(?:the )?day before yesterday\b/i, read: (_, today) => single(addDays(today, -2)) },
  { pattern: /\b(?:the )?day after tomorrow\b/i, read: (_, today) => single(addDays(today, 2)) },
  { pattern: /\b(?:yesterday|last night)\b/i, read: (_, today) => single(addDays(today, -1)) },
  { pattern: /\btomorrow\b/i, read: (_, today) => single(addDays(today, 1)) },
  { pattern: /\b(?:today|tonight|this (?:morning|afternoon|evening))\b/i, read: (_, today) => single(today) },
  { pattern: /\ba day earlier\b|\bthe (?:previous|day) before\b/i, read: (_, today) => single(addDays(today, -1)) },
  {
    pattern: /\b(\d{1,2}|two|three|four|five|six) days? ago\b/i,
    read: (m, today) => single(addDays(today, -dayCount(m[1]!))),
  },
  {
    pattern: /\b(?:this|the coming|over the|at the|until the|by the|for the) weekend\b/i,
    read: (_, today) => weekendNear(today, 0),
  },
  { pattern: /\blast weekend\b/i, read: (_, today) => weekendNear(today, -1) },
  { pattern: /\bnext weekend\b/i, read: (_, today) => weekendNear(today, 1) },
  { pattern: /\bnext week\b/i, read: (_, today) => weekOf(today, 1) },
  { pattern: /\blast week\b/i, read: (_, today) => weekOf(today, -1) },
  { pattern: /\b(?:earlier |later )?this week\b/i, read: (_, today) => weekOf(today, 0) },
  {
    pattern: new RegExp(`\\bnext ${weekday}\\b`),
    read: (m, today) => single(nearestWeekday(m[1]!, addDays(today, 1), "future")),
  },
  {
    pattern: new RegExp(`\\blast ${weekday}\\b`),
    read: (m, today) => single(nearestWeekday(m[1]!, addDays(today, -1), "past")),
  },
  {
    // What is set, due or put off lies ahead, whatever the tense of the rest.
    pattern: new RegExp(
      `\\b(?:until|till|by|(?:planned|scheduled|set|due|slated|expected|put off|postponed|adjourned|delayed|moved) (?:for|to|on|until)) (?:next )?${weekday}\\b|\\b${weekday}['’]s\\b`,
    ),
    read: (m, today, way) => single(nearestWeekday(m[1] ?? m[2]!, today, m[1] || way === "future" ? "future" : "past")),
  },
  { pattern: new RegExp(`\\b${weekday}\\b`), read: (m, today, way) => single(nearestWeekday(m[1]!, today, way)) },
  {
    pattern: /\b(next|last|this) year\b/i,
    read: (m, today) => yearOffset(today, ["last", "this", "next"].indexOf(m[1]!.toLowerCase()) - 1),
  },
  {
    pattern: /\b(?:by |at |before |until )?the end of (?:the|this) (week|month|year)\b/i,
    read: (m, today) => endOf(m[1]!.toLowerCase(), today),
  },
  {
    pattern: new RegExp(`\\b(?:by |at |before |until )?the end of ${monthName}\\b`),
    read: (m, today, way) => single(monthNear(m[1]!, today, way).to),
  },
  {
    pattern: new RegExp(`\\bsince (?:the (?:beginning|start) of |early )?${monthName}\\b`),
    read: (m, today) => ({ from: monthNear(m[1]!, today, "past").from, to: today, precision: "month" }),
  },
  { pattern: /\bnext month\b/i, read: (_, today) => monthOffset(today, 1) },
  { pattern: /\blast month\b/i, read: (_, today) => monthOffset(today, -1) },
  {
    pattern: new RegExp(`\\b(?:in|by|until|since|during|early|mid|late|last|next)[ -]${monthName}\\b(?!,?\\s\\d)`),
    read: (m, today, way) => monthNear(m[1]!, today, way),
  },
  {
    pattern: /\b(?:in|by|until|before|since|during|for|of|early|late) (\d{4})\b/,
    read: (m) =>
      Number(m[1]) >= 1900 && Number(m[1]) <= 2100
        ? { from: `${m[1]}-01-01`, to: `${m[1]}-12-31`, precision: "year" }
        : null,
  },
];

function endOf(unit: string, today: Day): When {
  const year = Number(today.slice(0, 4));
  if (unit === "week") return single(weekOf(today, 0).to)!;
  return single(unit === "month" ? monthSpan(year, Number(today.slice(5, 7))).to : `${year}-12-31`)!;
}

const dayCount = (written: string) =>
  Number(written) || ["", "", "two", "three", "four", "five", "six"].indexOf(written.toLowerCase());

function range(
  today: Day,
  month: string,
  first: string,
  last: string | undefined,
  year: string | undefined,
): When | null {
  const number = monthOf(month);
  const from = year ? dayFrom(Number(year), number, Number(first)) : nearestYear(today, number, Number(first));
  if (!from || !last) return single(from);
  const to = dayFrom(Number(from.slice(0, 4)), number, Number(last));
  return to && to > from ? { from, to, precision: "day" } : single(from);
}

function yearOffset(today: Day, offset: number): When {
  const year = Number(today.slice(0, 4)) + offset;
  return { from: `${year}-01-01`, to: `${year}-12-31`, precision: "year" };
}

function monthOffset(today: Day, offset: number): When {
  const total = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + offset;
  return { ...monthSpan(Math.floor(total / 12), (total % 12) + 1), precision: "month" };
}

/** The first date that `text` names, or null; `today` is the article's own day in the story's zone. */
export function whenIn(text: string, today: Day, way: Direction): When | null {
  let best: { at: number; when: When } | null = null;
  for (const rule of rules) {
    const match = rule.pattern.exec(text);
    if (!match || (best && best.at <= match.index)) continue;
    const when = rule.read(match, today, way);
    if (when) best = { at: match.index, when };
  }
  return best?.when ?? null;
}
