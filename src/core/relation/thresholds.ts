/** The numbers that decide, in one place: they were tuned together and are tuned together again. */
export const thresholds = {
  /** How much two claims must share to be about one thing: mean of names, predicates, places and words. */
  link: 0.5,
  /** Share of a new claim's words that must have been told for it to be a repeat. */
  coverage: 0.45,
  /** A typed key (an amount of the same thing, the same event) needs less overlap in words. */
  keyedCoverage: 0.25,
  /** One kind of event in one place needs little more to be one event. */
  placedCoverage: 0.18,
  /** Opposite senses are a dispute only where nearly everything else is shared, both ways. */
  disputeCoverage: 0.5,
  /** Told by several facts together: this much of a sentence makes it a retelling. */
  retoldCoverage: 0.8,
  /** Less than this a claim gives no fact a new value: a passing mention is no update. */
  updateWorth: 0.7,
  /** The same event at the same rung: this much shared makes it a repeat. */
  trackCoverage: 0.33,
  /** Statements of one speaker on one subject: this much shared makes them one statement. */
  statementCoverage: 0.4,
  /** Two values this near are one value. */
  valueTolerance: 0.02,
  /** Days between two tellings of one event beyond which they are two events. */
  trackDays: 21,
  /** Candidates that are compared in full. */
  candidates: 20,
} as const;
