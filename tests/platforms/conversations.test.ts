/** What is remembered of questions: little, and not for long. */
import { expect, test } from "vitest";
import { openConversations } from "../../src/platforms/conversations.ts";

const minuteMs = 60_000;
const alone = { place: "p:", person: "x", thread: null };
const inThread = { ...alone, thread: "t" };

test("a person's last questions are gone on from for a quarter of an hour, a thread's for a day", () => {
  const { before, asked } = openConversations();
  asked(inThread, "Who came?", 0);
  expect(before(alone, 15 * minuteMs)).toEqual(["Who came?"]);
  expect(before(alone, 15 * minuteMs + 1)).toEqual([]);
  expect(before({ ...inThread, person: "y" }, 24 * 60 * minuteMs)).toEqual(["Who came?"]);
  expect(before({ ...inThread, person: "y" }, 24 * 60 * minuteMs + 1)).toEqual([]);
});

test("a thread with questions of its own does not go on from those of elsewhere", () => {
  const { before, asked } = openConversations();
  asked(inThread, "Who came?", 0);
  asked(alone, "Who pays?", 0);
  expect(before(inThread, 1)).toEqual(["Who came?"]);
  expect(before({ ...alone, thread: "u" }, 1)).toEqual(["Who came?", "Who pays?"]);
});

test("thousands of threads are not all remembered", () => {
  const { before, asked } = openConversations();
  for (let n = 0; n < 5_000; n += 1) asked({ place: "p:", person: `x${n}`, thread: `t${n}` }, "Who came?", 0);
  expect(before({ place: "p:", person: "y", thread: "t0" }, 1)).toEqual([]);
  expect(before({ place: "p:", person: "y", thread: "t4999" }, 1)).toEqual(["Who came?"]);
});
