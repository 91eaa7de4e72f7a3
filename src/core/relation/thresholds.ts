/** The numbers that decide, in one place: they were tuned together and are tuned together again. */
export const thresholds = {
  /** Chance of repeating a told value from which a claim is silent, and from which it is one of its sources. */
  repeats: 0.55,
  supports: 0.75,
  /** Share of a claim's words that must have been told by anything before it can be a repeat. */
  toldLeast: 0.3,
  /** Chance of changing or contradicting a told value from which it does. */
  changes: 0.7,
  /** The same for another number of what both count. */
  recounts: 0.55,
  /** Share of the words of either claim without which the two are not compared, and where both count or tell of an event. */
  wordsShared: 0.25,
  keyedWordsShared: 0.2,
  /** Share of names, predicates, places and words from which no judge parts what the engine joined. */
  link: 0.5,
  /** Share of a claim's words that must have been told before a judge may call it a repeat. */
  coverage: 0.45,
  /** Two values this near are one value. */
  valueTolerance: 0.02,
  /** Days between two tellings of one event beyond which they are two events. */
  trackDays: 21,
  /** Candidates that are compared in full. */
  candidates: 20,
} as const;
