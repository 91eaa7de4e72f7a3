/**
 * The writer in another language, and the way back: lines are translated, and then, without their originals, translated
 * into English again, so that the check of English lines can look at what the translation says.
 */
import { type ModelRequest, requestOf } from "../request.ts";
import { list, object, readReply, text } from "../schema.ts";

export type Translated = { readonly id: string; readonly text: string };

const schema = object({ lines: list(object({ id: text, text })) });
const perLine = 120;

const names = new Intl.DisplayNames(["en"], { type: "language" });

export function translatorRequest(lines: readonly Translated[], language: string): ModelRequest {
  return requestOf({
    role: "writer",
    version: "translator-1",
    schema,
    tokensMax: 60 + perLine * lines.length,
    task: [
      `Translate each line into ${names.of(language)}, as one sentence that says exactly the same. Keep every name of a`,
      "person, body or town as it is written, in Latin letters, and write every number in digits. Keep who says it, every may,",
      "will, not, only, about and if. Use no quotation marks.",
    ].join(" "),
    matter: { lines },
  });
}

export function backRequest(lines: readonly Translated[], language: string): ModelRequest {
  return requestOf({
    role: "writer",
    version: "back-1",
    schema,
    tokensMax: 60 + perLine * lines.length,
    task: `Translate each line from ${names.of(language)} into English, word for word, in the order of its words where English allows it.`,
    matter: { lines },
  });
}

export const readTranslated = (reply: string): readonly Translated[] | null =>
  readReply<{ readonly lines: readonly Translated[] }>(reply, schema)?.lines ?? null;
