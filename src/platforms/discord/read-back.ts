/** What a message that is read back tells of itself: whether it is ours, by which mark, and when it was written. */

export type Told = {
  readonly id: string;
  readonly author: { readonly id: string };
  readonly embeds?: readonly { readonly footer?: { readonly text: string } }[];
};

/** What stands below a message of ours, which ends in its mark; nothing below anybody else's. */
export const footersOf = ({ author, embeds = [] }: Told, me: string): readonly string[] =>
  author.id === me ? embeds.flatMap(({ footer }) => footer?.text ?? []) : [];

export const carries = (footers: readonly string[], mark: string): boolean =>
  footers.some((footer) => footer.endsWith(mark));

/** Our clock is trusted this far. */
export const skewMs = 4 * 3_600_000;
/** An id holds the time: https://docs.discord.com/developers/reference#snowflakes */
export const isBefore = (id: string, since: number): boolean =>
  Number(BigInt(id) >> 22n) + 1_420_070_400_000 < since - skewMs;
