/** From where on a name counts as named and a report as related. */
export const relevanceThresholds = {
  /** A name only counts as named from here on. */
  name: 0.5,
  /** For a country or body, another actor of its side. */
  side: 0.7,
  /** A thing or a place that the article named just before. */
  context: 0.5,
  /** A related fact, shown when nothing answers, covers at least this share. */
  related: 0.7,
} as const;
