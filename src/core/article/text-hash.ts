/**
 * A short name for a text, to tell whether an article still says what it said. The store keeps it when the text
 * itself is gone, so it must never change. It is no defence against someone who wants two texts to collide.
 */

/** Odd constants with well-spread bits, one a lane (the primes of xxHash32). */
const primes = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;

/** Bits moved down when a lane is stirred; 15 and 13 are the shifts of xxHash32's own ending. */
const stir = (lane: number, prime: number): number => {
  const once = Math.imul(lane ^ (lane >>> 15), prime | 1);
  return (once ^ (once >>> 13)) >>> 0;
};

/** 32 lower-case hexadecimal digits over the UTF-16 code units of `text`. */
export function textHash(text: string): string {
  let [a, b, c, d] = primes as readonly number[] as [number, number, number, number];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ unit, primes[0]);
    b = c ^ Math.imul(b ^ unit, primes[1]);
    c = d ^ Math.imul(c ^ unit, primes[2]);
    d = a ^ Math.imul(d ^ unit, primes[3]);
  }
  const lanes = [a ^ text.length, b, c, d].map((lane, n) => stir(lane, primes[n] ?? primes[0]));
  const sum = lanes.reduce((whole, lane) => (whole + lane) >>> 0, 0);
  return lanes
    .map((lane, n) =>
      stir(lane + sum, primes[3 - n] ?? primes[0])
        .toString(16)
        .padStart(8, "0"),
    )
    .join("");
}
