import { expect, test } from "vitest";
import { textHash } from "../../../src/core/article/text-hash.ts";

test("hashes are what stored databases hold: these values never change", () => {
  expect([textHash(""), textHash("a"), textHash("Переговоры 🌊")]).toMatchInlineSnapshot(`
    [
      "e9f9bf2705ae83a1a5931d04e6757680",
      "84bfdcbee8e5a1c55fec6dc721f024a1",
      "d001cadcb41e33aba619e102f91d001c",
    ]
  `);
});

test("small changes give other hashes", () => {
  const texts = Array.from({ length: 20_000 }, (_, n) => `The vote was ${n} to ${n % 97}.`);
  const nulls = Array.from({ length: 300 }, (_, n) => "\0".repeat(n));
  const all = [...texts, ...texts.map((text) => `${text} `), ...nulls];
  expect(new Set(all.map(textHash)).size).toBe(all.length);
  for (const lane of [0, 8, 16, 24]) {
    const lanes = new Set(all.map((text) => textHash(text).slice(lane, lane + 8)));
    expect(lanes.size).toBeGreaterThan(all.length - 5);
  }
});
