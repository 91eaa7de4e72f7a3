import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { foremost } from "../../../src/core/post/citations.ts";
import { changeLine, expectedMax, postOf, quietLine, rootChangesMax } from "../../../src/core/post/digest-post.ts";
import type { Block, Document } from "../../../src/core/post/post.ts";
import { quoteCharactersMax } from "../../../src/core/post/quotes.ts";
import { at, change, digest, harbourTalks, restart, source } from "../../fakes/facts.ts";

beforeEach(restart);

const shown = (document: Document): string[] => document.filter(({ kind }) => kind !== "buttons").map(lineOf);

function lineOf(block: Block): string {
  const join = (inlines: readonly { readonly text: string }[]) => inlines.map((one) => one.text).join("");
  switch (block.kind) {
    case "heading":
      return `# ${block.text}`;
    case "paragraph":
      return join(block.inlines);
    case "change":
      return `${block.label} ${join(block.inlines)} ${block.sources.map((n) => `[${n}]`).join("")}`;
    case "list":
      return block.items.map((item) => `- ${join(item)}`).join("\n");
    case "quote":
      return `“${block.text}” ${join(block.by)}`;
    case "sources":
      return block.items.map((item) => `[${item.n}] ${item.label} ${item.url}`).join("\n");
    case "buttons":
      return block.items.map((item) => `<${item.label}>`).join(" ");
  }
}

describe("a quiet window", () => {
  test.each([
    [{}, "No material change: 23 articles, 5 origins, 0 new claims; last change 14 h ago."],
    [{ articles: 1, origins: 1 }, "No material change: 1 article, 1 origin, 0 new claims; last change 14 h ago."],
    [{ lastChange: null }, "No material change: 23 articles, 5 origins, 0 new claims; no change yet."],
  ])("%j", (given, line) => {
    expect(quietLine(digest([], given))).toBe(line);
    const post = postOf(digest([], given), harbourTalks, "UTC");
    expect([shown(post.root), post.thread]).toEqual([[line], []]);
  });
});

describe("the heading", () => {
  const one = [change("c1", "new", "A thing.")];
  test.each([
    [
      digest(one, { articles: 1, outlets: 1, origins: 1 }),
      "UTC",
      "since" as const,
      "# Harbour talks · 1 change since Fri 20:00 UTC · 1 article, 1 outlet, 1 origin",
    ],
    [
      digest([...one, ...one]),
      "Europe/Berlin",
      "since" as const,
      "# Harbour talks · 2 changes since Fri 21:00 CET · 23 articles, 9 outlets, 5 origins",
    ],
    [
      digest(one, { window: { since: null, until: at("2031-03-15T18:00:00Z") } }),
      "UTC",
      "since" as const,
      "# Harbour talks · 1 change up to Sat 18:00 UTC · 23 articles, 9 outlets, 5 origins",
    ],
    [
      digest(one),
      "UTC",
      "between" as const,
      "# Harbour talks · 1 change from Fri 14 Mar 20:00 UTC to Sat 15 Mar 18:00 UTC · 23 articles, 9 outlets, 5 origins",
    ],
  ])("%#", (given, zone, span, expected) => {
    expect(shown(postOf(given, harbourTalks, zone, span).root)[0]).toBe(expected);
  });
});

describe("a line", () => {
  test.each([
    ["new", "They met.", null, "They met."],
    ["updated", "They met.", "They will meet.", "They met (was: They will meet)."],
    ["updated", "The visit: planned → done.", "planned", "The visit: planned → done."],
    [
      "confirmed",
      "They met, now also by Ostland.",
      "They met, sources say.",
      "They met, now also by Ostland (first reported as: They met, sources say).",
    ],
    [
      "disputed",
      "Length: 20 — 28.",
      "The treaty has 20 articles.",
      "Length: 20 — 28 (told earlier: The treaty has 20 articles).",
    ],
    [
      "withdrawn",
      "The source no longer says so.",
      "A deal was signed.",
      "The source no longer says so (had said: A deal was signed).",
    ],
    ["withdrawn", "A deal was signed.", "A deal was signed.", "A deal was signed."],
  ] as const)("%s: %s after %s", (kind, text, was, line) => {
    expect(changeLine(change("c1", kind, text, { was }))).toBe(line);
  });
});

describe("the thread", () => {
  const changes = [
    change("c1", "new", "On passage.", { issue: "passage" }),
    change("c2", "new", "On nothing.", { by: [{ lang: "ru", quote: "слово ".repeat(100).trim() }] }),
    change("c3", "updated", "On quotas.", {
      issue: "quotas",
      evidence: [1, 2, 3, 4, 5, 6].map((n) => source({ outlet: `Outlet ${n}`, origin: "agency:Northwire" })),
    }),
    change("c4", "disputed", "On passage too.", { issue: "passage" }),
  ];

  test("has one reply an issue in order of importance, then the rest, then the sources", () => {
    const { root, thread } = postOf(digest(changes, { repeated: 3 }), harbourTalks, "UTC");
    expect(thread.map((reply) => shown(reply)[0])).toEqual([
      "# Passage",
      "# Fishing quotas",
      "# Further news",
      "Also reported unchanged: 3.",
    ]);
    expect(shown(root)[2]).toBe("NEW On nothing. [source in Russian] [2]");
    expect(shown(thread[0]!)).toEqual([
      "# Passage",
      "NEW On passage. [1]",
      "“The delegations met on Saturday.” [1] Alder Post, Sat 15 Mar 10:00 UTC",
      "1 independent origin · /talks why c1",
      "DISPUTED On passage too. [7]",
      "“The delegations met on Saturday.” [7] Alder Post, Sat 15 Mar 10:00 UTC",
      "1 independent origin · /talks why c4",
    ]);
  });

  test("shows a few sources of many and says how many more there are", () => {
    const { thread } = postOf(digest(changes), harbourTalks, "UTC");
    const lines = shown(thread[1]!);
    expect(lines[1]).toBe("UPDATED On quotas. [3][4][5][6]");
    expect(lines.at(-1)).toBe("1 independent origin · 2 more sources · /talks why c3");
  });

  test("says what several printed once, with all of them", () => {
    const [copied, other] = ["The ferries stopped.", "No ferry left the harbour."];
    const evidence = [copied, other, copied].map((quote, i) => source({ outlet: `Outlet ${i + 1}`, quote }));
    const lines = shown(
      postOf(digest([change("c1", "new", "Ferries stopped.", { evidence })]), harbourTalks, "UTC").thread[0]!,
    );
    expect(lines.slice(2, 4)).toEqual([
      "“The ferries stopped.” [1] Outlet 1, Sat 15 Mar 10:00 UTC; [3] Outlet 3, Sat 15 Mar 10:00 UTC",
      "“No ferry left the harbour.” [2] Outlet 2, Sat 15 Mar 10:00 UTC",
    ]);
  });

  test.each([
    ["The ferries stopped.", "the ferries\n stopped"],
    ["The ferries stopped.", "The ferries stopped."],
  ])("a line that is its quote is not said twice: %s", (line, quote) => {
    const changed = change("c1", "new", line, { evidence: [source({ outlet: "Outlet", quote })] });
    expect(shown(postOf(digest([changed]), harbourTalks, "UTC").thread[0]!)[2]).toBe(
      "Word for word: [1] Outlet, Sat 15 Mar 10:00 UTC",
    );
  });

  test("cuts a long quote and notes its language", () => {
    const quote = postOf(digest(changes), harbourTalks, "UTC").thread[2]![2]!;
    expect(quote.kind === "quote" && quote.text.endsWith("слово…") && quote.text.length <= quoteCharactersMax).toBe(
      true,
    );
    expect(lineOf(quote)).toContain("[source in Russian]");
  });

  test("what belongs to no issue stands by what it tells of", () => {
    const told = ([undefined, "statement", "event"] as const).map((about, n) =>
      change(`c${n}`, "new", `Line ${n}.`, about ? { about } : {}),
    );
    const { thread } = postOf(digest(told), harbourTalks, "UTC");
    expect(thread.map((reply) => shown(reply).filter((line) => /^#|^NEW/.test(line)))).toEqual([
      ["# Meetings and events", "NEW Line 2. [3]"],
      ["# Statements", "NEW Line 1. [2]"],
      ["# Further news", "NEW Line 0. [1]"],
      ["# Sources"],
    ]);
  });
  test("what is expected has its sources, and says what was left out", () => {
    const known = Array.from({ length: expectedMax + 2 }, (_, i) => ({
      ref: `c${10 + i}`,
      text: `Step ${i}`,
      evidence: [source()],
    }));
    const expected = [{ ref: "c1", text: "Passage opens" }, { ref: "c99", text: "Nobody says so" }, ...known];
    const lines = shown(postOf(digest(changes, { expected }), harbourTalks, "UTC").thread.at(-1)!);
    expect(lines[0]).toBe("# Expected next");
    expect(lines[1]!.split("\n").slice(0, 2)).toEqual(["- Passage opens. [1] c1", "- Step 0. [8] c10"]);
    expect(lines[1]).not.toContain("Nobody");
    expect(lines[2]).toBe("… and 3 more: /talks expected.");
  });
});

test("the root is capped, and says so", () => {
  const many = Array.from({ length: rootChangesMax + 3 }, (_, i) => change(`c${i}`, "new", `Thing ${i}.`));
  const { root } = postOf(digest(many), harbourTalks, "UTC");
  expect(shown(root)).toHaveLength(1 + rootChangesMax + 1);
  expect(shown(root).at(-1)).toBe("… and 3 more in the thread.");
});

test("one article is one number, however often it is cited", () => {
  const twice = source();
  const post = postOf(
    digest([change("c1", "new", "A.", { evidence: [twice, twice] }), change("c2", "new", "B.", { evidence: [twice] })]),
    harbourTalks,
    "UTC",
  );
  expect(shown(post.root).slice(1)).toEqual(["NEW A. [1]", "NEW B. [1]"]);
});

test("the foremost sources are of different origins", () => {
  const all = ["a", "a", "b", "c"].map((origin, i) => source({ origin, at: `2031-03-15T1${i}:00:00Z` }));
  expect(foremost(all, 3).map((one) => one.origin)).toEqual(["a", "b", "c"]);
  expect(foremost(all, 9)).toHaveLength(4);
});

test("every number in a post, root and thread, has its address in the list", () => {
  const evidence = fc.array(
    fc.record({
      outlet: fc.constantFrom("A", "B", "C"),
      origin: fc.constantFrom("x", "y"),
      lang: fc.constantFrom("en", "ru"),
    }),
    { minLength: 1, maxLength: 7 },
  );
  const changes = fc.array(
    fc.tuple(fc.constantFrom("new", "updated", "withdrawn"), evidence, fc.constantFrom("quotas", "passage", null)),
    { minLength: 1, maxLength: 14 },
  );
  fc.assert(
    fc.property(changes, (given) => {
      const all = given.map(([kind, by, issue], i) => change(`c${i}`, kind as "new", `Line ${i}.`, { by, issue }));
      const { root, thread } = postOf(digest(all), harbourTalks, "UTC");
      const blocks = [root, ...thread].flat();
      const listed = blocks.flatMap((block) => (block.kind === "sources" ? block.items.map((item) => item.n) : []));
      const used = blocks.flatMap((block) => (block.kind === "change" ? block.sources : []));
      expect(used.length).toBeGreaterThanOrEqual(given.length);
      expect(listed).toEqual(Array.from({ length: listed.length }, (_, i) => i + 1));
      for (const n of used) expect(listed).toContain(n);
      for (const block of blocks) if (block.kind === "change") expect(block.sources.length).toBeGreaterThan(0);
      for (const one of all)
        expect(thread.flat().some((block) => block.kind === "change" && lineOf(block).includes(one.text))).toBe(true);
    }),
    { numRuns: 100 },
  );
});
