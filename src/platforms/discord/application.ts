/** Which application a bot's token belongs to. Pure; it shows nothing else of the token. */

/**
 * The first part of a token is its bot's id in base64 (https://docs.discord.com/developers/reference#authentication),
 * which is the application's id too, but for bots from before 2016. Null for what is no token.
 */
export function applicationOf(token: string): string | null {
  const first = token.replace(/^Bot\s+/i, "").split(".")[0] ?? "";
  const id = Buffer.from(first, "base64").toString("latin1");
  return isApplicationId(id) ? id : null;
}

export const isApplicationId = (text: string): boolean => /^\d{17,20}$/.test(text);
