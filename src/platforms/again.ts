/** What a reader is told of a message that may stand above already. The same words on every platform. */
import { type Document, paragraph, text } from "../core/post/post.ts";
import type { Message } from "../ports.ts";

export const postedAgain = "Posted again, because nobody could tell whether it had arrived.";

export const worded = ({ document, again }: Pick<Message, "document" | "again">): Document =>
  again ? [...document, paragraph(text(postedAgain))] : document;
