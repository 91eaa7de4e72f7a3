/**
 * Writes a sample outlet as a feed document in one of three forms, as it would have looked at one moment: only what was
 * published by then, each article in the version of that moment. Pure; it does not know who asks.
 */
import type { Instant } from "../core/article/article.ts";
import type { Format, Sample, SampleArticle, SampleVersion } from "./samples.ts";

/** A feed shows its newest articles only, as real ones do. */
export const entriesMax = 25;

export type FeedDocument = { readonly type: string; readonly body: string; readonly changed: Instant };

type Entry = { readonly article: SampleArticle; readonly version: SampleVersion };

const types: Readonly<Record<Format, string>> = {
  rss: "application/rss+xml; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
};

/** The document as of `now`; `changed` is when it last became different, 0 while it is still empty. */
export function documentOf(sample: Sample, now: Instant): FeedDocument {
  const entries = entriesAt(sample, now);
  const changed = entries.reduce((latest, { version }) => Math.max(latest, version.at), 0);
  const writers: Readonly<Record<Format, () => string>> = {
    rss: () => rss(sample, entries, changed),
    atom: () => atom(sample, entries, changed),
    json: () => json(sample, entries),
  };
  return { type: types[sample.format], body: writers[sample.format](), changed };
}

/** Newest first. */
function entriesAt(sample: Sample, now: Instant): readonly Entry[] {
  return sample.articles
    .flatMap((article) => {
      const version = article.versions.findLast(({ at }) => at <= now);
      return version ? [{ article, version }] : [];
    })
    .sort((a, b) => b.article.published - a.article.published)
    .slice(0, entriesMax);
}

function rss(sample: Sample, entries: readonly Entry[], changed: Instant): string {
  const items = entries.map(({ article, version }) => {
    const revised = version.at > article.published ? element("atom:updated", iso(version.at)) : "";
    return `<item>${element("title", version.title)}${element("link", article.url)}<guid isPermaLink="true">${escaped(article.url)}</guid>${element("pubDate", rfc822(article.published))}${revised}${element("description", firstParagraph(version))}<content:encoded>${cdata(html(version))}</content:encoded></item>`;
  });
  const head = `${element("title", sample.title)}${element("link", `https://${sample.domain}/`)}${element("description", sample.about)}${element("language", sample.lang ?? "")}${element("lastBuildDate", rfc822(changed))}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${head}\n${items.join("\n")}\n</channel></rss>\n`;
}

function atom(sample: Sample, entries: readonly Entry[], changed: Instant): string {
  const items = entries.map(
    ({ article, version }) =>
      `<entry>${element("id", article.url)}${element("title", version.title)}<link rel="alternate" href="${escaped(article.url)}"/>${element("published", iso(article.published))}${element("updated", iso(version.at))}${element("summary", firstParagraph(version))}<content type="html">${escaped(html(version))}</content></entry>`,
  );
  const home = `https://${sample.domain}/`;
  const head = `${element("id", home)}${element("title", sample.title)}${element("subtitle", sample.about)}<link rel="alternate" href="${escaped(home)}"/>${element("updated", iso(changed))}<author>${element("name", sample.title)}</author>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(sample.lang ?? "")}">${head}\n${items.join("\n")}\n</feed>\n`;
}

function json(sample: Sample, entries: readonly Entry[]): string {
  const items = entries.map(({ article, version }) => ({
    id: article.url,
    url: article.url,
    title: version.title,
    summary: firstParagraph(version),
    content_html: html(version),
    date_published: iso(article.published),
    ...(version.at > article.published ? { date_modified: iso(version.at) } : {}),
  }));
  const head = { title: sample.title, home_page_url: `https://${sample.domain}/`, description: sample.about };
  return `${JSON.stringify({ version: "https://jsonfeed.org/version/1.1", ...head, language: sample.lang, items }, null, 1)}\n`;
}

const paragraphs = ({ text }: SampleVersion): readonly string[] =>
  text.split("\n").filter((line) => line.trim() !== "");
const firstParagraph = (version: SampleVersion): string => paragraphs(version)[0] ?? "";
const html = (version: SampleVersion): string =>
  paragraphs(version)
    .map((line) => element("p", line))
    .join("\n");
const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;
const iso = (at: Instant): string => new Date(at).toISOString();
const rfc822 = (at: Instant): string => new Date(at).toUTCString();

/** The end mark of a CDATA section may not stand inside it: it is split over two. */
const cdata = (text: string): string => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
