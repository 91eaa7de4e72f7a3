/**
 * One fitted document as the body of a message. The first heading, or a short first paragraph, is the message's own
 * text: a notification shows it and a screen reader begins with it. The rest stands in one embed, whose links make no
 * previews. Nobody is ever mentioned.
 */
import type { Block, Button, Document } from "../../core/post/post.ts";
import { cut } from "../../core/post/words.ts";
import { plain } from "../../core/text/plain.ts";
import { customIdOf } from "./custom-id.ts";
import { leadCharactersMax, limits } from "./limits.ts";
import { markdownOf, markdownOfAll } from "./markdown.ts";

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const suppressEmbeds = 1 << 2;
/** https://docs.discord.com/developers/components/reference */
const row = 1;
const button = 2;
const secondary = 2;

export type PressButton = {
  readonly type: typeof button;
  readonly style: typeof secondary;
  readonly label: string;
  readonly custom_id: string;
};

/** As the API takes it, also in edits: what is not there is empty, so that an edit takes the old away. */
export type Body = {
  readonly content: string;
  readonly embeds: { readonly description?: string; readonly footer?: { readonly text: string } }[];
  readonly components: { readonly type: typeof row; readonly components: PressButton[] }[];
  readonly allowed_mentions: { readonly parse: never[]; readonly replied_user: false };
  readonly flags: number;
};

/** What a digest says about asking; without buttons there is nothing to press. */
const askingNote = "Ask: press Ask, mention me, or reply with the ping on";

/** `mark` is written below the message, where it can be read back; an answer needs none. */
export function render(document: Document, mark: string | null): Body {
  const buttons = document.flatMap((block) => (block.kind === "buttons" ? block.items : []));
  const [lead, rest] = leadOf(document.filter((block) => block.kind !== "buttons"));
  const description = markdownOfAll(rest).trim();
  const notes = [...(buttons.length > 0 && mark !== null ? [askingNote] : []), ...(mark === null ? [] : [mark])];
  const footer = notes.length > 0 ? { footer: { text: notes.join(" · ") } } : {};
  const isFramed = description !== "" || notes.length > 0;
  return {
    content: lead === null ? "" : markdownOf(lead),
    embeds: isFramed ? [{ ...(description === "" ? {} : { description }), ...footer }] : [],
    components: rowsOf(buttons),
    allowed_mentions: { parse: [], replied_user: false },
    // Whether there is an embed decides itself: suppressing would take our own away as well.
    flags: isFramed ? 0 : suppressEmbeds,
  };
}

/** What stands outside the frame: it holds no link, because a link there would open a preview. */
function leadOf(blocks: Document): readonly [Block | null, Document] {
  const [first, ...rest] = blocks;
  const isLead =
    first?.kind === "heading" ||
    (first?.kind === "paragraph" &&
      first.inlines.every(({ kind }) => kind !== "link") &&
      markdownOf(first).length <= leadCharactersMax);
  const isEmpty = first !== undefined && markdownOf(first).replace(/[*\s]/g, "") === "";
  return first && isLead && !isEmpty ? [first, rest] : [null, blocks];
}

/** Buttons say nothing that the text does not, so one that does not fit is left out. */
function rowsOf(items: readonly Button[]): Body["components"] {
  const drawn = items.flatMap(({ label, action, values }, i): readonly PressButton[] => {
    const custom_id = customIdOf({ action, values }, i);
    const shown = cut(plain(label).trim(), limits.buttonLabelCharactersMax);
    return custom_id === null || shown === "" ? [] : [{ type: button, style: secondary, label: shown, custom_id }];
  });
  const size = limits.buttonsPerRowMax;
  return Array.from({ length: Math.min(limits.rowsMax, Math.ceil(drawn.length / size)) }, (_, i) => ({
    type: row,
    components: drawn.slice(i * size, (i + 1) * size),
  }));
}
