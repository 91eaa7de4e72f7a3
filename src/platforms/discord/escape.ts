/**
 * Foreign text and addresses as Discord markdown that shows them as they are: no markup, no mention, no link of their
 * own. It knows nothing of messages.
 */

import { cut } from "../../core/post/words.ts";
import { plain } from "../../core/text/plain.ts";
import { addressCharactersMax, linkLabelCharactersMax } from "./limits.ts";

/** Cannot be seen, and keeps Discord from reading two characters as one sign. */
const gap = "\u200b";

/** One line of text in which nothing is markup. A client shows `\*` as `*`. */
export function escaped(text: string): string {
  return (
    plain(text)
      .replace(/[\\`*_~|<[\]]/g, "\\$&")
      // Mentions, channels, commands, times and emoji begin like this; a backslash alone is not enough for every client.
      .replace(/\\<(?=[@#:/]|t:|a:|id:)/g, `$&${gap}`)
      .replace(/@(?=everyone|here)/gi, `@${gap}`)
      // An address or an invitation within a text would become a link, or a preview.
      .replace(/:\/\//g, ":\\/\\/")
      .replace(/(discord(?:app)?\.(?:gg|com))\//gi, "$1\\/")
  );
}

/** A line that begins with a sign for headings, lists or quotes is still a line of text. */
export function guardStart(line: string): string {
  return line.replace(/^(\s*)([#>+-])/, "$1\\$2").replace(/^(\s*\d{1,9})([.)])/, "$1\\$2");
}

/** An address as it can stand in a link, and its host; null for what is no web address or too long for a message. */
export function addressOf(url: string): { readonly href: string; readonly host: string } | null {
  const parsed = URL.parse(url.trim());
  // An outlet has a name; a bare IPv6 address would also bring brackets, which end a link.
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || !/^[^[\]]+$/.test(parsed.hostname)) return null;
  // A name before the host (https://bank.example@evil.example) only deceives.
  parsed.username = "";
  parsed.password = "";
  const href = parsed.href.replace(/[()<>"'`|\\[\]{}*~\s]/g, (sign) => percent(sign));
  const host = parsed.hostname.replace(/^www\./, "").replace(/[^\w.-]/g, "");
  return { href: href.length > addressCharactersMax ? "" : href, host: escapeHost(host) };
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
const escapeHost = (host: string): string => host.replace(/_/g, "\\$&");

/** Of the name of a link; far more than is shown, since markup and invisible signs are taken out. */
const readCharactersMax = linkLabelCharactersMax * 4;

/** Something that a reader would take for the name of a host. */
const hostLike = /[\p{L}\p{N}-]+(?:[.。．｡][\p{L}\p{N}-]+)*[.。．｡]\p{L}{2,}/gu;

/**
 * The name of a link. Discord reads no escapes there, so signs of markup are left out; and it names no other host
 * than the one that it leads to.
 */
export function labelOf(text: string, host: string): string {
  // Cut first: what looks for hosts would take a time that grows with the square of a long word.
  const words = plain(text.slice(0, readCharactersMax))
    .replace(/[[\]()<>`*_~|\\]/g, " ")
    .replace(/:\/+/g, " ")
    .replace(/@(?=everyone|here)/gi, `@${gap}`)
    .replace(hostLike, (name) => (belongs(name.toLowerCase(), host) ? name : name.replace(/[.。．｡]/gu, " ")))
    .replace(/\s+/g, " ")
    .trim();
  return cut(words, linkLabelCharactersMax);
}

const belongs = (name: string, host: string): boolean => host === name || host.endsWith(`.${name}`);
