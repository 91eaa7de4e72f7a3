/**
 * A post is a small document that every platform can draw: blocks of spans, nothing a platform would have to parse.
 * Text in it is data: each platform's render escapes it.
 */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string };

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly inlines: readonly Inline[] }
  /** One change: its kind in words, the line, and the numbers of its sources. */
  | {
      readonly kind: "change";
      /** The fact that the line tells of: a later correction finds it by this. */
      readonly ref: string;
      readonly label: string;
      readonly inlines: readonly Inline[];
      readonly sources: readonly number[];
    }
  | { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: "quote"; readonly text: string; readonly by: readonly Inline[] }
  /** Numbered sources; `[n]` elsewhere in the post points here. */
  | {
      readonly kind: "sources";
      readonly items: readonly { readonly n: number; readonly label: string; readonly url: string }[];
    }
  /** Things a reader can do with one press, where a platform has buttons; they say nothing that the text does not. */
  | { readonly kind: "buttons"; readonly items: readonly Button[] };

export type Button = {
  readonly label: string;
  /** An action of `/talks`; `ask` opens a form for a question. */
  readonly action: string;
  readonly values: Readonly<Record<string, string>>;
};

export type Document = readonly Block[];

/** A root message and the replies of its thread, in order. */
export type Post = { readonly root: Document; readonly thread: readonly Document[] };

export const text = (value: string): Inline => ({ kind: "text", text: value });
export const strong = (value: string): Inline => ({ kind: "strong", text: value });
export const link = (value: string, url: string): Inline => ({ kind: "link", text: value, url });
export const paragraph = (...inlines: readonly Inline[]): Block => ({ kind: "paragraph", inlines });
export const heading = (value: string): Block => ({ kind: "heading", text: value });
