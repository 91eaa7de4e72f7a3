import { expect, test } from "vitest";
import { read } from "./reading.ts";

/** The article is of Thursday, 8 May 2031. */
test.each([
  ["Ada Renn will meet the owners to hear of Sunday's talks.", undefined],
  ["Ada Renn will learn the results of this week's talks.", undefined],
  ["Ada Renn will meet the owners on Sunday.", "2031-05-11"],
  ["Ada Renn had expected to meet the owners on Sunday.", "2031-05-04"],
  ["Ada Renn met the owners on Sunday.", "2031-05-04"],
])("%s", (text, day) => expect(read(text)[0]!.when?.from).toBe(day));
