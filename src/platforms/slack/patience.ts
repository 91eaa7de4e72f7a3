/** Tells a person who waits that work is under way, when it takes longer than a moment. */
import { paragraph, text } from "../../core/post/post.ts";
import type { Answer } from "../../ports.ts";
import type { Respond } from "./answering.ts";
import { contentOf, unfurled, unparsed } from "./calls.ts";

/** After this a silence looks like a fault. */
const momentMs = 2_000;
const slow = Symbol("slow");

export type Waited = {
  readonly answer: Answer | null;
  /** Messages that were spent on saying so. */
  readonly used: number;
};

export async function patiently(answering: Promise<Answer | null>, respond: Respond): Promise<Waited> {
  const moment = Promise.withResolvers<typeof slow>();
  const timer = setTimeout(() => moment.resolve(slow), momentMs);
  const first = await Promise.race([answering, moment.promise]);
  clearTimeout(timer);
  if (first !== slow) return { answer: first, used: 0 };
  const document = [paragraph(text("That takes a moment; the answer follows here."))];
  const note = contentOf({ channel: "", document, seed: "moment" });
  // The note is a courtesy: an answer must not be lost because it could not be said.
  const told = respond({ response_type: "ephemeral", ...note, ...unparsed, ...unfurled }).then(
    () => 1,
    () => 0,
  );
  return { answer: await answering, used: await told };
}
