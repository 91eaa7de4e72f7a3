/** Two statements without their articles, read and related: what `parley relate` shows. */
import type { Article } from "../article/article.ts";
import type { Claim } from "../claim/claim.ts";
import { type Reader, readWhole, undated } from "../claim/read.ts";
import { relate } from "./relate.ts";
import type { Verdict } from "./verdict.ts";

export type Statement = { readonly text: string; readonly published?: number; readonly outlet?: string };

export function relateTexts(before: Statement, after: Statement, reader: Reader): Verdict {
  return relate(claimOf("before", before, reader), claimOf("after", after, reader));
}

function claimOf(id: string, statement: Statement, reader: Reader): Claim {
  const article: Article = {
    id,
    url: "",
    outlet: statement.outlet ?? id,
    title: "",
    published: statement.published ?? undated,
    lang: "en",
    text: statement.text,
  };
  return readWhole(article, reader);
}
