import { describe, expect, test } from "vitest";
import { escaped, escapedBytes, names, typed } from "../../../src/platforms/slack/mrkdwn.ts";

test.each([
  ["R&D <now>", "R&amp;D &lt;now&gt;"],
  ["<!channel> <@U1> <#C1>", "&lt;!channel&gt; &lt;@U1&gt; &lt;#C1&gt;"],
  ["<https://a.example|bank>", "&lt;https://a.example|bank&gt;"],
  ["&amp; stays what it was", "&amp;amp; stays what it was"],
  ["*bold* _low_ `tick`", "*bold* _low_ `tick`"],
])("%j as text", (given, expected) => {
  expect(escaped(given)).toBe(expected);
  expect(escapedBytes(given)).toBe(Buffer.byteLength(expected));
});

test.each([
  ["what about R&amp;D &lt;now&gt;?", "what about R&D <now>?"],
  ["ask <@U1|ann> and <@U2> in <#C1|desk>", "ask ann and in desk"],
  [
    "<!here> see <https://a.example/x?a=1&amp;b=2> or <https://b.example|b.example>",
    "see https://a.example/x?a=1&b=2 or b.example",
  ],
  ["  two \n lines ", "two lines"],
  ["&amp;lt; is typed", "&lt; is typed"],
])("%j as a person typed it", (given, expected) => {
  expect(typed(given)).toBe(expected);
});

describe("many opening marks", () => {
  test("cost no more than their number", () => {
    const began = performance.now();
    typed("<".repeat(40_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

test.each([
  ["hello <@UBOT>", true],
  ["hello <@UBOT|parley>", true],
  ["hello <@UBOTTLE>", false],
  ["hello UBOT", false],
])("%j names the bot: %s", (given, expected) => {
  expect(names(given, "UBOT")).toBe(expected);
});
