/** Which language a text is in. The database is loaded when it is first needed, because most articles say it. */
import { detectCharsMax } from "./limits.ts";

let loading: Promise<(text: string) => string> | null = null;

/** ISO 639-1, or `und` when the text is too short or strange to tell. */
export async function detectLanguage(text: string): Promise<string> {
  loading ??= import("eld/extrasmall").then(
    ({ eld }) =>
      (sample) =>
        eld.detect(sample).language,
  );
  const detect = await loading;
  return detect(text.slice(0, detectCharsMax)) || "und";
}
