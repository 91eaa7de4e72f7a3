import { describe, expect, test } from "vitest";
import { decode } from "../../src/web/decode.ts";

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));

/** The same word in each encoding; bytes written out, because Node encodes to UTF-8 only. */
const encodings: readonly (readonly [label: string, bytes: readonly number[], text: string])[] = [
  ["windows-1252", [0x80, 0x93, 0x94, 0x96, 0xe9], "€“”–é"],
  ["iso-8859-1", [0xe9, 0xe8, 0xfc], "éèü"],
  ["iso-8859-15", [0xa4, 0xe9], "€é"],
  ["iso-8859-2", [0xb3, 0xf3, 0xbf], "łóż"],
  ["windows-1251", [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], "Привет"],
  ["koi8-r", [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4], "Привет"],
  ["shift_jis", [0x93, 0xfa, 0x96, 0x7b], "日本"],
  ["x-sjis", [0x93, 0xfa, 0x96, 0x7b], "日本"],
  ["euc-jp", [0xc6, 0xfc, 0xcb, 0xdc], "日本"],
  ["gb2312", [0xd6, 0xd0, 0xb9, 0xfa], "中国"],
  ["big5", [0xa4, 0xa4, 0xa4, 0xe5], "中文"],
  ["euc-kr", [0xc7, 0xd1, 0xb1, 0xb9], "한국"],
  ["utf-8", [...new TextEncoder().encode("Привет, 日本 é")], "Привет, 日本 é"],
];

describe.each(encodings)("%s", (label, bytes, text) => {
  const document = (declaration: string) => Uint8Array.from([...ascii(declaration), ...ascii("<a>"), ...bytes]);

  test("declared by HTTP", () => {
    expect(decode(document(""), `text/xml; charset=${label}`)).toBe(`<a>${text}`);
    expect(decode(document(""), `text/xml; charset="${label.toUpperCase()}"`)).toBe(`<a>${text}`);
  });
  test("declared by the document", () => {
    const declaration = `<?xml version="1.0" encoding="${label}"?>`;
    expect(decode(document(declaration), null)).toBe(`${declaration}<a>${text}`);
    expect(decode(document(declaration), "text/xml")).toBe(`${declaration}<a>${text}`);
  });
  test("HTTP wins where its claim fits; a claim that is no encoding is passed over", () => {
    const declaration = `<?xml version="1.0" encoding='${label}'?>`;
    expect(decode(document(declaration), "text/xml; charset=nonsense")).toBe(`${declaration}<a>${text}`);
    if (label !== "utf-8")
      expect(decode(document(declaration), "text/xml; charset=utf-8")).toBe(`${declaration}<a>${text}`);
  });
});

const wide = (text: string, width: 2 | 4, little: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * width));
  for (let at = 0; at < text.length; at += 1)
    if (width === 2) view.setUint16(at * 2, text.charCodeAt(at), little);
    else view.setUint32(at * 4, text.charCodeAt(at), little);
  return new Uint8Array(view.buffer);
};

describe.each([
  ["UTF-16LE", 2, true],
  ["UTF-16BE", 2, false],
  ["UTF-32LE", 4, true],
  ["UTF-32BE", 4, false],
] as const)("%s", (_name, width, little) => {
  test.each([
    ["with a mark", "\ufeff"],
    ["without a mark", ""],
  ])("%s, whatever is claimed", (_how, mark) => {
    const bytes = wide(`${mark}<a>Привет`, width, little);
    for (const claim of [null, "text/xml", "text/xml; charset=utf-8", "text/xml; charset=utf-16"])
      expect(decode(bytes, claim)).toBe("<a>Привет");
  });
});

test("A claim to be UTF-16 is ignored where the bytes do not show it.", () => {
  expect(decode(new TextEncoder().encode("<a>Привет"), "text/xml; charset=utf-16")).toBe("<a>Привет");
});

test("A UTF-8 mark is removed and wins over every claim.", () => {
  expect(decode(Uint8Array.from([0xef, 0xbb, 0xbf, 0xc3, 0xa9, 0x41]), "text/xml; charset=koi8-r")).toBe("éA");
});

test("Undeclared bytes that are no UTF-8 are taken for windows-1252, unless they mostly are UTF-8.", () => {
  expect(decode(Uint8Array.from([...ascii("caf"), 0xe9, ...ascii(" au lait")]), null)).toBe("café au lait");
  const damaged = Uint8Array.from([...new TextEncoder().encode("Привет ".repeat(60)), 0xff]);
  expect(decode(damaged, null)).toBe(`${"Привет ".repeat(60)}\ufffd`);
});
