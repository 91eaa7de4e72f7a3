/**
 * Questions in other languages than English. Only their names are understood: the words around a name that say "what
 * about" are known here so that nobody takes them for names or for a subject.
 */
import type { Token } from "../text/tokens.ts";

/** Question and function words of German, French, Spanish, Italian, Portuguese, Dutch and Polish. */
const words: ReadonlySet<string> = new Set(
  `wer was wo wann wie wieso warum weshalb welche welcher welches wieviel viele ist sind hat haben wird wurde macht sagt
  sagte mit und über der die das den dem ein eine im zum zur von aus gibt es neues nicht noch schon steht um nach bei
  geht trifft will kommt für auf
  qui que quoi quel quelle quels quelles où quand comment pourquoi combien est sont et ou le la les un une des du de au
  aux sur avec dit fait veut pense va qu y a-t-il t-il se passe nouvelles dans ne pas ce cette
  quién quiénes qué cuál cuáles dónde cuándo cómo cuánto cuántos cuántas por para es son está están y o el los las una
  del al con en dice hace hay pasa sobre quiere novedades hizo dijo sabe
  chi che cosa dove come perché quanto quanti è sono il lo gli uno della dello dei con su dice vuole succede novità
  quem onde quando como porquê quanto quantos são os das dos com em sobre diz faz quer há
  wie wat waar wanneer hoe waarom hoeveel zijn het een van met zegt doet
  kto co gdzie kiedy jak dlaczego ile jest są z o na mówi robi`.split(/\s+/),
);
/** Of those, words that English has too. */
const shared: ReadonlySet<string> = new Set(
  `was die den will a an in on so as do no of at is me he the come are met son per con over war man om i se
  dit quest hay van mi son sin ten hat war who`.split(/\s+/),
);

const latinShare = (text: string): number => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 1 : (text.match(/\p{Script=Latin}/gu)?.length ?? 0) / letters;
};

/** Whether a question is in another language, as far as its small words and its script tell. */
export function isForeign(text: string, run: readonly Token[], isEnglish: (word: string) => boolean): boolean {
  if (latinShare(text) < 0.5 || /[¿¡]/.test(text)) return true;
  const foreign = run.filter(({ lower }) => words.has(lower) && !shared.has(lower)).length;
  const english = run.filter(({ lower }) => isEnglish(lower) && (!words.has(lower) || shared.has(lower))).length;
  return foreign > 0 && foreign >= english;
}

/** A word that stands at the head of a foreign question, or that only asks, is no name. */
export const isForeignFrame = (lower: string): boolean => words.has(lower);
