/** What a person sees and can follow in a message of Slack, read out of its blocks. */

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** Words and addresses in reading order, blocks on lines of their own. */
export function readBlocks(blocks: unknown): string {
  return Array.isArray(blocks) ? blocks.map(readOne).join("\n") : "";
}

function readOne(value: unknown): string {
  if (Array.isArray(value)) return value.map(readOne).join("");
  if (!isJson(value)) return "";
  if (value["type"] === "link") return `${value["text"]}<${value["url"]}>`;
  if (value["type"] === "button") return `[${(value["text"] as Json)["text"]}]`;
  const text = value["text"];
  if (typeof text === "string") return text;
  const inner = value["elements"];
  const glue = ["rich_text", "rich_text_list"].includes(String(value["type"])) ? "\n" : "";
  return [isJson(text) ? readOne(text) : "", Array.isArray(inner) ? inner.map(readOne).join(glue) : ""].join("");
}

export type Followed = { readonly label: string; readonly url: string };

/** Everything that can be clicked. */
export function linksIn(value: unknown): readonly Followed[] {
  if (Array.isArray(value)) return value.flatMap(linksIn);
  if (!isJson(value)) return [];
  const own = value["type"] === "link" ? [{ label: String(value["text"]), url: String(value["url"]) }] : [];
  return [...own, ...Object.values(value).flatMap(linksIn)];
}

/** The escapes of Slack's markup undone. */
export const unescaped = (text: string): string =>
  text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

/** Anything in a text that Slack would take for markup: a name, a channel, a link, a call to everyone. */
export const markupIn = (text: string): readonly string[] => text.match(/<[^>]*>|&(?!amp;|lt;|gt;)/g) ?? [];
