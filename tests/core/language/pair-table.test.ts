import { expect, test } from "vitest";
import { pairTable } from "../../../src/core/language/pair-table.ts";

test("a pair table holds what a map of pairs holds, in either order, however far it grows", () => {
  const table = pairTable();
  const plain = new Map<string, number>();
  const put = (a: number, b: number, bits: number) => {
    table.add(a, b, bits);
    for (const name of [`${a} ${b}`, `${b} ${a}`]) plain.set(name, (plain.get(name) ?? 0) | bits);
  };
  for (let n = 0; n < 20_000; n++) {
    const [a, b] = [(n * 7919) % 9973, (n * 104_729) % 8887];
    if (a !== b) put(a, b, 1 << (n % 3));
  }
  const wrong: string[] = [];
  const look = (a: number, b: number) => {
    if (table.bits(a, b) !== (plain.get(`${a} ${b}`) ?? 0)) wrong.push(`${a} ${b}`);
  };
  for (let a = 0; a < 300; a++) for (let b = 0; b < 300; b++) look(a, b);
  for (const name of plain.keys()) {
    const [a, b] = name.split(" ").map(Number);
    look(a!, b!);
  }
  expect(wrong).toEqual([]);
});

test("a number beside itself is no pair, and one too large is refused", () => {
  expect(pairTable().bits(7, 7)).toBe(0);
  expect(() => pairTable().add(1, 2 ** 15, 1)).toThrow("below");
});
