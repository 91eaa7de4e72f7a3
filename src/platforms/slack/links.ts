/**
 * Foreign text and addresses as spans: pieces of text that each are a link or none. A link's text never names another
 * host than the one it leads to. It knows nothing of Slack's JSON.
 */
import type { Inline } from "../../core/post/post.ts";
import { plain } from "../../core/text/plain.ts";
import { link as linkLimits } from "./limits.ts";

export type Span = { readonly text: string; readonly bold: boolean; readonly url: string | null };

export type Address = { readonly url: string; readonly domain: string };

export const words = (text: string, bold = false): Span => ({ text, bold, url: null });

/** The spans of one inline, with no empty ones. */
export function spansOf(inline: Inline): readonly Span[] {
  const shown = plain(inline.text);
  if (inline.kind !== "link") return kept([words(shown, inline.kind === "strong")]);
  const address = addressOf(inline.url);
  if (address === null) return kept([words(shown)]);
  return kept(linked(shown, address));
}

/** A label with the domain that it leads to; only what cannot be taken for another address is itself the link. */
export function linked(label: string, { url, domain }: Address): readonly Span[] {
  const shown = label.trim();
  if (/^\[\d+\]$/.test(shown)) return [{ text: shown, bold: false, url }];
  if (shown === "" || shown === domain) return [{ text: domain, bold: false, url }];
  if (!looksLikeAddress(shown)) return [{ text: `${shown} (${domain})`, bold: false, url }];
  return [words(`${shown} (`), { text: domain, bold: false, url }, words(")")];
}

/** A web address that Slack takes, with its host in ASCII so that no letter can pose as another; null for anything else. */
export function addressOf(url: string): Address | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.hostname === "") return null;
  // A name before the host is shown by some programs as if it were the host.
  parsed.username = "";
  parsed.password = "";
  const address = parsed.href.replace(/[|<>]/g, (one) => encodeURIComponent(one));
  if (address.length > linkLimits.addressMax) return null;
  return { url: address, domain: parsed.hostname.replace(/^www\./, "") };
}

/** Something with a dot between letters, a scheme or an @, also in full-width letters: it could be read as an address. */
function looksLikeAddress(label: string): boolean {
  return /[\p{L}\p{N}-][.。]\p{L}|:\/\/|\/\/|@/u.test(label.normalize("NFKC"));
}

const kept = (spans: readonly Span[]): readonly Span[] => spans.filter(({ text }) => text !== "");
