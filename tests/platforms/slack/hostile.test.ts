/** Two hundred texts that a feed could send to make Slack call people, lie about a link or open a preview. */
import { describe, expect, test } from "vitest";
import { type Block, type Document, heading, link, paragraph, strong, text } from "../../../src/core/post/post.ts";
import { contentOf, unfurled, unparsed } from "../../../src/platforms/slack/calls.ts";
import { intoMessages } from "../../../src/platforms/slack/fit.ts";
import { allOf, blockProblems } from "../../fakes/block-kit.ts";
import { hostileTexts } from "../../fakes/hostile.ts";
import { linksIn, markupIn } from "../../fakes/slack-read.ts";

const page = "https://north.example/a?x=1";

/** The text in every field that foreign text can reach. */
function everywhere(value: string): Document {
  const blocks: readonly Block[] = [
    heading(value),
    paragraph(text(value), strong(value), link(value, page), link("North", value)),
    { kind: "change", ref: "c1", label: value, inlines: [text(value)], sources: [1] },
    { kind: "list", items: [[text(value)], [link(value, page)]] },
    { kind: "quote", text: value, by: [link(value, page), text(value)] },
    {
      kind: "sources",
      items: [
        { n: 1, label: value, url: page },
        { n: 2, label: "South", url: value },
      ],
    },
    { kind: "buttons", items: [{ label: value, action: "why", values: { ref: value } }] },
  ];
  return blocks;
}

/** A host as a reader would see it, whatever letters it is written in. */
const hostsIn = (label: string): readonly string[] =>
  label
    .normalize("NFKC")
    .toLowerCase()
    .match(/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/g) ?? [];

test("there are two hundred of them", () => expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(200));

describe.each(hostileTexts.map((value, i) => [i, value] as const))("hostile text %i", (_, value) => {
  const messages = intoMessages(everywhere(value)).map((document) => contentOf({ channel: "C1", document, seed: "s" }));

  test("calls nobody, links nothing on its own, and keeps every limit", () => {
    for (const { text: said, blocks } of messages) {
      expect(markupIn(said)).toEqual([]);
      expect(blockProblems(blocks)).toEqual([]);
      expect(
        allOf(blocks, "type").filter((type) =>
          ["mrkdwn", "user", "usergroup", "broadcast", "channel", "emoji"].includes(String(type)),
        ),
      ).toEqual([]);
      expect(Buffer.byteLength(said)).toBeLessThanOrEqual(4_000);
    }
  });

  test("is never the label of a link to another host", () => {
    for (const { label, url } of messages.flatMap(({ blocks }) => linksIn(blocks))) {
      expect(url).toMatch(/^https?:\/\//);
      const { hostname, username } = new URL(url);
      expect(username).toBe("");
      for (const host of hostsIn(label)) expect(`www.${hostname}`).toContain(host);
    }
  });

  test("turns no direction of writing and hides nothing", () => {
    for (const { text: said, blocks } of messages)
      for (const shown of [said, ...allOf(blocks, "text").filter((one) => typeof one === "string")])
        expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\p{Cs}]|(?!\n)\p{Cc}/u);
  });
});

test("no address opens into a preview, and nothing in a text is looked at for names", () => {
  expect(unfurled).toEqual({ unfurl_links: false, unfurl_media: false });
  expect(unparsed).toEqual({ parse: "none", link_names: false });
});
