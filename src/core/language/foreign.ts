/**
 * What five other languages say of firmness, sense and speaking, and which of their words mean what a concept of ours
 * means. Enough to support or confirm what an English source tells, and never to tell it in a wrong sense.
 */

export type Cues = {
  readonly not: RegExp;
  readonly may: RegExp;
  readonly planned: RegExp;
  readonly condition: RegExp;
  readonly saying: RegExp;
  /** Beginnings of words → the day that they mean, in English. */
  readonly days: readonly (readonly [stem: string, day: string])[];
  /** Beginnings of words → the concept they mean. */
  readonly concepts: readonly (readonly [stem: string, concept: string])[];
};

/** Whole words of any script; `\b` knows only ASCII. */
const words = (alternatives: string) => new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, "iu");

const table = (rows: string): Cues["concepts"] =>
  rows
    .trim()
    .split("\n")
    .flatMap((row) => {
      const [concept, stems] = row.trim().split(": ") as [string, string];
      return stems.split(" ").map((stem) => [stem, concept] as const);
    });

/** Monday to Sunday, then yesterday, today and tomorrow. */
const days = (stems: string): Cues["days"] =>
  stems
    .split(" ")
    .map((stem, at) => [
      stem,
      "Monday Tuesday Wednesday Thursday Friday Saturday Sunday yesterday today tomorrow".split(" ")[at]!,
    ]);

export const foreignCues: ReadonlyMap<string, Cues> = new Map([
  [
    "ru",
    {
      not: words(
        "не|нет|ни|без|никогда|никто|отказал\\p{L}*|отверг\\p{L}*|отрица\\p{L}*|опроверг\\p{L}*|исключил\\p{L}*",
      ),
      may: words(
        "может|могут|мог|могла|могли|возможно|вероятно|по-видимому|якобы|готов\\p{L}*|не исключ\\p{L}*|рассматрива\\p{L}*",
      ),
      planned: words(
        "будет|будут|планиру\\p{L}*|запланирован\\p{L}*|ожида\\p{L}*|предстоит|намерен\\p{L}*|собира\\p{L}*|должн\\p{L}*|должен|состоится|состоятся|встретятся|приедет|прибудет",
      ),
      condition: words("если|при условии|в обмен на|в случае"),
      saying: words(
        "сказал\\p{L}*|заявил\\p{L}*|сообщил\\p{L}*|говорит|отметил\\p{L}*|написал\\p{L}*|подчеркнул\\p{L}*|по словам",
      ),
      days: days("понедельник вторник среду четверг пятниц суббот воскресень вчера сегодня завтра"),
      concepts: table(`talks: переговор встреч встрет консультац саммит
        deal: соглашен договор
        sign: подписа
        vote: голосован референдум
        election: выбор
        release: освобо
        swap: обмен
        attack: атак удар обстрел
        kill: погиб убит
        injure: ранен
        peace: перемири мирн
        resign: отстав
        sanction: санкци
        territory: территор`),
    },
  ],
  [
    "uk",
    {
      not: words("не|ні|немає|без|ніколи|ніхто|відмов\\p{L}*|відкин\\p{L}*|запереч\\p{L}*|спростув\\p{L}*|виключив"),
      may: words("може|можуть|міг|могла|могли|можливо|ймовірно|імовірно|нібито|готов\\p{L}*|розгляда\\p{L}*"),
      planned: words(
        "буде|будуть|плану\\p{L}*|заплан\\p{L}*|очіку\\p{L}*|має намір|збира\\p{L}*|повин\\p{L}*|відбудеться|відбудуться|зустрінуться|прибуде",
      ),
      condition: words("якщо|за умови|в обмін на|у разі"),
      saying: words(
        "сказа\\p{L}*|заяви\\p{L}*|повідоми\\p{L}*|зазначи\\p{L}*|написа\\p{L}*|наголоси\\p{L}*|за словами",
      ),
      days: days("понеділ вівтор середу четвер п'ятниц субот неділ вчора сьогодні завтра"),
      concepts: table(`talks: переговор зустріч зустр консультац саміт
        deal: угод домовлен договір
        sign: підписа
        vote: голосуван референдум
        election: вибор
        release: звільн
        swap: обмін
        attack: атак удар обстріл
        kill: загин вбит
        injure: поранен
        peace: перемир мирн
        resign: відстав
        sanction: санкц
        territory: територ`),
    },
  ],
  [
    "es",
    {
      not: words("no|nunca|jamás|nadie|ningún|ninguna|sin|neg\\p{L}*|rechaz\\p{L}*|descart\\p{L}*|tampoco"),
      may: words(
        "puede|pueden|podría|podrían|quizás?|tal vez|posible\\p{L}*|probable\\p{L}*|supuestamente|dispuest\\p{L}*|estudia|considera",
      ),
      planned: words(
        "\\p{L}+(?:ará|erá|irá|arán|erán|irán)|va a|van a|prev[ée]\\p{L}*|previst\\p{L}*|planea\\p{L}*|espera\\p{L}*|tiene previsto|programad\\p{L}*|debe|deben",
      ),
      condition: words("si|siempre que|a cambio de|a condición de|en caso de"),
      saying: words("dijo|dijeron|afirmó|declaró|anunció|aseguró|señaló|según|informó|indicó"),
      days: days("lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana"),
      concepts: table(`talks: reunión reunion reuni encuentro negociaci conversaci diálogo cumbre
        deal: acuerdo pacto tratado
        sign: firm
        vote: votaci referéndum
        election: eleccion
        release: liber
        swap: canje intercambi
        attack: ataque atac bombarde
        kill: muert murier matar mató
        injure: herid
        peace: tregua paz
        resign: dimi renunci
        sanction: sanci
        territory: territori`),
    },
  ],
  [
    "de",
    {
      not: words(
        "nicht|kein\\p{L}*|nie|niemand|niemals|ohne|weder|lehn\\p{L}*|abgelehnt|bestreit\\p{L}*|bestritt\\p{L}*|dementier\\p{L}*|weiger\\p{L}*",
      ),
      may: words(
        "kann|können|könnte\\p{L}*|möglich\\p{L}*|vielleicht|wohl|wahrscheinlich|vermutlich|angeblich|bereit|dürfte\\p{L}*|erwäg\\p{L}*",
      ),
      planned: words(
        "wird|werden|will|wollen|soll|sollen|geplant\\p{L}*|plan\\p{L}*|erwart\\p{L}*|vorgesehen|voraussichtlich|beabsichtig\\p{L}*|muss|müssen",
      ),
      condition: words("wenn|falls|sofern|im Gegenzug|unter der Bedingung"),
      saying: words("sagte|sagten|erklärte\\p{L}*|teilte|laut|zufolge|meldete|berichtete\\p{L}*|betonte|schrieb"),
      days: days("montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute morgen"),
      concepts: table(`talks: gespräch verhandlung treffen traf trafen beratung gipfel
        deal: abkommen einigung vereinbarung vertrag
        sign: unterzeichn unterschr
        vote: abstimmung referendum
        election: wahl
        release: freigelassen freilass
        swap: austausch
        attack: angriff angegriffen
        kill: getötet tote todesopfer
        injure: verletzt
        peace: waffenruhe frieden
        resign: rücktritt zurückgetreten
        sanction: sanktion
        territory: gebiet territor`),
    },
  ],
  [
    "fr",
    {
      not: words("ne|n|pas|jamais|personne|aucun\\p{L}*|sans|ni|refus\\p{L}*|rejet\\p{L}*|dément\\p{L}*|exclu\\p{L}*"),
      may: words(
        "peut|peuvent|pourrai\\p{L}*|peut-être|possible\\p{L}*|probable\\p{L}*|sans doute|prétendument|prêt\\p{L}*|envisage\\p{L}*|étudie\\p{L}*|serai\\p{L}*|aurai\\p{L}*",
      ),
      planned: words(
        "\\p{L}+(?:era|eront|ira|iront)|va|vont|sera|seront|aura|auront|prévu\\p{L}*|prévoi\\p{L}*|attendu\\p{L}*|doit|doivent|compte|entend",
      ),
      condition: words("si|à condition que?|en échange de|en cas de|pourvu"),
      saying: words("dit|déclaré|affirmé|annoncé|selon|assuré|indiqué|précisé|écrit"),
      days: days("lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd demain"),
      concepts: table(`talks: réunion rencontr pourparler négociation discussion sommet entretien
        deal: accord traité pacte
        sign: sign
        vote: vote référendum scrutin
        election: élection
        release: libér
        swap: échange
        attack: attaque bombard frappe
        kill: tué mort
        injure: blessé
        peace: trêve paix cessez
        resign: démission
        sanction: sanction
        territory: territoi`),
    },
  ],
]);

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:mil millones|млрд|миллиард|мільярд|milliarden?|mrd|milliards?)/iu, 1e9],
  [/^(?:млн|миллион|мільйон|mill[oó]n(?:es)?|million(?:en|s)?|mio)/iu, 1e6],
  [/^(?:тыс|тис|mil|tausend|mille)/iu, 1e3],
];
export const scaleOf = (word: string): number => scales.find(([pattern]) => pattern.test(word))?.[1] ?? 1;

const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:%|процент|відсот|por ciento|prozent|pour cent)/iu, "%"],
  [/^(?:€|евро|євро|euros?)/iu, "EUR"],
  [/^(?:\$|доллар|долар|d[oó]lar|dollar)/iu, "USD"],
  [/^(?:руб)/iu, "RUB"],
  [/^(?:грн|гривен|гривень|гривн)/iu, "UAH"],
];
export const unitOf = (word: string): string | null => units.find(([pattern]) => pattern.test(word))?.[1] ?? null;

/** True for a language that is read here; what nobody can read stays as it was written. */
export const isForeign = (lang: string): boolean => foreignCues.has(lang.split("-")[0]!);
