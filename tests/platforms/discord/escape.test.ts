import { expect, test } from "vitest";
import { addressOf, escaped, guardStart, labelOf } from "../../../src/platforms/discord/escape.ts";

const gap = "\u200b";

test.each([
  ["both sides agreed", "both sides agreed"],
  ["4,000 t & 28 points (so far) – 50 %", "4,000 t & 28 points (so far) – 50 %"],
  ["*bold* _low_ ~~gone~~ `tick` ||hidden||", "\\*bold\\* \\_low\\_ \\~\\~gone\\~\\~ \\`tick\\` \\|\\|hidden\\|\\|"],
  ["a\\*b", "a\\\\\\*b"],
  ["[bank](https://evil.example)", "\\[bank\\](https:\\/\\/evil.example)"],
  ["@everyone and @here", `@${gap}everyone and @${gap}here`],
  [
    "<@123> <@&1> <#2> </talks:1> <t:0:R> <a:x:1> <:x:1> <id:home>",
    ["@123> ", "@&1> ", "#2> ", "/talks:1> ", "t:0:R> ", "a:x:1> ", ":x:1> ", "id:home>"]
      .map((one) => `\\<${gap}${one}`)
      .join(""),
  ],
  ["3 < 4", "3 \\< 4"],
  ["https://evil.example/x", "https:\\/\\/evil.example/x"],
  ["join discord.gg/abc", "join discord.gg\\/abc"],
  ["line\none\u2028two", "line one two"],
  ["\u202eelpmaxe.knab\u0000", "elpmaxe.knab"],
])("as text, %j is shown as it is", (text, shown) => {
  expect(escaped(text)).toBe(shown);
});

test.each([
  ["# large", "\\# large"],
  ["-# small", "\\-# small"],
  ["> quoted", "\\> quoted"],
  ["- item", "\\- item"],
  ["1. first", "1\\. first"],
  ["28 points", "28 points"],
])("at the beginning of a line, %j is no markup", (line, shown) => {
  expect(guardStart(line)).toBe(shown);
});

test.each([
  ["https://post.example/a?b=c", "https://post.example/a?b=c", "post.example"],
  ["https://www.post.example/", "https://www.post.example/", "post.example"],
  ["https://post.example/a_(b)", "https://post.example/a_%28b%29", "post.example"],
  ["https://post.example/ <@1>", "https://post.example/%20%3C@1%3E", "post.example"],
  ["https://bank.example@evil.example/", "https://evil.example/", "evil.example"],
  ["https://bаnk.example", "https://xn--bnk-6cd.example/", "xn--bnk-6cd.example"],
])("the address %j", (url, href, host) => {
  expect(addressOf(url)).toEqual({ href, host });
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "//evil.example",
  "https://[::1]/",
  "not an address",
  "",
])("%j is no address", (url) => expect(addressOf(url)).toBeNull());

test("an address that leaves no room for a sentence keeps its host", () => {
  expect(addressOf(`https://post.example/${"a".repeat(2000)}`)).toEqual({ href: "", host: "post.example" });
});

test.each([
  ["Alder Post", "Alder Post"],
  ["alder-post.example", "alder-post.example"],
  ["Bank.Example", "Bank Example"],
  ["https://bank.example", "https bank example"],
  ["bank。example", "bank example"],
  ["[x](y) `z` **w**", "x y z w"],
  ["U.S. envoy, 4.5 %", "U.S. envoy, 4.5 %"],
])("as the name of a link to alder-post.example, %j", (text, label) => {
  expect(labelOf(text, "alder-post.example")).toBe(label);
});
