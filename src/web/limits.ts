/**
 * Every limit of the door to the web, by name. A limit that cut something is said in the problems of what was read.
 */
const kiB = 1024;
const miB = 1024 * kiB;

export type FetchLimits = {
  readonly connectMs: number;
  readonly headersMs: number;
  /** Name resolution, every redirect and the whole body together. */
  readonly exchangeMs: number;
  readonly redirectsMax: number;
  readonly wireBytesMax: number;
  readonly decodedBytesMax: number;
  /** A body may not grow by more than this once it is past `ratioFromBytes`. */
  readonly ratioMax: number;
  readonly ratioFromBytes: number;
  readonly encodingsMax: number;
  readonly inFlightMax: number;
  /** Between the end of one request to a host and the beginning of the next. */
  readonly hostGapMs: number;
  readonly keepAliveMs: number;
};

export const fetchLimits: FetchLimits = {
  connectMs: 5_000,
  headersMs: 10_000,
  exchangeMs: 20_000,
  redirectsMax: 5,
  wireBytesMax: 5 * miB,
  decodedBytesMax: 5 * miB,
  ratioMax: 200,
  ratioFromBytes: miB,
  encodingsMax: 2,
  inFlightMax: 32,
  hostGapMs: 1_000,
  keepAliveMs: 4_000,
};

export type ReaderLimits = {
  /** From handing a document to the worker until its answer. */
  readonly readMs: number;
  readonly startMs: number;
  readonly heapMiB: number;
  /** A reader that has had nothing to do for this long gives its thread back. */
  readonly idleMs: number;
};

export const readerLimits: ReaderLimits = { readMs: 2_000, startMs: 15_000, heapMiB: 128, idleMs: 1_500 };

export const documentLimits = {
  entriesMax: 2_000,
  /** Entries looked at in order to keep the newest `entriesMax`. */
  entriesSeenMax: 10_000,
  openElementsMax: 256,
  elementsMax: 200_000,
  attributesMax: 64,
  /** A document with more tags than this would keep rss-parser busy for seconds. */
  tagsForFirstReaderMax: 60_000,
  beforeRootCharsMax: 4_096,
  titleCharsMax: 500,
  summaryCharsMax: 5_000,
  contentCharsMax: 200_000,
  /** Markup is longer than its text; it is cut here before anything looks at it. */
  markupCharsMax: 600_000,
  categoriesMax: 50,
  enclosuresMax: 20,
  shortFieldCharsMax: 300,
  linkCharsMax: 4_096,
  problemsMax: 50,
} as const;

/** Ports that a foreign address may name; an allowed `host:port` is exempt. */
export const publicPorts: ReadonlySet<string> = new Set(["80", "443", "8080", "8443"]);

/** Characters of an article that language detection looks at. */
export const detectCharsMax = 1_000;
