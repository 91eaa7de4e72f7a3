import { describe, expect, test } from "vitest";
import { type Block, heading, link, paragraph, strong, text } from "../../../src/core/post/post.ts";
import { render } from "../../../src/platforms/slack/render.ts";
import { blockProblems } from "../../fakes/block-kit.ts";

const rich = (...elements: readonly unknown[]) => ({ type: "rich_text", elements });
const section = (...elements: readonly unknown[]) => ({ type: "rich_text_section", elements });
const words = (value: string) => ({ type: "text", text: value });
const bold = (value: string) => ({ ...words(value), style: { bold: true } });
const to = (url: string, value: string) => ({ type: "link", url, text: value });

const page = "https://north.example/a";

// what the block is, the block, its JSON, its text
const table: readonly (readonly [string, Block, readonly unknown[], string])[] = [
  [
    "a heading",
    heading("Harbour talks"),
    [{ type: "header", text: { type: "plain_text", text: "Harbour talks", emoji: false } }],
    "Harbour talks",
  ],
  [
    "a heading that is too long for one",
    heading("x".repeat(151)),
    [rich(section(bold("x".repeat(151))))],
    "x".repeat(151),
  ],
  [
    "a paragraph",
    paragraph(text("One "), strong("two"), text(".")),
    [rich(section(words("One "), bold("two"), words(".")))],
    "One two.",
  ],
  [
    "a link under a name",
    paragraph(link("North Wire", page)),
    [rich(section(to(page, "North Wire (north.example)")))],
    "North Wire (north.example)",
  ],
  ["a link under a number", paragraph(link("[3]", page)), [rich(section(to(page, "[3]")))], "[3]"],
  ["a link without a label", paragraph(link(" ", page)), [rich(section(to(page, "north.example")))], "north.example"],
  [
    "a link that poses as another",
    paragraph(link("bank.example", page)),
    [rich(section(words("bank.example ("), to(page, "north.example"), words(")")))],
    "bank.example (north.example)",
  ],
  [
    "an address that is none",
    paragraph(link("North", "javascript:alert(1)")),
    [rich(section(words("North")))],
    "North",
  ],
  [
    "a change",
    { kind: "change", ref: "c1", label: "NEW", inlines: [text("The strait reopened.")], sources: [1, 12] },
    [rich(section(bold("NEW"), words("  "), words("The strait reopened."), words(" [1][12]")))],
    "NEW  The strait reopened. [1][12]",
  ],
  [
    "a list",
    { kind: "list", items: [[text("One")], [text("Two")]] },
    [rich({ type: "rich_text_list", style: "bullet", elements: [section(words("One")), section(words("Two"))] })],
    "• One\n• Two",
  ],
  [
    "a quote",
    { kind: "quote", text: "The *only* way & ~none~", by: [text("Northern Courier")] },
    [
      rich(
        { type: "rich_text_quote", elements: [words("“The *only* way & ~none~”")] },
        section(words("— "), words("Northern Courier")),
      ),
    ],
    "“The *only* way &amp; ~none~” — Northern Courier",
  ],
  [
    "sources",
    {
      kind: "sources",
      items: [
        { n: 1, label: "North · 14 Mar", url: page },
        { n: 2, label: "South", url: "" },
      ],
    },
    [
      rich(
        section(words("[1] "), to(page, "North · 14 Mar (north.example)"), words("\n"), words("[2] "), words("South")),
      ),
    ],
    "[1] North · 14 Mar (north.example)\n[2] South",
  ],
  ["nothing to show", paragraph(text(" \u200b ")), [], ""],
  ["an empty heading", heading("\u202e"), [], ""],
];

describe("a message", () => {
  test.each(table)("%s", (_, block, blocks, said) => {
    const rendered = render([block], "s");
    expect(rendered.blocks.map(({ block_id, ...rest }) => rest)).toEqual(blocks);
    expect(rendered.text).toBe(said);
    expect(blockProblems(rendered.blocks)).toEqual([]);
  });

  test("buttons carry their action, and one that Slack would refuse is left out", () => {
    const { blocks, text: said } = render(
      [
        {
          kind: "buttons",
          items: [
            { label: "Why", action: "why", values: { ref: "c1" } },
            { label: "Why", action: "why", values: { ref: "c2" } },
            { label: "", action: "why", values: {} },
            { label: "x".repeat(76), action: "why", values: {} },
            { label: "Long", action: "why", values: { ref: "x".repeat(2_000) } },
          ],
        },
      ],
      "s",
    );
    const [row] = blocks;
    const elements = row?.type === "actions" ? row.elements : [];
    expect(elements.map((one) => (one.type === "button" ? one.value : ""))).toEqual([
      '{"action":"why","values":{"ref":"c1"}}',
      '{"action":"why","values":{"ref":"c2"}}',
    ]);
    expect(said).toBe("");
    expect(blockProblems(blocks)).toEqual([]);
  });

  test("block ids are new with each wording, and stay the same when a wording is tried again", () => {
    const ids = (seed: string) =>
      render([heading("One"), paragraph(text("Two"))], seed).blocks.map((one) => one.block_id);
    expect(ids("a")).toEqual(ids("a"));
    expect(ids("a").some((id) => ids("b").includes(id))).toBe(false);
  });
});
