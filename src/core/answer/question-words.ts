/** How English asks: the words that make a question of a kind, and those that only frame it. Knows no story. */

export type QuestionKind =
  | "about"
  | "changed"
  | "number"
  | "yesno"
  | "when"
  | "where"
  | "who"
  | "what"
  | "why"
  | "source";

/** Tried in order on lower-case text with straight apostrophes; the first that fits decides. */
const kinds: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    "source",
    /^(?:and )?(?:who|which (?:source|outlet|agency|paper)s?) (?:says?|said|reports?|reported|claims?|claimed|told you|is saying|is reporting)(?: (?:so|that|this|it))?$|^(?:says|according to) (?:who|whom)$|^(?:what (?:is|are) (?:the|your) )?sources?$|^where (?:is|does|do) (?:that|this|it|you).{0,20} (?:from|come from|have (?:that|this|it) from)$/,
  ],
  [
    "changed",
    /^(?:so )?(?:what(?: is| was| has| have)?(?: been)? (?:changed|new|different|the latest|happened)\b|has anything (?:changed|happened)|did anything (?:change|happen)|is (?:there )?anything new|what happened|(?:is there )?anything (?:new|changed)|any (?:changes|updates?|developments?)|(?:the )?latest\b|catch me up|update me|what did (?:i|we) miss)/,
  ],
  [
    "about",
    /^(?:what|how) about\b|^(?:tell|show|give) (?:me|us)\b|^what (?:is|are|was|were|has|have) .{1,60}(?:doing|up to|been doing)$|^what (?:did|does|do) .{1,60} do$|^(?:is there )?(?:any|what|some) (?:news|word|update|info|information|movement)\b|^anything (?:on|about|from)\b|^what (?:do|does) (?:we|anyone|you) know\b|^(?:where|how) (?:do|does|is|are) .{1,60} stand(?:s|ing)?\b|^what is the (?:status|state|position|situation|story) (?:of|with|on|in)\b|^how (?:is|are) (?:(?!\b\w+(?:ed|en)\b).)+$|^what is (?:going on|up) with\b|^who is (?:right|wrong|lying|telling the truth) (?:about|on)\b|\b(?:status|update|latest|news)$|^who (?:is|are|was) (?:the )?\S+(?: \S+)?$/,
  ],
  [
    "when",
    /^(?:since |until |till |by |from )?when\b|\b(?:what|which) (?:time|day|date|month|year|week)\b|\bhow (?:soon|long ago)\b/,
  ],
  [
    "number",
    /\bhow (?:many|much|large|big|high|long|far|strong|wide|deep|fast|old|tall|heavy|great)\b|\b(?:what|which) (?:\w+ )?(?:number|percentage|share|amount|sum|price|cost|toll|figure|size|length)\b|^what (?:did|does|do|will|would|has|have) .*\bcosts?\b|^(?:the )?(?:death )?toll\b|^what (?:is|was|are|were) .*\b(?:gap|margin|difference|turnout|majority|speed|age|height|depth|fee|fine|rate)\b|^how (?:has|have|did) .*\b(?:toll|count|lead|margin|number|price|offer|bid|damage)\b.*\b(?:chang|develop|mov|evolv)\w*\b/,
  ],
  ["where", /^(?:from |to )?where\b|\b(?:in )?(?:what|which) (?:place|city|town|country|region)\b/],
  [
    "who",
    /^(?:by |with |to |from )?(?:who|whom|whose)\b|^which (?:country|countries|party|side|person|people|government|candidate|official|team)\b/,
  ],
  [
    "yesno",
    /^(?:(?:so|but|and|then) )?(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|may|might|should|shall)\b/,
  ],
  [
    "why",
    /^(?:(?:and|but|so|then) )?(?:why|how come|how so|for what reason|on what grounds|what (?:is|was) the reason|what for$)/,
  ],
  ["what", /^(?:on |in |under )?(?:what|which|how)\b/],
];

/** What leads into a question and asks nothing. */
export const opening =
  /^(?:(?:so|but|and|then|ok|okay|well|also|please|hi|hello|hey|now|tell me|do you know|can you tell me|could you tell me|i want to know|parley)[, ]+)+(?=(?:what|who|whom|whose|which|where|when|why|how|is|are|was|were|did|does|do|has|have|had|will|would|can|could|any|anything|about|if|whether)\b)(?:if |whether )?/;

/** "The minister, where is she?" names first and asks then. */
const addressed = /^[^,?]{2,40}, (?=(?:what|who|where|when|why|how|is|are|was|were|did|does|do|has|have|will)\b)/;

/** A bare topic of a few words asks what is known about it. */
const topicWordsMax = 4;

export function kindOf(lower: string): QuestionKind {
  const asked = lower
    .replace(/[?!.\s]+$/, "")
    .replace(opening, "")
    .replace(addressed, "");
  const found = kinds.find(([, pattern]) => pattern.test(asked));
  if (found) return found[0];
  return asked.split(" ").length <= topicWordsMax ? "about" : "what";
}

/** Words of the question that a report would not repeat. */
export const frame: ReadonlySet<string> = new Set(
  `what who whom whose which when where why how many much large big high far strong wide deep fast old tall heavy great
  is are was were be been do does did doing done has have had will would can could may might should shall say says said
  saying tell tells told think thinks thought know knows known happen happens happened happening about news report
  reports reported latest last recent recently going go goes gone went there please now currently anything anyone
  something someone show me us we you i give number amount figure size sum any stand stands standing still ever yet so
  exactly actually new it they he she them him her time day date lately
  next another really just everything anybody somebody everybody nobody everyone people himself herself
  themselves itself word info update status situation today right get gets getting got here everywhere anywhere long soon since take takes took taken taking place places`.split(
    /\s+/,
  ),
);

/** What "what has changed?" is asked with. */
export const changedFrame: ReadonlySet<string> = new Set(
  "change changes changed different updates miss missed".split(" "),
);

/** Verbs so general that any report about the subject answers them. */
export const openVerbs: ReadonlySet<string> = new Set(
  "say says said saying do does doing did done happen happened happens think thinks decide decides decided respond responded react reacted".split(
    " ",
  ),
);

export const futureCue =
  /^(?:(?:so|but|and|then) )?(?:will|would|shall|is .{1,60}going to|are .{1,60}going to|when (?:do|does|will|is|are))\b|\bnext\b/;
export const nextCue = /\b(?:next|another|again|further|second|third|follow-up)\b/;
export const lastCue = /\b(?:last|latest|most recent(?:ly)?)\b/;

export const sayAsked =
  /\b(?:say|says|said|saying|tell|told|think|thinks|comment|state|stated|argue|argues|claim|claims)\b/;

/** Sides that a meeting of this shape brings together. */
const shapes: readonly (readonly [RegExp, number])[] = [
  [/\b(?:two[ -]way|bilateral|one[ -]on[ -]one)\b/, 2],
  [/\b(?:three[ -]way|trilateral|tripartite)\b/, 3],
  [/\b(?:four[ -]way|quadrilateral|four[ -]party)\b/, 4],
];

export const sidesAsked = (lower: string): number | null =>
  shapes.find(([pattern]) => pattern.test(lower))?.[1] ?? null;
/** Concepts of the words above: they are compared by counting sides, not as words. */
export const shapeTerms: ReadonlySet<string> = new Set(["trilateral", "bilater", "tripartit", "quadrilater"]);

/** "Is it over?", "has it ended?", "is it still going on?": all ask how far a thing has come. */
export const overAsked =
  /^(?:(?:so|but|and|then) )?(?:is|are|was|were|has|have|did|do|does)\b.*\b(?:over|finished|done|complete[d]?|ended|end|concluded|still (?:going on|under ?way|running|continuing|on)|under ?way|going on)\s*(?:yet|now|already)?\s*\??\s*$/;

/** "Is a meeting planned?" asks for plans, offers and denials of such. */
export const prospectAsked =
  /^(?:(?:so|but|and|then) )?(?:is|are|was|were|has|have)\b.*\b(?:planned|scheduled|expected|due|likely|possible|in (?:preparation|the works|the pipeline)|being (?:planned|prepared)|on the (?:cards|agenda))\b|^(?:(?:so|but|and|then) )?(?:is|are) there (?:any )?(?:plans?|talk)\b/;
