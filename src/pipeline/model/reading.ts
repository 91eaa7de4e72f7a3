/**
 * Asks a model about the articles of one poll before they are entered: words for claims that the engine could not settle,
 * and a judgement where it is in doubt. What comes back in time goes along with its article; nothing waits for more.
 */
import type { Article } from "../../core/article/article.ts";
import type { Reading, Ruling, Wording } from "../../core/model/reading/reading.ts";
import type { Unsettled } from "../../core/model/reading/unsettled.ts";
import { extractorRequest, readExtracted } from "../../core/model/roles/extractor.ts";
import { judgeRequest, readJudged } from "../../core/model/roles/judge.ts";
import type { Asking } from "./asking.ts";
import type { Patience } from "./patience.ts";

/** Who pays for reading: what one article says is the same for every workspace. */
export const readingAccount = "reading";

/** Names one article as one story reads it. */
export const readingKey = (story: string, article: Pick<Article, "id">): string => `${story}|${article.id}`;

export type Readings = ReadonlyMap<string, Reading>;

/** `open` holds, by the same keys, what the engine could not settle. */
export async function readWith(
  asking: Asking,
  open: ReadonlyMap<string, Unsettled>,
  patience: Patience,
): Promise<Readings> {
  const read = await Promise.all(
    [...open].map(async ([key, { words, doubts }]) => {
      const [wordings, rulings] = await Promise.all([
        asking.does("extractor") ? wordingsFor(words, asking, patience) : null,
        asking.does("judge") ? rulingsFor(doubts, asking, patience) : null,
      ]);
      return [key, { wordings: wordings ?? new Map(), rulings: rulings ?? new Map() }] as const;
    }),
  );
  return new Map(read.filter(([, { wordings, rulings }]) => wordings.size + rulings.size > 0));
}

const textMax = 1200;

async function wordingsFor(
  claims: Unsettled["words"],
  asking: Asking,
  patience: Patience,
): Promise<ReadonlyMap<string, Wording> | null> {
  if (claims.length === 0) return null;
  const shown = claims.map((claim, at) => ({
    id: `e${at + 1}`,
    text: (claim.text.includes("…") ? claim.quote : claim.text).slice(0, textMax),
  }));
  const question = { request: extractorRequest(shown), read: readExtracted, account: readingAccount };
  const reply = await asking.ask(question, patience);
  if (reply.kind === "none") return null;
  return new Map(
    reply.value.flatMap(({ id, text, news }) => {
      const at = shown.findIndex((one) => one.id === id);
      return at < 0 ? [] : [[claims[at]!.quote, { text, news }] as const];
    }),
  );
}

async function rulingsFor(
  doubts: Unsettled["doubts"],
  asking: Asking,
  patience: Patience,
): Promise<ReadonlyMap<string, Ruling> | null> {
  if (doubts.length === 0) return null;
  const request = judgeRequest(doubts.map(({ doubt }) => doubt));
  const reply = await asking.ask({ request, read: readJudged, account: readingAccount }, patience);
  if (reply.kind === "none") return null;
  return new Map(
    reply.value.flatMap(({ id, relation, fact }) => {
      const asked = doubts.find(({ doubt }) => doubt.id === id);
      // A fact that was not shown is nobody's.
      const known = fact === null || asked?.doubt.facts.some((one) => one.id === fact);
      return asked && known ? [[asked.claim.quote, { relation, fact }] as const] : [];
    }),
  );
}
