/**
 * What Discord takes at most, and what Parley allows itself within it. From
 * https://docs.discord.com/developers/resources/message and …/components/reference and …/interactions/application-commands.
 */
export const limits = {
  /** For bots; the published schema says 4,000, which is for paying people. */
  contentCharactersMax: 2000,
  embedDescriptionCharactersMax: 4096,
  /** Title, description, fields, footer and author of all embeds together. */
  embedsCharactersMax: 6000,
  footerCharactersMax: 2048,
  rowsMax: 5,
  buttonsPerRowMax: 5,
  buttonLabelCharactersMax: 80,
  customIdCharactersMax: 100,
  threadNameCharactersMax: 100,
  nonceCharactersMax: 25,
  choicesMax: 25,
  choiceCharactersMax: 100,
  optionsMax: 25,
  descriptionCharactersMax: 100,
  commandCharactersMax: 8000,
  modalTitleCharactersMax: 45,
  inputCharactersMax: 4000,
  messagesPerReadMax: 100,
} as const;

/** Left free in each message, so that a later correction of it still fits. */
export const slackCharacters = 200;
/** Room for the blocks of one message. */
export const roomCharacters = limits.embedDescriptionCharactersMax - slackCharacters;
/** A paragraph of at most this length can stand outside the frame, where notifications show it. */
export const leadCharactersMax = limits.contentCharactersMax - slackCharacters;
/** A longer heading goes on as a paragraph. */
export const headingCharactersMax = 256;
/** Of the name of a link; the rest is cut, and says so by an ellipsis. */
export const linkLabelCharactersMax = 200;
/** A longer address is shown by its host alone: two of them would not leave room for a sentence. */
export const addressCharactersMax = 1000;

/** How long one request may take before nobody waits for its answer. */
export const requestTimeoutMs = 15_000;
/** All requests of one attempt to post, the wait for a rate limit included. */
export const attemptTimeoutMs = 20_000;
/** After this long an attempt can no longer arrive: the attempt, and 5 s for what is still on the wire. */
export const graceMs = attemptTimeoutMs + 5_000;
/** A rate limit that asks for more is not waited for here: the message goes back to the outbox. */
export const rateLimitWaitMaxMs = 3_000;
