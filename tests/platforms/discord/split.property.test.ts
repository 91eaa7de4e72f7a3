import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { postOf } from "../../../src/core/post/digest-post.ts";
import { type Block, type Document, heading, paragraph, text } from "../../../src/core/post/post.ts";
import { markOf } from "../../../src/platforms/discord/mark.ts";
import { markdownOf } from "../../../src/platforms/discord/markdown.ts";
import { type Body, render } from "../../../src/platforms/discord/render.ts";
import { fit as split } from "../../../src/platforms/discord/split.ts";
import { faultsOf, shownBy } from "../../fakes/discord-body.ts";
import { anyDocument } from "../../fakes/documents.ts";
import { change, digest, harbourTalks } from "../../fakes/facts.ts";
import { hostileTexts } from "../../fakes/hostile.ts";

const bodiesOf = (document: Document): readonly Body[] => split(document).map((one) => render(one, markOf("key")));
/** Letters and digits only: what is left when markup, blanks and cuts between parts are taken out. */
const lettersOf = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, "");
const numbers = (blocks: Document): readonly number[] =>
  blocks.flatMap((block) =>
    block.kind === "change" ? block.sources : block.kind === "sources" ? block.items.map(({ n }) => n) : [],
  );

describe("whatever a document holds", () => {
  test("every message is within Discord's limits, with room for a correction", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const body of bodiesOf(document)) expect(faultsOf(body)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("no source number is lost, and no change is torn from the numbers that it can stand beside", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const shown = bodiesOf(document).map(shownBy).join("\n");
        const count = (n: number, text: string) =>
          text.split(`\\[${n}]`).length - 1 + (text.split(`\\[${n}\\]`).length - 1);
        for (const n of new Set(numbers(document)))
          expect(count(n, shown)).toBeGreaterThanOrEqual(numbers(document).filter((one) => one === n).length);
        const changes = split(document)
          .flat()
          .filter((block) => block.kind === "change");
        expect(changes.length).toBe(document.filter((block) => block.kind === "change").length);
        for (const one of changes) for (const n of one.sources) expect(markdownOf(one)).toContain(`\\[${n}]`);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("no word of a text is lost", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const plainBlocks = document.filter((block) => block.kind === "paragraph" || block.kind === "heading");
        const only = plainBlocks.map((block): Block => {
          if (block.kind === "heading") return block;
          return paragraph(...(block.kind === "paragraph" ? block.inlines.filter(({ kind }) => kind !== "link") : []));
        });
        const whole = lettersOf(only.map(markdownOf).join(""));
        // A continued message repeats its heading; without one at the start there is nothing but the text itself.
        const parts = bodiesOf([paragraph(text("start")), ...only])
          .map(shownBy)
          .join("");
        expect(lettersOf(parts)).toBe(`start${whole}`);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("a heading is not the last thing of a message when more follows", () => {
    const filler = Array.from({ length: 60 }, (_, i) => [
      heading(`Part ${i}`),
      paragraph(text("word ".repeat(60))),
    ]).flat();
    const messages = split(filler);
    expect(messages.length).toBeGreaterThan(3);
    for (const message of messages) expect(message.at(-1)?.kind).not.toBe("heading");
  });
});

describe("a digest", () => {
  test("of up to 200 changes loses none, and no source of one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (size) => {
        const changes = Array.from({ length: size }, (_, i) =>
          change(`c${i}`, "new", `Point ${i}x of the plan was agreed.`, {
            by: [{ outlet: `Outlet ${i}` }],
            issue: i % 3 ? "quotas" : null,
          }),
        );
        const post = postOf(digest(changes), harbourTalks, "UTC");
        const shown = [post.root, ...post.thread].flatMap(bodiesOf);
        for (const body of shown) expect(faultsOf(body)).toEqual([]);
        const all = shown.map(shownBy).join("\n");
        for (let i = 0; i < size; i += 1) {
          expect(all).toContain(`Point ${i}x of the plan was agreed.`);
          expect(all).toMatch(new RegExp(`^\\\\\\[\\d+\\] \\[Outlet ${i} ·`, "m"));
        }
      }),
      { numRuns: 25 },
    );
  });
});

/** Without every sign that a backslash keeps from being one. */
const unescaped = (shown: string): string => shown.replace(/\\./gs, "");

describe(`${hostileTexts.length} hostile texts, in every field`, () => {
  const documentOf = (value: string): Document => [
    heading(value),
    paragraph(text(value), { kind: "strong", text: value }, { kind: "link", text: value, url: value }),
    paragraph({ kind: "link", text: value, url: "https://alder-post.example/1" }),
    { kind: "change", ref: value, label: value, inlines: [text(value)], sources: [7] },
    { kind: "list", items: [[text(value)], [{ kind: "link", text: "[1]", url: value }]] },
    { kind: "quote", text: value, by: [text(value)] },
    { kind: "sources", items: [{ n: 1, label: value, url: value }] },
    { kind: "buttons", items: [{ label: value, action: "why", values: { ref: value } }] },
  ];
  const bodies = hostileTexts.map((value) => [value, bodiesOf(documentOf(value))] as const);
  const words = bodies.flatMap(([, all]) => all.map(shownBy));

  test("there are at least 200", () => expect(hostileTexts.length).toBeGreaterThanOrEqual(200));

  test("no limit is broken", () => {
    expect(
      bodies.filter(([, all]) => all.some((body) => faultsOf(body).length > 0)).map(([value]) => value.slice(0, 40)),
    ).toEqual([]);
  });

  test("nobody is mentioned, and no sign of Discord's is live", () => {
    const live = /@everyone|@here|(?<!\\)<(?:@|#|:|\/|t:|a:|id:)|\\<(?:@|#|:|\/|t:|a:|id:)/i;
    // An address may hold an @; it is part of a link, and percent-encoded where it could end one.
    const outsideLinks = words.map((shown) => shown.replace(/\]\(https?:[^)]*\)/g, "]"));
    expect(outsideLinks.filter((shown) => live.test(shown)).map((shown) => shown.slice(0, 80))).toEqual([]);
  });

  test("every link leads where its name and the host beside it say", () => {
    const links = words.flatMap((shown) => [
      ...unescaped(shown).matchAll(/\[([^[\]]*)\]\((https?:[^\s)]*)\)( \(([^)]*)\))?/g),
    ]);
    expect(links.length).toBeGreaterThan(hostileTexts.length);
    const lying = links.filter(([, label = "", href = "", , beside]) => {
      const host = new URL(href).hostname.replace(/^www\./, "");
      const named = [...label.matchAll(/[\p{L}\p{N}-]+(?:[.。．｡][\p{L}\p{N}-]+)*[.。．｡]\p{L}{2,}/gu)].map(([name]) =>
        name.toLowerCase(),
      );
      const isNumber = /^\d+$/.test(label);
      return (
        named.some((name) => name !== host && !host.endsWith(`.${name}`)) ||
        !(isNumber || label === host || beside === host)
      );
    });
    expect(lying.map(([whole]) => whole.slice(0, 120))).toEqual([]);
  });

  test("no markup of its own: every sign is escaped, and no line begins as markup does", () => {
    const lines = words.flatMap((shown) => shown.replace(/\]\(https?:[^)]*\)/g, "]").split("\n"));
    const broken = lines.filter((line) => {
      const own = line.replace(/^> (?=“|— )/, "");
      return (
        /[*_~`|]/.test(unescaped(own).replace(/\*\*/g, "")) || /^\s*(?:#{1,3} |-# |>{1,3} |[-+*] |\d+[.)] )/.test(own)
      );
    });
    expect(broken.map((line) => line.slice(0, 80))).toEqual([]);
  });

  test("no address but our own stands in the text as a link of its own", () => {
    const bare = words
      .map((shown) => shown.replace(/\]\(https?:[^)]*\)/g, "]"))
      .filter((shown) => /https?:\/\//i.test(shown));
    expect(bare.map((shown) => shown.slice(0, 80))).toEqual([]);
  });
});
