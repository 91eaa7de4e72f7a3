/** What stands below a preview: what was left out of it and why, and which articles nearly belonged to the story. */
import type { Instant } from "../../article/article.ts";
import type { Untold } from "../../digest/untold.ts";
import { citations, foremost } from "../../post/citations.ts";
import { type Document, heading, link, paragraph, text } from "../../post/post.ts";
import { count, cut, ended, inner } from "../../post/words.ts";
import { formatInstant } from "../../schedule/format.ts";

/** An article that the story nearly took in. */
export type Near = {
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly because: readonly string[];
};

/** Lines of each list. */
export const untoldMax = 8;
export const nearMax = 8;
const titleCharactersMax = 120;
const reasonsMax = 3;

export function previewNotes(
  {
    untold,
    near,
    next,
  }: { readonly untold: readonly Untold[]; readonly near: readonly Near[]; readonly next: Instant },
  zone: string,
): Document {
  const sources = citations(zone);
  const left = untold
    .slice(0, untoldMax)
    .map(({ ref, text: line, why, evidence }) => [
      text(`${inner(line)} `),
      ...sources.links(foremost(evidence, 1)),
      text(`: ${why}. ${ref}`),
    ]);
  const almost = near
    .slice(0, nearMax)
    .map(({ title, outlet, url, because }) => [
      link(cut(title, titleCharactersMax), url),
      text(` (${outlet}): ${because.slice(0, reasonsMax).join("; ") || "too little about the story"}.`),
    ]);
  return [
    heading("Preview: nothing was posted"),
    paragraph(
      text(`Above is what would be posted here now. The next digest is due ${formatInstant(next, zone, "long")}.`),
    ),
    heading("Why was this not posted?"),
    left.length === 0 ? paragraph(text("Nothing else was reported in this window.")) : { kind: "list", items: left },
    ...(untold.length > left.length
      ? [paragraph(text(`${ended(`${count(untold.length - left.length, "more fact")} not shown`)}`))]
      : []),
    heading("Near misses"),
    almost.length === 0 ? paragraph(text("No article nearly belonged to the story.")) : { kind: "list", items: almost },
    ...(near.length > almost.length
      ? [paragraph(text(`${count(near.length - almost.length, "more article")} not shown.`))]
      : []),
    ...sources.blocks(),
  ];
}
