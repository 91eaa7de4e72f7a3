import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Block, type Document, heading, paragraph, text } from "../../../src/core/post/post.ts";
import { plain } from "../../../src/core/text/plain.ts";
import { halves, intoMessages } from "../../../src/platforms/slack/fit.ts";
import { addressOf } from "../../../src/platforms/slack/links.ts";
import { render } from "../../../src/platforms/slack/render.ts";
import { slices } from "../../../src/platforms/slack/slices.ts";
import { essence, sameDigestContract } from "../../contracts/same-digest.contract.ts";
import { blockProblems, charactersOf } from "../../fakes/block-kit.ts";
import { anyDocument, anyText } from "../../fakes/documents.ts";
import { linksIn, markupIn, readBlocks } from "../../fakes/slack-read.ts";

/** What `chat.update` takes, less what is kept free for a correction. */
const textBytesMax = 4_000 - 200;

function brokenLimits(message: Document): readonly string[] {
  const { text: said, blocks } = render(message, "s");
  const bytes = Buffer.byteLength(said);
  return [
    ...blockProblems(blocks),
    ...(bytes > textBytesMax ? [`text of ${bytes} bytes`] : []),
    ...markupIn(said).map((found) => `markup ${found}`),
  ];
}

sameDigestContract("Slack", {
  fit: intoMessages,
  read: (message) => readBlocks(render(message, "s").blocks),
  broken: brokenLimits,
});

const wordsOf = (document: Document): string => essence(readBlocks(render(document, "s").blocks));

describe("whatever a document holds", () => {
  test("its messages keep every limit, and no number or address of a source is lost", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const messages = intoMessages(document);
        expect(messages.flatMap(brokenLimits)).toEqual([]);
        const all = messages.flatMap((message) => linksIn(render(message, "s").blocks).map(({ url }) => url));
        for (const block of document) {
          if (block.kind === "sources")
            for (const { url } of block.items) {
              const address = addressOf(url);
              if (address) expect(all).toContain(address.url);
            }
        }
        const numbers = (blocks: Document) => blocks.flatMap((one) => (one.kind === "change" ? one.sources : []));
        expect(new Set(messages.flatMap(numbers))).toEqual(new Set(numbers(document)));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  test("no piece of a change stands without the numbers of sources", () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 200 }),
        (line, sources) => {
          const change: Block = { kind: "change", ref: "c1", label: "NEW", inlines: [text(line)], sources };
          for (const message of intoMessages([change]))
            for (const one of message) expect(one.kind === "change" && one.sources.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  test("a small document is one message, as it was", () => {
    const document = [heading("Harbour talks"), paragraph(text("One."))];
    expect(intoMessages(document)).toEqual([document]);
    expect(intoMessages([])).toEqual([[]]);
  });

  test("paragraphs are cut at words, and nothing is lost between the pieces", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const messages = intoMessages([paragraph(text(value))]);
        expect(messages.map(wordsOf).join("")).toBe(essence(plain(value)));
      }),
    );
  });

  test("a heading is never the last thing of a message that something follows", () => {
    const body = paragraph(text("word ".repeat(500)));
    const messages = intoMessages([body, heading("One"), body, heading("Two"), body]);
    expect(messages.length).toBeGreaterThan(1);
    for (const message of messages) expect(message.at(-1)?.kind).not.toBe("heading");
  });
});

test("slices hold at most so many bytes and join to the text", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 20, max: 900 }), (value, bytesMax) => {
      const cut = slices(plain(value), bytesMax);
      for (const one of cut)
        expect(Buffer.byteLength(render([paragraph(text(one))], "s").text)).toBeLessThanOrEqual(bytesMax);
      expect(cut.join("").replaceAll(" ", "")).toBe(plain(value).replaceAll(" ", ""));
    }),
  );
});

describe("halves", () => {
  test("hold together what the document held, each less of it", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const cut = halves(document);
        if (!cut) return;
        expect(cut.map(wordsOf).join("")).toBe(wordsOf(document));
        const [first, second] = cut.map((one) => charactersOf(render(one, "s").blocks));
        expect(first! + second!).toBeLessThanOrEqual(charactersOf(render(document, "s").blocks));
      }),
    );
  });

  test("one small block has none", () => {
    expect(halves([paragraph(text("One."))])).toBeNull();
    expect(halves([])).toBeNull();
  });
});
