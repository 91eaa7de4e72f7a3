import { describe, expect, test } from "vitest";
import type { FeedEntry, ParsedFeed } from "../../src/core/feed/feed.ts";
import { readDocument } from "../../src/web/read.ts";

async function read(document: string, url: string | null = "https://harbour.example/feed"): Promise<ParsedFeed> {
  const outcome = await readDocument({ bytes: new TextEncoder().encode(document), url, contentType: null });
  if (outcome.kind === "failed") throw new Error(outcome.reason);
  return outcome.feed;
}
const rss = (item: string, channel = "") =>
  `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
   xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"
   xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><title>F</title>${channel}<item>${item}</item></channel></rss>`;
const atom = (entry: string, feed = "") =>
  `<feed xmlns="http://www.w3.org/2005/Atom">${feed}<entry>${entry}</entry></feed>`;
const entryOf = async (document: string) => (await read(document)).entries[0] ?? ({} as Partial<FeedEntry>);

test("RSS 2.0 in full", async () => {
  const feed = await read(
    rss(
      `<title>Ferry &amp; bridge</title><link>/1</link><guid isPermaLink="false">id-1</guid>
       <pubDate>Tue, 10 Jun 2025 09:00:00 +0200</pubDate><dc:creator>A. Writer</dc:creator>
       <category domain="x">Sea</category><category>Law</category>
       <description>&lt;p&gt;Short.&lt;/p&gt;</description>
       <content:encoded><![CDATA[<p>First.</p><p>Second.</p>]]></content:encoded>
       <enclosure url="https://harbour.example/a.mp3" type="audio/mpeg" length="12"/>`,
      "<link>https://harbour.example/</link><description>D</description><language>en-gb</language><ttl>90</ttl>",
    ),
  );
  expect(feed).toEqual({
    title: "F",
    link: "https://harbour.example/",
    description: "D",
    language: "en-gb",
    ttlMinutes: 90,
    problems: [],
    entries: [
      {
        id: "id-1",
        link: "https://harbour.example/1",
        title: "Ferry & bridge",
        published: Date.parse("2025-06-10T07:00:00Z"),
        updated: null,
        summary: "Short.",
        content: "First.\nSecond.",
        author: "A. Writer",
        categories: ["Sea", "Law"],
        enclosures: [{ url: "https://harbour.example/a.mp3", type: "audio/mpeg", bytes: 12 }],
      },
    ],
  });
});

test("Atom in full", async () => {
  const feed = await read(
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title type="text">F &lt;b></title>
     <link rel="self" href="https://harbour.example/feed"/><link href="https://harbour.example/"/><subtitle>D</subtitle>
     <author><name>Desk</name></author>
     <entry xml:base="https://harbour.example/e/"><id>tag:harbour.example,2025:1</id>
     <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <a href="x">two</a> three</div></title>
     <link rel="enclosure" href="a.mp3" type="audio/mpeg" length="5"/><link rel="alternate" href="1"/>
     <published>2025-06-10T07:00:00Z</published><updated>2025-06-11T07:00:00Z</updated>
     <category term="Sea"/><summary>Short.</summary>
     <content type="html">&lt;p&gt;First.&lt;/p&gt;&lt;p&gt;Second.&lt;/p&gt;</content></entry></feed>`,
  );
  expect(feed).toMatchObject({ title: "F <b>", link: "https://harbour.example/", description: "D", language: "fr" });
  expect(feed.entries[0]).toEqual({
    id: "tag:harbour.example,2025:1",
    link: "https://harbour.example/e/1",
    title: "One two three",
    published: Date.parse("2025-06-10T07:00:00Z"),
    updated: Date.parse("2025-06-11T07:00:00Z"),
    summary: "Short.",
    content: "First.\nSecond.",
    author: "Desk",
    categories: ["Sea"],
    enclosures: [{ url: "https://harbour.example/e/a.mp3", type: "audio/mpeg", bytes: 5 }],
  });
});

test("RDF: items beside the channel, about as the id", async () => {
  const feed = await read(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
     <channel rdf:about="https://harbour.example/"><title>F</title><link>https://harbour.example/</link></channel>
     <item rdf:about="https://harbour.example/1"><title>One</title><link>https://harbour.example/1</link>
     <dc:date>2025-06-10T09:00+02:00</dc:date><dc:subject>Sea</dc:subject></item></rdf:RDF>`,
  );
  expect(feed.title).toBe("F");
  expect(feed.entries[0]).toMatchObject({
    id: "https://harbour.example/1",
    title: "One",
    published: Date.parse("2025-06-10T07:00:00Z"),
    categories: ["Sea"],
  });
});

test("JSON Feed in full", async () => {
  const feed = await read(
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "F",
      home_page_url: "https://harbour.example/",
      items: [
        {
          id: 7,
          url: "/1",
          title: "1 < 2",
          content_html: "<p>First.</p><p>Second.</p>",
          summary: "Short.",
          date_published: "2025-06-10T09:00:00+02:00",
          authors: [{ name: "A" }, { name: "B" }],
          tags: ["Sea"],
          attachments: [{ url: "https://harbour.example/a.mp3", mime_type: "audio/mpeg", size_in_bytes: 5 }],
        },
      ],
    }),
  );
  expect(feed.entries[0]).toMatchObject({
    id: "7",
    link: "https://harbour.example/1",
    title: "1 < 2",
    content: "First.\nSecond.",
    summary: "Short.",
    author: "A, B",
    categories: ["Sea"],
    enclosures: [{ url: "https://harbour.example/a.mp3", type: "audio/mpeg", bytes: 5 }],
  });
});

describe("Links", () => {
  test.each([
    ["a permanent guid", "<guid>https://harbour.example/g</guid>", "https://harbour.example/g"],
    ["a guid that is no link", '<guid isPermaLink="false">https://harbour.example/g</guid>', null],
    ["an Atom link in RSS", '<atom:link href="/a"/>', "https://harbour.example/a"],
    [
      "the original link",
      "<link>https://x.example/</link><feedburner:origLink>/o</feedburner:origLink>",
      "https://harbour.example/o",
    ],
    ["a script", "<link>javascript:alert(1)</link>", null],
    ["an enclosure as a last resort", '<enclosure url="/e.mp3"/>', "https://harbour.example/e.mp3"],
    ["CDATA and space", "<link> <![CDATA[ /c ]]> </link>", "https://harbour.example/c"],
  ])("%s", async (_name, item, link) => expect((await entryOf(rss(`<title>T</title>${item}`))).link).toBe(link));

  test("HTML first among alternates", async () => {
    const entry = '<link rel="alternate" type="application/json" href="/j"/><link type="text/html" href="/h"/>';
    expect((await entryOf(atom(entry))).link).toBe("https://harbour.example/h");
  });
  test("an Atom link without attributes does not lose the feed", async () => {
    expect((await entryOf(atom("<title>T</title><link>https://harbour.example/t</link>"))).link).toBe(
      "https://harbour.example/t",
    );
  });
});

describe("What rss-parser would lose", () => {
  test.each([
    ["an unreadable Atom date", atom("<title>T</title><updated>soon</updated>")],
    ["no version", "<rss><channel><item><title>T</title></item></channel></rss>"],
    ["unclosed tags", "<rss version='2.0'><channel><item><title>T</title><description>a<b></item></channel>"],
    ["crossed tags", "<rss version='2.0'><channel><item><title>T</title><b><i></b></i></item></channel></rss>"],
    ["a truncated file", "<rss version='2.0'><channel><item><title>T</title><link>https://a"],
    [
      "a prefixed root",
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>T</a:title></a:entry></a:feed>',
    ],
    [
      "another prefix for RDF",
      '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><item><title>T</title></item></r:RDF>',
    ],
    ["text before the root", `junk ${rss("<title>T</title>")}`],
    ["a bare ampersand", rss("<title>T</title><link>https://a.example/?a=1&b=2</link>")],
    ["control characters", rss("<title>T\u0008\u0000</title>")],
    ["markup in a title", rss("<title><b>T</b></title>")],
    ["items without a channel", "<rss version='2.0'><item><title>T</title></item></rss>"],
    ["upper case", "<RSS VERSION='2.0'><CHANNEL><ITEM><TITLE>T</TITLE></ITEM></CHANNEL></RSS>"],
    ["__proto__", rss("<title>T</title><__proto__>x</__proto__><constructor>y</constructor>")],
  ])("%s", async (_name, document) => {
    const feed = await read(document);
    expect(feed.entries.map(({ title }) => title)).toEqual(["T"]);
  });

  test.each([
    ["&eacute;&nbsp;&hellip;", "é …"],
    ["&#147;x&#148;", "“x”"],
    ["&unknown; &", "&unknown; &"],
    ["<![CDATA[a & b]]>", "a & b"],
  ])("references: %s", async (title, text) => expect((await entryOf(rss(`<title>${title}</title>`))).title).toBe(text));

  test("entities of a DOCTYPE are cut, the feed is kept", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "]>aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>`;
    expect((await entryOf(`${bomb}${rss("<title>T &b; &f;</title>")}`)).title).toBe("T &b; &f;");
  });

  test("base64 content", async () => {
    const content = Buffer.from("<p>Grüße.</p>").toString("base64");
    expect((await entryOf(atom(`<title>T</title><content mode="base64">${content}</content>`))).content).toBe("Grüße.");
  });

  test("the author's name", async () => {
    expect((await entryOf(rss("<title>T</title><author>a@b.example (A. Writer)</author>"))).author).toBe("A. Writer");
    expect((await entryOf(rss("<title>T</title><author>A. Writer &lt;a@b.example&gt;</author>"))).author).toBe(
      "A. Writer",
    );
  });
});

test("Problems say what is missing, and which reader was used.", async () => {
  const feed = await read("<rss version='2.0'><channel><item><title>T</title><pubDate>soon</pubDate></item>");
  const said = feed.problems.map(({ what, where }) => `${where}: ${what}`).join("\n");
  expect(said).toContain("document: rss-parser failed");
  expect(said).toContain("entry 1: The entry has no link.");
  expect(said).toContain("entry 1: The entry has no date that can be read.");
});

test("More than 2,000 entries: the newest are kept, and it is said.", async () => {
  const items = Array.from({ length: 2_100 }, (_, index) => {
    const date = new Date(Date.parse("2025-01-01T00:00:00Z") + index * 60_000).toUTCString();
    return `<item><title>T${index}</title><pubDate>${date}</pubDate></item>`;
  });
  const feed = await read(`<rss version="2.0"><channel>${items.join("")}</channel></rss>`);
  expect(feed.entries).toHaveLength(2_000);
  expect(feed.entries[0]?.title).toBe("T2099");
  expect(feed.problems[0]?.what).toContain("newest 2000 of 2100");
});

test("A day without a time is marked as one.", async () => {
  const entry = await entryOf(rss("<title>T</title><pubDate>2025-06-10</pubDate>"));
  expect(entry).toMatchObject({ published: Date.parse("2025-06-10T00:00:00Z"), publishedIsDay: true });
});

test.each([
  ["", "empty"],
  ["<!DOCTYPE html><html><p>Hi</p></html>", "html"],
  ["lorem", "other"],
  ['{"a":1}', "other"],
  ["[1,2", "other"],
])("%j is no feed", async (document, looksLike) => {
  const outcome = await readDocument({ bytes: new TextEncoder().encode(document), url: null, contentType: null });
  expect(outcome).toMatchObject({ kind: "failed", looksLike });
});
