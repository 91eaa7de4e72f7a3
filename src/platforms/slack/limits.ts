/** What Slack accepts, one name a limit. Characters are UTF-16 code units where nothing else is said. */

/** Of one message (https://docs.slack.dev/reference/block-kit/blocks). */
export const message = {
  blocksMax: 50,
  /**
   * Of text in all blocks together. Slack documents no total, but refuses messages with `msg_blocks_too_long`; it was
   * seen from 11,341 characters on (https://github.com/slackapi/bolt-js/issues/2867).
   */
  charactersMax: 10_000,
  /**
   * Of the top-level `text`, counted as UTF-8 and after escaping: `chat.update` refuses more with `msg_too_long`, so
   * what is posted longer could never be corrected.
   */
  textBytesMax: 4_000,
  /** Kept free, so that a corrected message still fits. */
  correctionBytes: 200,
} as const;

export const header = { charactersMax: 150 } as const;
export const button = { labelMax: 75, valueMax: 2_000, perRowMax: 25 } as const;
export const link = { addressMax: 3_000 } as const;
export const modal = { titleMax: 24, metadataMax: 3_000, inputMax: 3_000 } as const;
export const homeBlocksMax = 100;

/** Messages through one `response_url`, within 30 minutes. */
export const responsesMax = 5;
/** Messages of one answer in a channel; a longer answer says that it was cut. */
export const answerMessagesMax = 12;

/** Between two posts to one channel: Slack allows one a second. */
export const postGapMs = 1_050;
/** Between two calls of one Tier 3 method in one workspace: 50 a minute. */
export const tier3GapMs = 1_250;
/** A call that has to wait longer than this for its turn is put off instead. */
export const patienceMs = 5_000;

/** One request, from connecting to the last byte of its answer. */
export const requestMs = 10_000;
/** After this an attempt that nobody saw the end of can no longer arrive: two waits for a turn, the request, and 5 s. */
export const graceMs = 2 * patienceMs + requestMs + 5_000;

/** Messages of one page, though Slack may give fewer. */
export const historyPageMax = 200;
/** Pages that are read at a time, and in all, before nobody can tell whether a message arrived. */
export const historyPagesMax = 5;
export const searchPagesMax = 50;
export const threadPagesMax = 25;
