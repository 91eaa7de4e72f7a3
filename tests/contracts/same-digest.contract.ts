/**
 * The same digest everywhere: whatever a digest holds, the messages that a platform makes of it tell every change and
 * every source, in order, under the platform's limits. Each adapter runs this with its own `fit` and its own drawing.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Change, changeKinds, type Digest, type Evidence } from "../../src/core/digest/digest.ts";
import { postOf } from "../../src/core/post/digest-post.ts";
import type { Block, Document } from "../../src/core/post/post.ts";
import { dayMs, hourMs } from "../../src/core/schedule/zone.ts";
import { at, harbourTalks } from "../fakes/facts.ts";

export type Drawing = {
  fit(document: Document): readonly Document[];
  /** All that a reader of one message sees or can follow, words and addresses, the platform's escapes undone. */
  read(message: Document): string;
  /** Every limit of the platform that the message breaks, each in a few words. */
  broken(message: Document): readonly string[];
};

/** More changes than any digest had. */
export const changesMax = 200;

const words = fc
  .array(
    fc.constantFrom(
      ..."the strait talks quota envoy 4,000 tonnes said on Monday that both sides agree".split(" "),
      ...["*bold*", "_low_", "`tick`", "~gone~", "R&D", "<b>", "a|b", "@everyone", "[1]", "(x)", "# one", "> two"],
      ...["漁獲枠", "пролив", "قناة", "👩‍👧", "\\", "https://odd.example/a_b"],
    ),
    { minLength: 2, maxLength: 24 },
  )
  .map((parts) => parts.join(" "));

const evidence = (change: number, n: number): fc.Arbitrary<Evidence> =>
  fc.record({
    articleId: fc.constant(`a${change}-${n}`),
    url: fc.integer({ min: 1, max: 400 }).map((page) => `https://outlet-${page % 7}.example/page/${page}?a=1&b=${n}`),
    outlet: fc.integer({ min: 0, max: 6 }).map((nth) => `Outlet ${nth}`),
    origin: fc.constantFrom("Outlet 1", "agency:north-wire", "envoy"),
    published: fc.integer({ min: 0, max: 48 }).map((hours) => at("2031-03-14T00:00:00Z") + hours * hourMs),
    quote: words.map((text) => text.slice(0, 400)),
    start: fc.constant(0),
    end: fc.constant(10),
    lang: fc.constantFrom("en", "ru"),
  });

const change = (n: number): fc.Arbitrary<Change> =>
  fc
    .record({
      kind: fc.constantFrom(...changeKinds),
      text: words.map((text) => text.slice(0, 240)),
      was: fc.option(
        words.map((text) => text.slice(0, 240)),
        { nil: null },
      ),
      issue: fc.constantFrom(null, "quotas", "passage", "money"),
      salience: fc.double({ min: 0, max: 1, noNaN: true }),
      evidence: fc
        .integer({ min: 1, max: 6 })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, nth) => evidence(n, nth)))),
    })
    .map((parts) => ({
      ...parts,
      ref: `c${n}`,
      actors: [],
      modality: "stated" as const,
      independentOrigins: new Set(parts.evidence.map((one) => one.origin)).size,
      borrowed: [],
    }));

/** Digests of every size, the largest among them. */
export const digests: fc.Arbitrary<Digest> = fc
  .oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: changesMax }), fc.constant(changesMax))
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => change(n + 1))))
  .map((changes) => {
    const until = at("2031-03-15T18:00:00Z");
    return {
      id: "harbour-talks:1",
      story: "harbour-talks",
      window: { since: until - dayMs, until },
      articles: 400,
      outlets: 7,
      origins: 3,
      quiet: false,
      changes,
      repeated: 3,
      lastChange: until,
      expected: changes.slice(0, 9).map(({ ref, text }) => ({ ref, text })),
      dropped: 0,
    };
  });

/** Letters and digits alone: marks may be escaped, lines broken and blanks gathered, but no word may be lost. */
export const essence = (text: string): string => text.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "");

const numbered = (n: number) => `[${n}]`;

/** What a reader must find of one block: its words, in order, and the addresses behind them. */
function promisesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "heading":
      return [block.text];
    case "paragraph":
      return block.inlines.map((inline) => inline.text);
    case "change":
      return [block.label, ...block.inlines.map((inline) => inline.text), ...block.sources.map(numbered)];
    case "list":
      return block.items.flat().map((inline) => inline.text);
    case "quote":
      return [block.text, ...block.by.map((inline) => inline.text)];
    case "sources":
      return block.items.flatMap(({ n, label, url }) => [String(n), label, url]);
    case "buttons":
      return [];
  }
}

/** The numbers that a message points to, and those that it explains. */
const pointers = (documents: readonly Document[]) =>
  documents.flat().flatMap((block) => (block.kind === "change" ? block.sources : []));
const explained = (documents: readonly Document[]) =>
  documents.flat().flatMap((block) => (block.kind === "sources" ? block.items.map(({ n }) => n) : []));

export function sameDigestContract(name: string, drawing: Drawing, numRuns = 30): void {
  const messagesOf = (digest: Digest) => {
    const { root, thread } = postOf(digest, harbourTalks, "UTC");
    return [root, ...thread].map((document) => ({ document, messages: drawing.fit(document) }));
  };

  test(`${name} tells every change and every source of any digest, under its limits`, { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(digests, (digest) => {
        for (const { document, messages } of messagesOf(digest)) {
          expect(messages.length).toBeGreaterThan(0);
          expect(messages.flatMap((message) => drawing.broken(message))).toEqual([]);
          const shown = messages.map((message) => essence(drawing.read(message))).join("");
          let from = 0;
          for (const promise of document.flatMap(promisesOf).map(essence)) {
            const found = shown.indexOf(promise, promise.length < 4 ? 0 : from);
            expect(found, `“${promise}” in ${shown.slice(from, from + 300)}`).toBeGreaterThanOrEqual(0);
            if (promise.length >= 40) from = found;
          }
        }
        const all = messagesOf(digest).flatMap(({ messages }) => messages);
        expect(new Set(pointers(all).filter((n) => !explained(all).includes(n)))).toEqual(new Set());
      }),
      { numRuns },
    );
  });

  test(`${name} keeps every change whole and in one message, with all its source numbers`, { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(digests, (digest) => {
        for (const { document, messages } of messagesOf(digest)) {
          const changes = document.filter((block) => block.kind === "change");
          expect(messages.flat().filter((block) => block.kind === "change")).toEqual(changes);
          for (const message of messages) {
            const shown = essence(drawing.read(message));
            for (const block of message.filter((one) => one.kind === "change"))
              expect(shown).toContain(essence(block.inlines.map((inline) => inline.text).join("")));
          }
        }
      }),
      { numRuns },
    );
  });
}
