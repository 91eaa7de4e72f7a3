import { beforeEach, describe, expect, test } from "vitest";
import { postOf } from "../../../src/core/post/digest-post.ts";
import { type Document, heading, link, paragraph, text } from "../../../src/core/post/post.ts";
import { domainOf, renderDocument, renderPost } from "../../../src/platforms/terminal/render.ts";
import { change, digest, harbourTalks, restart } from "../../fakes/facts.ts";

beforeEach(restart);

function example() {
  return digest(
    [
      change("c1", "new", "Varga: Westmark proposed joint patrols of the strait; the Observers could attend.", {
        issue: "passage",
        by: [
          { origin: "agency:Northwire", quote: "Westmark has proposed joint patrols of the strait, Varga said." },
          {
            outlet: "港の新聞",
            origin: "agency:Northwire",
            lang: "ja",
            quote: "ウェストマルクは海峡の共同巡視を提案したとバルガ氏は述べた。",
          },
        ],
      }),
      change("c2", "withdrawn", "The quota will be 4,000 tonnes.", {
        by: [{ outlet: "Strait Times", quote: "The quota will be 4,000 tonnes." }],
      }),
    ],
    { repeated: 7, expected: [{ ref: "c2", text: "Talks go on on Sunday" }] },
  );
}

const at80 = `
Harbour talks · 2 changes since Fri 20:00 UTC · 23 articles, 9 outlets, 5
origins
  NEW       Varga: Westmark proposed joint patrols of the strait; the Observers
            could attend. [1][2]
  WITHDRAWN The quota will be 4,000 tonnes. [3]
│ Passage
│   NEW       Varga: Westmark proposed joint patrols of the strait; the
│             Observers could attend. [1][2]
│     “Westmark has proposed joint patrols of the strait, Varga said.”
│     — [1] Alder Post (alder-post.example), Sat 15 Mar 10:00 UTC, origin:
│     Northwire
│     “ウェストマルクは海峡の共同巡視を提案したとバルガ氏は述べた。”
│     — [2] 港の新聞 (outlet.example), Sat 15 Mar 10:00 UTC, origin: Northwire
│     [source in Japanese]
└ 1 independent origin · /talks why c1
│ Further news
│   WITHDRAWN The quota will be 4,000 tonnes. [3]
│     “The quota will be 4,000 tonnes.”
│     — [3] Strait Times (strait-times.example), Sat 15 Mar 10:00 UTC
└ 1 independent origin · /talks why c2
│ Also reported unchanged: 7.
│ Expected next
│ • Talks go on on Sunday. [3] c2
│ Sources
│ [1] Alder Post · Sat 15 Mar 10:00 UTC · origin: Northwire (alder-post.example)
│     https://alder-post.example/1
│ [2] 港の新聞 · Sat 15 Mar 10:00 UTC · origin: Northwire · in Japanese
│     (outlet.example)
│     https://outlet.example/2
│ [3] Strait Times · Sat 15 Mar 10:00 UTC (strait-times.example)
└     https://strait-times.example/3
`;

const rootAt40 = `
Harbour talks · 2 changes since Fri
20:00 UTC · 23 articles, 9 outlets, 5
origins
  NEW Varga: Westmark proposed joint
  patrols of the strait; the Observers
  could attend. [1][2]
  WITHDRAWN The quota will be 4,000
  tonnes. [3]
`;

const rootAt120 = `
Harbour talks · 2 changes since Fri 20:00 UTC · 23 articles, 9 outlets, 5 origins
  NEW       Varga: Westmark proposed joint patrols of the strait; the Observers could attend. [1][2]
  WITHDRAWN The quota will be 4,000 tonnes. [3]
`;

const rootInColour = `
<1>Harbour talks · 2 changes since Fri 20:00 UTC · 23 articles, 9 outlets, 5<0>
<1>origins<0>
<1;34>  NEW       <0>Varga: Westmark proposed joint patrols of the strait; the Observers
            could attend. <36>[1][2]<0>
<1;31>  WITHDRAWN <0>The quota will be 4,000 tonnes. <36>[3]<0>
`;

const framed = (lines: readonly string[]) => `\n${lines.join("\n")}\n`;

describe("a digest on the terminal", () => {
  test("at 80 columns, with its thread", () => {
    expect(framed(renderPost(postOf(example(), harbourTalks, "UTC"), { width: 80, colour: false }))).toBe(at80);
  });
  test.each([
    [40, rootAt40],
    [120, rootAt120],
    [500, rootAt120],
  ])("its root at %d columns", (width, expected) => {
    const { root } = postOf(example(), harbourTalks, "UTC");
    expect(framed(renderDocument(root, { width, colour: false }))).toBe(expected);
  });
  test("in colour, which only repeats what the words say", () => {
    const { root } = postOf(example(), harbourTalks, "UTC");
    const lines = framed(renderDocument(root, { width: 80, colour: true }));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what this looks at.
    expect(lines.replace(/\x1b\[([\d;]+)m/g, "<$1>")).toBe(rootInColour);
  });
});

describe("what an article's text cannot do", () => {
  const hostile: Document = [
    heading("\x1b[2JHead\x07"),
    paragraph(text("\x1b]0;title\x07a\rb\x1b[31m"), link("\x1b[1mBank\nof Ostland", "https://evil.example/\x1b[2J")),
    { kind: "change", ref: "c1", label: "NEW\x1b[5m", inlines: [text("\u202Etxet")], sources: [1] },
    { kind: "list", items: [[text("\x9b2Jone\n\n\ntwo")]] },
    { kind: "quote", text: "q\x1b[10Aq", by: [text("\x1b]8;;x\x1b\\by")] },
    { kind: "sources", items: [{ n: 1, label: "L\x1b[0m", url: "javascript:alert(1)\x1b[2J" }] },
  ];
  test("it neither moves the cursor nor colours anything", () => {
    expect(renderDocument(hostile, { width: 60, colour: false })).toEqual([
      "Head",
      "a bBank of Ostland (evil.example)",
      "  NEW       txet [1]",
      "• one two",
      "    “qq”",
      "    — by",
      "[1] L",
      "    javascript:alert(1)",
    ]);
  });
  test.each([
    ["https://www.alder-post.example/a", "alder-post.example"],
    ["https://user:pass@evil.example:8080/", "evil.example"],
    ["https://аlder-post.example/", "xn--lder-post-zyh.example"],
    ["javascript:alert(1)", ""],
    ["not an address", ""],
  ])("the domain of %j is %j", (url, domain) => {
    expect(domainOf(url)).toBe(domain);
  });
});
