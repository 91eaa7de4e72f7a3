/**
 * Bytes to text when nobody can be trusted about the encoding. A claim counts only when the bytes fit it; see the
 * order in `decode`. It knows no format beyond the XML declaration.
 */

/** Labels that the Encoding Standard knows by a wider name, which is what publishers mean. */
const widened: Readonly<Record<string, string>> = {
  gb2312: "gb18030",
  gbk: "gb18030",
  "x-sjis": "shift_jis",
  latin1: "windows-1252",
  ascii: "windows-1252",
  "us-ascii": "windows-1252",
};

const declarationBytesMax = 1024;
/** Share of replacement characters above which bytes are not "mostly good" UTF-8. */
const badShareMax = 0.01;

/** @param contentType the Content-Type header as received, or null */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  const claims = [charsetOf(contentType), declaredIn(bytes)].filter((label) => label !== null);
  for (const label of [...claims, "utf-8"]) {
    const text = strictly(bytes, label);
    if (text !== null) return text;
  }
  for (const label of claims) {
    const text = loosely(bytes, label);
    if (text !== null && (!/^utf-?8$/.test(label) || mostlyGood(text))) return text;
  }
  const text = new TextDecoder("utf-8").decode(bytes);
  return mostlyGood(text) ? text : (loosely(bytes, "windows-1252") ?? text);
}

type Wide = { readonly width: 2 | 4; readonly little: boolean; readonly skip: number };

/** A byte order mark, or the zeros that `<` leaves in UTF-16 and UTF-32. */
function byMark(bytes: Uint8Array): string | null {
  if (bytes.length < 4) return null;
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder("utf-8").decode(bytes);
  const wide = wideOf(a, b, c, d);
  if (wide === null) return null;
  if (wide.width === 4) return utf32(bytes.subarray(wide.skip), wide.little);
  return new TextDecoder(wide.little ? "utf-16le" : "utf-16be").decode(bytes);
}

function wideOf(a: number, b: number, c: number, d: number): Wide | null {
  const first = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  if (first === 0xfffe0000) return { width: 4, little: true, skip: 4 };
  if (first === 0x0000feff) return { width: 4, little: false, skip: 4 };
  if (first >>> 16 === 0xfffe) return { width: 2, little: true, skip: 2 };
  if (first >>> 16 === 0xfeff) return { width: 2, little: false, skip: 2 };
  return unmarked(a, b, c, d);
}

/** `<` and a letter leave zeros where the encoding is wide. */
function unmarked(a: number, b: number, c: number, d: number): Wide | null {
  if (a === 0 && b === 0 && c === 0 && d > 0) return { width: 4, little: false, skip: 0 };
  if (a > 0 && b === 0 && c === 0 && d === 0) return { width: 4, little: true, skip: 0 };
  if (a === 0 && b > 0 && c === 0) return { width: 2, little: false, skip: 0 };
  if (a > 0 && b === 0 && d === 0) return { width: 2, little: true, skip: 0 };
  return null;
}

const chunkPoints = 4096;

function utf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += chunkPoints * 4) {
    const points: number[] = [];
    for (let i = at; i + 4 <= Math.min(bytes.length, at + chunkPoints * 4); i += 4) {
      const point = view.getUint32(i, little);
      points.push(point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? 0xfffd : point);
    }
    parts.push(String.fromCodePoint(...points));
  }
  return parts.join("");
}

function charsetOf(contentType: string | null): string | null {
  return label(/charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType ?? "")?.[1]);
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, declarationBytesMax));
  return label(/<\?xml\b[^>]*?\bencoding\s*=\s*["']\s*([^"'>\s]+)/i.exec(head)?.[1]);
}

/** Null for no label, and for the wide encodings: their bytes would have shown themselves. */
function label(raw: string | undefined): string | null {
  const name = raw?.toLowerCase();
  if (name === undefined || /^(utf|ucs)-?_?(16|32|2|4)/.test(name)) return null;
  return widened[name] ?? name;
}

function strictly(bytes: Uint8Array, name: string): string | null {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function loosely(bytes: Uint8Array, name: string): string | null {
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return null;
  }
}

function mostlyGood(text: string): boolean {
  let bad = 0;
  let foreign = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) bad += 1;
    else if (code > 0x7f) foreign += 1;
  }
  // A text in windows-1252 shows nothing beyond ASCII but replacement characters.
  return bad === 0 || (foreign > bad && bad <= text.length * badShareMax);
}
