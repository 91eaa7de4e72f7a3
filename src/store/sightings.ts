/** Reads back what a story made of the articles it saw. */
import type { Article, Instant } from "../core/article/article.ts";
import type { Sighting } from "../ports.ts";
import { allPages } from "./pages.ts";
import type { Database, Tables } from "./tables.ts";

type Row = Omit<Tables["articles"], "number" | "version" | "text_hash"> &
  Omit<Tables["sightings"], "number" | "article"> & { number: number };

export async function sightings(
  db: Database,
  story: string,
  { since, until }: { readonly since: Instant | null; readonly until: Instant },
): Promise<readonly Sighting[]> {
  const rows = await allPages<Row>((last, limit) => {
    const query = db
      .selectFrom("sightings")
      .innerJoin("articles", "articles.number", "sightings.article")
      .select(["sightings.number", "story", "seen", "decision", "score", "because", "baseline"])
      .select(["articles.id", "url", "outlet", "title", "published", "updated", "lang", "text"])
      .where("story", "=", story)
      .where("seen", "<=", until)
      .$if(since !== null && last === null, (all) => all.where("seen", ">", since ?? 0))
      .$if(last !== null, (all) =>
        all.where(({ eb, refTuple, tuple }) =>
          eb(refTuple("seen", "sightings.number"), ">", tuple(last?.seen ?? 0, last?.number ?? 0)),
        ),
      );
    return query.orderBy("seen").orderBy("sightings.number").limit(limit).execute();
  });
  return rows.map(sightingOf);
}

export async function hasSeen(db: Database, story: string): Promise<boolean> {
  const row = await db.selectFrom("sightings").select("number").where("story", "=", story).limit(1).executeTakeFirst();
  return row !== undefined;
}

function sightingOf(row: Row): Sighting {
  const { id, url, outlet, title, published, updated, lang } = row;
  const text = row.text ?? "";
  const article: Article = { id, url, outlet, title, published, lang, text };
  return {
    article: updated === null ? article : { ...article, updated },
    story: row.story,
    seen: row.seen,
    decision: row.decision,
    score: row.score,
    because: JSON.parse(row.because) as readonly string[],
    baseline: row.baseline === 1,
  };
}
