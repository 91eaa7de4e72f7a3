/** Texts that a feed could send to make a chat call people, lie about a link, break out of markup or break a limit. */

const calls = [
  ..."@everyone @here @channel @ann <!channel> <!here> <!everyone> <!channel|news> <!here|x> <@U0BOT> <@U123ABC> <@U1|ann>".split(
    " ",
  ),
  ..."<#C1> <#C1|desk> <!subteam^S1> <!subteam^S1|@desk> <@&123> <@!123> <@123> <#123> </talks:1> <id:home> <t:0:R>".split(
    " ",
  ),
  ..."<:smile:1> <a:smile:1> :smile: <!date^0^{date}|x> <!date^0^{date}^https://evil.example|x> ＠everyone @​everyone".split(
    " ",
  ),
  ..."&lt;!channel&gt; &amp;lt;!channel&amp;gt; &#60;!channel&#62; &#x3c;!here&#x3e; <<!channel>> <!channel <!channel| !channel> <!>".split(
    " ",
  ),
];

const links = [
  "<https://evil.example|https://bank.example>",
  "<https://evil.example|bank.example>",
  "<mailto:a@evil.example|ann>",
  "<tel:112|ann>",
  "[bank](https://evil.example)",
  "[https://bank.example](https://evil.example)",
  "[bank](<https://evil.example>)",
  "![bank](https://evil.example/x.png)",
  "[bank][1]\n[1]: https://evil.example",
  "https://bank.example@evil.example/",
  "https://bank.example%2f@evil.example/",
  "https://bank.example\\@evil.example/",
  "https://evil.example/|bank",
  "https://evil.example/>bank",
  "https://evil.example/<!channel>",
  "https://evil.example/ https://bank.example/",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "file:///etc/passwd",
  "slack://channel?team=T1&id=C1",
  "//evil.example",
  "https:evil.example",
  "https://ｅｖｉｌ.example",
  "https://bаnk.example",
  "https://xn--bnk-8cd.example",
  "https://bank.example.evil.example",
  "bank.example",
  "bank.example/login",
  "bank。example",
  "bank．example",
  "BANK.EXAMPLE",
  "www.bank.example",
  "ftp://bank.example",
  "https://127.0.0.1:80/",
  "https://[::1]/",
  "https://2130706433/",
  "http://localhost.",
  `https://evil.example/${"a".repeat(3_001)}`,
  `https://${"a".repeat(300)}.example/`,
];

const marks = [
  ..."*bold* _low_ ~gone~ `tick` ```fence``` >quote >>>quote |spoiler| ||spoiler|| # -# - + 1. * ** __ ~~ \\ \\* *_~`".split(
    " ",
  ),
  "```\n<!channel>\n```",
  "`<!channel>`",
  "*<!channel>*",
  "> <!channel>",
  ">>> everything after this",
  "-# small",
  "# large",
  "||<!here>||",
  "\\<!channel\\>",
  "```js\nalert(1)\n",
  "<b>bold</b>",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<!-- -->",
  "<![CDATA[<!channel>]]>",
  ["{{channel}} $", "{channel} %s %n"].join(""),
  "\u001b[2J\u001b]0;title\u0007",
];

const unseen = [
  "\u202eelpmaxe.knab",
  "\u202a\u202b\u202c\u202d\u202e",
  "\u2066\u2067\u2068\u2069",
  "\u200b\u200c\u200d\u2060\ufeff",
  "<\u200b!channel>",
  "<!\u200bchannel>",
  "<!chan\u00adnel>",
  "@\u200beveryone",
  "bank\u200b.example",
  "bank.\u2060example",
  "\u0000<!channel>\u0000",
  "\ud800",
  "\udfff\ud800",
  "a\ud800b",
  "\ufffe\uffff",
  "\u{e0001}\u{e0041}",
  "\u{e0020}".repeat(50),
  `e${"\u0301".repeat(200)}`,
  `Z${"\u0335\u0336\u0337".repeat(60)}`,
  "👩‍👩‍👧‍👦".repeat(40),
  "🏴\u{e0067}\u{e0062}\u{e007f}",
  "\r\n<!channel>\r\n",
  "\u2028<!channel>\u2029",
  "\u0085<!here>",
  "\t\t\t",
  " ",
  "",
  "\u3164",
  "\u115f\u1160",
  "עברית <!channel> עברית",
  "قناة @everyone قناة",
];

const long = [
  ..."<>&|@#*_`~".split("").flatMap((mark) => [mark.repeat(200), mark.repeat(5_000)]),
  "<!channel>".repeat(2_000),
  "&amp;".repeat(4_000),
  "a".repeat(100_000),
  "word ".repeat(20_000),
  "漁獲枠".repeat(5_000),
  "👍🏽".repeat(3_000),
  "https://evil.example/ ".repeat(500),
  "\n".repeat(10_000),
  `${"a".repeat(2_999)}<!channel>`,
  `${"a".repeat(149)}<!channel>`,
  `${"a".repeat(3_999)}&`,
  `${"x".repeat(74)}👍`,
];

/** The same ways in, each inside a sentence, as a headline would carry them. */
const framed = [...calls.slice(0, 24), ...links.slice(0, 16)].map((payload) => `The envoy said ${payload} on Monday.`);

export const hostileTexts: readonly string[] = [
  ...new Set([...calls, ...links, ...marks, ...unseen, ...long, ...framed]),
];
