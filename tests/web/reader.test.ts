import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, type Reader } from "../../src/web/reader.ts";
import { oneEntry } from "../contracts/feeds.contract.ts";

let reader: Reader;
beforeAll(() => {
  reader = openReader();
});
afterAll(() => reader.close());

const read = (text: string, by = reader) =>
  by.read({ bytes: new TextEncoder().encode(text), url: null, contentType: null });
const inItem = (text: string) => `<rss version="2.0"><channel><title>F</title><item>${text}</item></channel></rss>`;

/** Longer than the reader's own deadline by what starting another worker may take on a busy machine. */
const patienceMs = 6_000;

describe("Hostile documents end in time, and the next feed is served", () => {
  const bomb = Array.from({ length: 20 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
  test.each([
    ["a run of <p in CDATA", inItem(`<description><![CDATA[${"<p".repeat(200_000)}]]></description>`)],
    ["a run of <p outside", inItem("<p".repeat(200_000))],
    ["openers with one far end", `${"<a".repeat(1_000_000)}>`],
    ["200,000 nested tags", inItem("<a>".repeat(200_000))],
    ["200,000 nested tags and as many other closers", inItem("<a>".repeat(200_000) + "</b>".repeat(200_000))],
    ["an entity bomb", `<!DOCTYPE x [<!ENTITY l0 "ha">${bomb}]>${inItem("<title>&l20;</title>")}`],
    ["1 MB of <!--", inItem("<!--".repeat(250_000))],
    ["1 MB of <![CDATA[", inItem("<![CDATA[".repeat(110_000))],
    ["1 MB of <!DOCTYPE [", `${"<!DOCTYPE [".repeat(90_000)}<rss/>`],
    ["300,000 tiny items", `<rss version="2.0"><channel>${"<item/>".repeat(300_000)}</channel></rss>`],
    ["50,000 < in a title", inItem(`<title>${"<".repeat(50_000)}`)],
    [
      "100,000 attributes",
      inItem(`<title ${Array.from({ length: 100_000 }, (_, n) => `a${n}="x"`).join(" ")}>T</title>`),
    ],
    ["1 MB of ampersands", inItem(`<title>${"&".repeat(1_000_000)}</title>`)],
    ["a long title", inItem(`<title>${"x ".repeat(1_000_000)}</title>`)],
    ["deep JSON", "[".repeat(1_000_000)],
    ["many namespaces", inItem("<b:a xmlns:b='x'>".repeat(50_000))],
  ])("%s", async (_name, document) => {
    const started = performance.now();
    await read(document);
    expect(performance.now() - started).toBeLessThan(patienceMs);
    expect(await read(oneEntry("Sailing"))).toMatchObject({ kind: "read", feed: { entries: [{ title: "Sailing" }] } });
  });
});

test("A reading that overruns is ended with a reason, and the worker replaced.", async () => {
  const hasty = openReader({ readMs: 1 });
  const outcome = await read(inItem("<title>x</title>".repeat(50_000)), hasty);
  expect(outcome).toEqual({
    kind: "failed",
    looksLike: "other",
    reason: "Reading took longer than 1 ms and was ended.",
  });
  await hasty.close();
});

test("Out of memory ends the worker, not the process.", async () => {
  const small = openReader({ heapMiB: 24, readMs: 20_000 });
  const many = Array.from({ length: 9_000 }, (_, n) => `<item><title>${n}</title>${"<b>x</b>".repeat(20)}</item>`);
  const outcome = await read(`<rss version="2.0"><channel>${many.join("")}</channel></rss>`, small);
  expect(outcome).toMatchObject({ kind: "failed" });
  expect((await read(oneEntry("Sailing"), small)).kind).toBe("read");
  await small.close();
});

test("Documents are answered in any number at once, each with its own answer.", async () => {
  const titles = Array.from({ length: 20 }, (_, n) => `Sailing ${n}`);
  const answers = await Promise.all(titles.map((title) => read(oneEntry(title))));
  expect(answers.map((answer) => answer.kind === "read" && answer.feed.entries[0]?.title)).toEqual(titles);
});
