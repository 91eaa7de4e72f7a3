import { expect, test } from "vitest";
import { type Block, heading, link, paragraph, strong, text } from "../../../src/core/post/post.ts";
import { carriedBy } from "../../../src/platforms/discord/custom-id.ts";
import { markOf, nonceOf } from "../../../src/platforms/discord/mark.ts";
import { markdownOf } from "../../../src/platforms/discord/markdown.ts";
import { render } from "../../../src/platforms/discord/render.ts";

const change: Block = { kind: "change", ref: "c1", label: "NEW", inlines: [text("The quota rose.")], sources: [1, 12] };
const locked = { parse: [], replied_user: false };

test.each<readonly [string, Block, string]>([
  ["a heading", heading("Quotas *now*"), "**Quotas \\*now\\***"],
  ["a paragraph", paragraph(text("Ann "), strong(" said "), text("so.")), "Ann  **said** so."],
  ["a change", change, "**NEW** The quota rose. \\[1]\\[12]"],
  ["a list", { kind: "list", items: [[text("one")], [strong("two")]] }, "• one\n• **two**"],
  [
    "a quote",
    { kind: "quote", text: "We agree.", by: [link("Alder Post", "https://alder-post.example/1"), text(", Sat")] },
    "> “We agree.”\n> — [Alder Post](https://alder-post.example/1) (alder-post.example), Sat",
  ],
  [
    "sources",
    { kind: "sources", items: [{ n: 3, label: "Alder Post · Sat", url: "https://alder-post.example/1" }] },
    "\\[3] [Alder Post · Sat](https://alder-post.example/1) (alder-post.example)",
  ],
  ["a numbered link", paragraph(link("[3]", "https://alder-post.example/1")), "\\[[3](https://alder-post.example/1)]"],
  ["a link that is none", paragraph(link("[3]", "")), "\\[3\\]"],
  ["a link to what nobody may open", paragraph(link("here", "javascript:alert(1)")), "here"],
  [
    "a nameless link",
    paragraph(link("", "https://alder-post.example/1")),
    "[alder-post.example](https://alder-post.example/1)",
  ],
])("%s", (_, block, shown) => {
  expect(markdownOf(block)).toBe(shown);
});

test("an empty line stands before a change that follows the quotes of another, and before no other", () => {
  const quote: Block = { kind: "quote", text: "We agree.", by: [] };
  const description = render([heading("Details"), change, quote, change, change], null).embeds[0]?.description;
  expect(description).toBe(
    [
      "**NEW** The quota rose. \\[1]\\[12]",
      "> “We agree.”",
      "",
      ...Array(2).fill("**NEW** The quota rose. \\[1]\\[12]"),
    ].join("\n"),
  );
});

test("a digest: the heading is for notifications, the rest stands in a frame without previews, the mark below", () => {
  const buttons: Block = {
    kind: "buttons",
    items: [
      { label: "Why", action: "why", values: { ref: "c12" } },
      { label: "Ask", action: "ask", values: {} },
    ],
  };
  expect(render([heading("Harbour talks · 1 change"), change, buttons], "ref abc")).toEqual({
    content: "**Harbour talks · 1 change**",
    embeds: [
      {
        description: "**NEW** The quota rose. \\[1]\\[12]",
        footer: { text: "Ask: press Ask, mention me, or reply with the ping on · ref abc" },
      },
    ],
    components: [
      {
        type: 1,
        components: [
          { type: 2, style: 2, label: "Why", custom_id: "0:why?ref=c12" },
          { type: 2, style: 2, label: "Ask", custom_id: "1:ask?" },
        ],
      },
    ],
    allowed_mentions: locked,
    flags: 0,
  });
});

test("one quiet line is the message itself, and still carries its mark", () => {
  expect(render([paragraph(text("No material change."))], "ref abc")).toEqual({
    content: "No material change.",
    embeds: [{ footer: { text: "ref abc" } }],
    components: [],
    allowed_mentions: locked,
    flags: 0,
  });
});

test("an answer needs no mark; without a frame, previews are suppressed", () => {
  expect(render([paragraph(text("Nothing is reported."))], null)).toMatchObject({ embeds: [], flags: 4 });
});

test("a paragraph with a link stays in the frame, where it opens no preview", () => {
  const body = render([paragraph(text("See "), link("Alder Post", "https://alder-post.example/1"))], null);
  expect(body.content).toBe("");
  expect(body.embeds[0]?.description).toContain("(https://alder-post.example/1)");
});

test("what a button carries comes back as it was", () => {
  const values = { ref: "c12", story: "harbour&talks=1?" };
  const [row] = render([{ kind: "buttons", items: [{ label: "Why", action: "why", values }] }], null).components;
  expect(carriedBy(row?.components[0]?.custom_id ?? "")).toEqual({ action: "why", values });
});

test.each(["", "why", "0:why", "0:WHY?", "0:../x?", "123:why?", `0:${"a".repeat(40)}?`])(
  "%j is no button of ours",
  (id) => {
    expect(carriedBy(id)).toBeNull();
  },
);

test("a nonce is 24 base-36 digits of the key's SHA-256, the same each time; the mark is its beginning", () => {
  const nonce = nonceOf("discord:1/2|harbour-talks:1|0");
  // Computed apart, with Python's hashlib.
  expect(nonce).toBe("28x33427xee09mssj1p3nv8f");
  expect(nonceOf("discord:1/2|harbour-talks:1|1")).not.toBe(nonce);
  expect(markOf("discord:1/2|harbour-talks:1|0")).toBe(`ref ${nonce.slice(0, 12)}`);
});
