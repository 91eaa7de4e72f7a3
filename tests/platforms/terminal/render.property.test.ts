import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Block, type Inline, link, strong, text } from "../../../src/core/post/post.ts";
import { widthOf } from "../../../src/platforms/terminal/cells.ts";
import { renderDocument, renderReply, widthMax, widthMin } from "../../../src/platforms/terminal/render.ts";

const words = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom("\x1b[2J", "\x1b]0;x\x07", "漁獲枠", "e\u0301", "👩‍👧", " ", "\n", "talks", "[7]", "\u202e"),
      { maxLength: 20 },
    )
    .map((parts) => parts.join("")),
);
const address = fc.oneof(fc.webUrl(), words);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  words.map(text),
  words.map(strong),
  fc.tuple(words, address).map(([label, url]) => link(label, url)),
);
const inlines = fc.array(inline, { maxLength: 4 });
const number = fc.integer({ min: 1, max: 120 });
const block: fc.Arbitrary<Block> = fc.oneof(
  words.map((value): Block => ({ kind: "heading", text: value })),
  inlines.map((all): Block => ({ kind: "paragraph", inlines: all })),
  fc.record({
    kind: fc.constant("change" as const),
    ref: fc.constant("c1"),
    label: fc.oneof(fc.constantFrom("NEW", "CONFIRMED"), words),
    inlines,
    sources: fc.uniqueArray(number, { maxLength: 30 }),
  }),
  fc.array(inlines, { maxLength: 3 }).map((items): Block => ({ kind: "list", items })),
  fc.record({ kind: fc.constant("quote" as const), text: words, by: inlines }),
  fc
    .array(fc.record({ n: number, label: words, url: address }), { maxLength: 3 })
    .map((items): Block => ({ kind: "sources", items })),
);
const page = fc.array(block, { maxLength: 5 });
const columns = fc.integer({ min: 0, max: 200 });
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what this removes.
const colours = /\x1b\[(?:[12]|36|1;3\d|0)m/g;

describe("whatever a document holds", () => {
  test("no line is wider than the window", () => {
    fc.assert(
      fc.property(page, columns, fc.boolean(), (blocks, width, colour) => {
        const limit = Math.min(widthMax, Math.max(widthMin, width));
        for (const render of [renderDocument, renderReply])
          for (const line of render(blocks, { width, colour }))
            expect(widthOf(line.replace(colours, ""))).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 300 },
    );
  });

  test("no source number is lost or broken", () => {
    fc.assert(
      fc.property(page, columns, (blocks, width) => {
        const lines = renderDocument(blocks, { width, colour: false });
        const wanted = new Map<string, number>();
        const add = (n: number) => wanted.set(`[${n}]`, (wanted.get(`[${n}]`) ?? 0) + 1);
        for (const one of blocks) {
          if (one.kind === "change") one.sources.forEach(add);
          if (one.kind === "sources") for (const item of one.items) add(item.n);
        }
        for (const [shown, times] of wanted) {
          const found = lines.reduce((sum, line) => sum + line.split(shown).length - 1, 0);
          expect(found).toBeGreaterThanOrEqual(times);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("colour changes nothing but colour, and nothing else controls the terminal", () => {
    fc.assert(
      fc.property(page, columns, (blocks, width) => {
        const bare = renderDocument(blocks, { width, colour: false });
        const coloured = renderDocument(blocks, { width, colour: true });
        expect(coloured.map((line) => line.replace(colours, ""))).toEqual(bare);
        for (const line of bare) expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Cs}]/u);
      }),
      { numRuns: 300 },
    );
  });
});
