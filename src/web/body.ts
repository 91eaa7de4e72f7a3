/**
 * Reads a response body into memory within its limits: bytes are counted on the wire and again behind the inflater,
 * while they stream, so that neither a lying Content-Length nor a small bomb matters. It knows no text.
 */
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import type { FetchLimits } from "./limits.ts";

/** The body passed a limit; `message` says which. */
export class TooBig extends Error {
  readonly code = "PARLEY_TOO_BIG";
}

/** The body is encoded in a way that Parley did not ask for and cannot undo. */
export class UnknownEncoding extends Error {
  readonly code = "PARLEY_ENCODING";
}

type BodyLimits = Pick<
  FetchLimits,
  "wireBytesMax" | "decodedBytesMax" | "ratioMax" | "ratioFromBytes" | "encodingsMax"
>;

/** @throws {TooBig | UnknownEncoding} and whatever the stream or the inflater throws */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  contentEncoding: string | null,
  limits: BodyLimits,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const wire = { bytes: 0 };
  const chunks: Uint8Array[] = [];
  let decoded = 0;
  const keep = (chunk: Uint8Array) => {
    decoded += chunk.length;
    if (decoded > limits.decodedBytesMax) throw new TooBig(`The body is larger than ${limits.decodedBytesMax} bytes.`);
    if (decoded > limits.ratioFromBytes && decoded > wire.bytes * limits.ratioMax)
      throw new TooBig(`The body inflates more than ${limits.ratioMax} times.`);
    chunks.push(chunk);
  };
  const source = counted(body, wire, limits.wireBytesMax);
  try {
    const { start, rest } = await peek(source);
    const inflaters = inflatersFor(contentEncoding, start, limits.encodingsMax);
    await pipeline([Readable.from(rest()), ...inflaters, sink(keep)], { signal });
  } finally {
    // Ends the response when it was not read to its end, so that its socket is free.
    await source.return(undefined);
  }
  return join(chunks, decoded);
}

function sink(keep: (chunk: Uint8Array) => void): Writable {
  return new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      try {
        keep(chunk);
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
}

async function* counted(body: AsyncIterable<Uint8Array>, wire: { bytes: number }, bytesMax: number) {
  for await (const chunk of body) {
    wire.bytes += chunk.length;
    if (wire.bytes > bytesMax) throw new TooBig(`More than ${bytesMax} bytes were sent.`);
    yield chunk;
  }
}

/** The first two bytes, without losing them. */
async function peek(source: AsyncGenerator<Uint8Array>) {
  const held: Uint8Array[] = [];
  let start: Uint8Array = new Uint8Array();
  while (start.length < 2) {
    const next = await source.next();
    if (next.done) break;
    held.push(next.value);
    start = join([start, next.value], start.length + next.value.length);
  }
  return {
    start,
    rest: async function* () {
      yield* held;
      yield* source;
    },
  };
}

/** In the order in which they must be undone. A gzip body may come unannounced, and a plain one announced as gzip. */
function inflatersFor(contentEncoding: string | null, start: Uint8Array, encodingsMax: number) {
  const named = (contentEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (named.length > encodingsMax) throw new UnknownEncoding(`The body is encoded ${named.length} times.`);
  const gzipped = start[0] === 0x1f && start[1] === 0x8b;
  const outermost = named.at(-1);
  if (outermost === undefined) return gzipped ? [createGunzip()] : [];
  const believed = isGzip(outermost) && !gzipped ? named.slice(0, -1) : named;
  return believed.toReversed().map((name) => inflaterOf(name, start));
}

function isGzip(name: string): boolean {
  return name === "gzip" || name === "x-gzip";
}

function inflaterOf(name: string, start: Uint8Array) {
  if (isGzip(name)) return createGunzip();
  if (name === "br") return createBrotliDecompress();
  // "deflate" means zlib, but many servers send it bare.
  if (name === "deflate") return (start[0] ?? 0) % 16 === 8 ? createInflate() : createInflateRaw();
  throw new UnknownEncoding(`The body is encoded as "${name.slice(0, 20)}", which was not asked for.`);
}

function join(chunks: readonly Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
