/** Documents of every shape and size, with whatever a feed could put into them. */
import fc from "fast-check";
import { type Block, type Document, type Inline, link, strong, text } from "../../src/core/post/post.ts";

const parts = [
  ..."the strait talks quota envoy 4,000 tonnes said on Monday that both sides agree".split(" "),
  ...[
    "漁獲枠",
    "пролив",
    "قناة",
    "👩‍👧",
    "e\u0301",
    "&",
    "<",
    ">",
    "|",
    "*",
    "_",
    "`",
    "@everyone",
    "<!channel>",
    "[7]",
    "\u202e",
    "\n",
  ],
];
const words = fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((all) => all.join(" "));
/** Some texts are far longer than any platform takes. */
export const anyText = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 80 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 9_000 }).map((n) => "waterway".repeat(n).slice(0, n)) },
  { weight: 1, arbitrary: words.map((some) => `${some} `.repeat(60)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 2_000 }).map((n) => "👩‍👧".repeat(n)) },
);
export const anyAddress = fc.oneof(
  fc.webUrl(),
  fc.integer({ min: 1, max: 90 }).map((n) => `https://outlet-${n}.example/page?a=<b>|${n}`),
  words,
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  anyText.map(text),
  anyText.map(strong),
  fc.tuple(anyText, anyAddress).map(([label, url]) => link(label, url)),
);
const inlines = fc.array(inline, { maxLength: 4 });
const number = fc.integer({ min: 1, max: 400 });

export const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  anyText.map((value): Block => ({ kind: "heading", text: value })),
  inlines.map((all): Block => ({ kind: "paragraph", inlines: all })),
  fc.record({
    kind: fc.constant("change" as const),
    ref: fc.constant("c1"),
    label: fc.constantFrom("NEW", "CONFIRMED"),
    inlines,
    sources: fc.uniqueArray(number, { maxLength: 150 }),
  }),
  fc.array(inlines, { maxLength: 5 }).map((items): Block => ({ kind: "list", items })),
  fc.record({ kind: fc.constant("quote" as const), text: anyText, by: inlines }),
  fc
    .array(fc.record({ n: number, label: anyText, url: anyAddress }), { maxLength: 60 })
    .map((items): Block => ({ kind: "sources", items })),
  fc
    .array(fc.record({ label: words, action: fc.constant("why"), values: fc.constant({}) }), { maxLength: 30 })
    .map((items): Block => ({ kind: "buttons", items })),
);
export const anyDocument: fc.Arbitrary<Document> = fc.array(anyBlock, { maxLength: 12 });
