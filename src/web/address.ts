/**
 * Tells public addresses from all others. It works on bytes, never on text patterns, because an address has many
 * spellings; what does not parse is not public. It knows nothing of names.
 */
import { isIPv4, isIPv6 } from "node:net";

type Network = readonly [bytes: readonly number[], bits: number];

/** IANA special-purpose registries: everything that is not global unicast. */
const refusedV4: readonly Network[] = [
  [[0], 8],
  [[10], 8],
  [[100, 64], 10],
  [[127], 8],
  [[169, 254], 16],
  [[172, 16], 12],
  [[192, 0, 0], 24],
  [[192, 0, 2], 24],
  [[192, 31, 196], 24],
  [[192, 52, 193], 24],
  [[192, 88, 99], 24],
  [[192, 168], 16],
  [[192, 175, 48], 24],
  [[198, 18], 15],
  [[198, 51, 100], 24],
  [[203, 0, 113], 24],
  [[224], 4],
  [[240], 4],
];

/** Within 2000::/3, which is all that is global unicast today, these are not for us. */
const refusedV6: readonly Network[] = [
  [[0x20, 0x01, 0x00], 23],
  [[0x20, 0x01, 0x0d, 0xb8], 32],
  [[0x20, 0x02], 16],
  [[0x26, 0x20, 0x00, 0x4f, 0x80, 0x00], 48],
  [[0x3f, 0xff, 0x00], 20],
];
const globalUnicast: Network = [[0x20], 3];

/** True for an address that belongs to the public internet. */
export function isPublic(address: string): boolean {
  const bytes = bytesOf(address);
  if (bytes === null) return false;
  const v4 = bytes.length === 4 ? bytes : mappedV4(bytes);
  if (v4) return !refusedV4.some((network) => within(v4, network));
  return within(bytes, globalUnicast) && !refusedV6.some((network) => within(bytes, network));
}

function bytesOf(address: string): readonly number[] | null {
  if (isIPv4(address)) return address.split(".").map(Number);
  if (!isIPv6(address)) return null;
  return bytesOfV6(address.split("%")[0] ?? "");
}

/** `isIPv6` has already said that the text is well formed. */
function bytesOfV6(address: string): readonly number[] {
  const tail = /:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  const text = tail ? `${address.slice(0, -tail.length)}${wordsOfV4(tail)}` : address;
  const [head = "", rest] = text.split("::");
  const left = wordsOf(head);
  const right = rest === undefined ? [] : wordsOf(rest);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => 0);
  return [...left, ...zeros, ...right].flatMap((word) => [word >> 8, word & 0xff]);
}

function wordsOfV4(address: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
  return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}

function wordsOf(text: string): readonly number[] {
  return text === "" ? [] : text.split(":").map((word) => Number.parseInt(word, 16));
}

/** ::ffff:a.b.c.d is a.b.c.d in disguise. */
function mappedV4(bytes: readonly number[]): readonly number[] | null {
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  return mapped ? bytes.slice(12) : null;
}

function within(bytes: readonly number[], [network, bits]: Network): boolean {
  for (let bit = 0; bit < bits; bit += 8) {
    const mask = bits - bit >= 8 ? 0xff : (0xff << (8 - (bits - bit))) & 0xff;
    if (((bytes[bit / 8] ?? 0) & mask) !== ((network[bit / 8] ?? 0) & mask)) return false;
  }
  return true;
}
