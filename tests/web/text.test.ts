import { expect, test } from "vitest";
import { htmlToLine, htmlToText } from "../../src/web/text.ts";

test.each([
  ["<p>One</p><p>Two</p>", "One\nTwo"],
  ["<p>One <b>bold</b>\n  word</p>", "One bold word"],
  ["One<br>Two<br/>Three", "One\nTwo\nThree"],
  ["<ul><li>One<li>Two</ul>", "One\nTwo"],
  ["AT&amp;T &lt;b&gt; &nbsp;&eacute; &#8220;x&#8221;", "AT&T <b> é “x”"],
  ["5 < 6 and 7 > 6", "5 < 6 and 7 > 6"],
  ["One\n\nTwo without tags", "One\nTwo without tags"],
  ["<script>alert(1)</script>Text<style>p{}</style>", "Text"],
  ["<noscript><p>Turn it on</p></noscript>Text<template>x</template><iframe>y</iframe>", "Text"],
  ["<object><object>x</object>y</object>Text", "Text"],
  ["<SCRIPT>x</SCRIPT >Text<!-- hidden -->", "Text"],
  ["<p>Never closed <b>and <i>crossed</b></i>", "Never closed and crossed"],
  ["<a href=\"x>y\" title='<p>'>link</a>", "link"],
  ["<script>never closed", ""],
  ["A\u200bB\u202eC\u2066D\u00adE\ufeffF", "ABCDEF"],
  ["A\u0000B\u0007C&#7;D", "ABCD"],
  ["e\u0301", "é"],
  ["q\u0301\u0302\u0303\u0304\u0305", "q\u0301\u0302"],
  ["", ""],
])("%j", (html, text) => expect(htmlToText(html, 1_000)).toBe(text));

test("A line is one line, cut at a space.", () => {
  expect(htmlToLine("<b>A</b>\n<p>title</p>", 100)).toBe("A title");
  expect(htmlToLine("one two three four", 12)).toBe("one two");
});

test("No surrogate is cut in half.", () => {
  expect(htmlToText(`${"x".repeat(9)}😀`, 10)).toBe("x".repeat(9));
});

test.each([
  ["a run of openers", "<p".repeat(300_000)],
  ["many closers of many openers", "<a>".repeat(100_000) + "</b>".repeat(75_000)],
  ["unclosed comments", "<!--".repeat(150_000)],
  ["ampersands", "&".repeat(600_000)],
])("%s cost no more than their length", (_name, html) => {
  const started = performance.now();
  htmlToText(html, 200_000);
  expect(performance.now() - started).toBeLessThan(2_000);
});
