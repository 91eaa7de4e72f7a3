/** What stands behind one digest that was posted: its sources, and every quote behind each of its lines. */
import type { Digest } from "../../digest/digest.ts";
import { citations } from "../../post/citations.ts";
import { changeBlock } from "../../post/digest-post.ts";
import { type Block, type Document, heading, paragraph, text } from "../../post/post.ts";
import { creditOf } from "../../post/quotes.ts";
import { showNear } from "../../post/time.ts";
import { count } from "../../post/words.ts";
import type { Story } from "../../story/story.ts";
import { abstain } from "./snapshot.ts";

/** Lines of a digest whose evidence stands on one page, and quotes of one line. */
export const linesPerPage = 8;
export const quotesPerLineMax = 6;

const titleOf = (word: string, digest: Digest, story: Story, zone: string): string =>
  `${word} · ${story.name}, digest of ${showNear(digest.window.until, digest.window.until, zone)}`;

export function digestSourcesView(digest: Digest, story: Story, zone: string): Document {
  const title = titleOf("Sources", digest, story, zone);
  const evidence = digest.changes.flatMap((change) => change.evidence);
  if (evidence.length === 0) return abstain(title, "This digest told no change, so it has no sources.");
  const sources = citations(zone);
  sources.cite(evidence);
  const [outlets, origins] = [evidence.map((one) => one.outlet), evidence.map((one) => one.origin)].map(
    (all) => new Set(all).size,
  );
  return [
    heading(title),
    paragraph(text(`${count(outlets!, "outlet")}, ${count(origins!, "origin")}.`)),
    ...sources.blocks(),
  ];
}

/** Pages count from 1; one that is not there says which are. */
export function digestWhyView(digest: Digest, story: Story, page: number, zone: string): Document {
  const title = titleOf("Why", digest, story, zone);
  if (digest.changes.length === 0) return abstain(title, "This digest told no change.");
  const pages = Math.ceil(digest.changes.length / linesPerPage);
  if (page > pages) return abstain(title, `There is no page ${page}; the last one is ${pages}.`);
  const sources = citations(zone);
  const shown = digest.changes.slice((page - 1) * linesPerPage, page * linesPerPage);
  const lines = shown.flatMap((change): readonly Block[] => {
    const quoted = change.evidence.slice(0, quotesPerLineMax);
    const rest = change.evidence.length - quoted.length;
    return [
      changeBlock(change, sources),
      ...quoted.map(
        (one): Block => ({
          kind: "quote",
          text: one.quote,
          by: [...sources.links([one]), text(" "), ...creditOf(one, zone)],
        }),
      ),
      ...(rest > 0 ? [paragraph(text(`${count(rest, "more source")}: /talks why ${change.ref}`))] : []),
    ];
  });
  const more =
    page < pages ? [paragraph(text(`Page ${page} of ${pages}; the next one: /talks why page=${page + 1}.`))] : [];
  return [heading(title), ...lines, ...more, ...sources.blocks()];
}
