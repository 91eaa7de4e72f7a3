/**
 * Small words that decide how firmly, by whom and whether at all: language, not knowledge of any story.
 * Patterns are tried on lower-case text with straight apostrophes.
 */

/** Verbs that only report; what they report is the claim. */
export const reporting =
  "said|says|say|told|tells|added|adds|stated|states|announced|announces|noted|notes|wrote|writes|posted|reported|reports|report|indicated|indicates|indicate|explained|remarked|commented|observed|recalled|reiterated|repeated|mentioned|disclosed|revealed|acknowledged|admitted|maintained|stressed|emphasised|emphasized|clarified|asserted|suggested";

/** Concepts of verbs that are themselves statements: promising, denying, demanding are the news. */
export const speechActs: ReadonlySet<string> = new Set(
  "guarantee warn demand deny confirm consider propose urge criticise thank want".split(" "),
);

export const mayCue =
  /\b(?:may|might|could|can|possibl[ey]|perhaps|maybe|likely|unlikely|probabl[ey]|potentially|hint(?:s|ed|ing)?|consider(?:s|ed|ing)?|mull(?:s|ed|ing)?|weigh(?:s|ed|ing)?|tentative(?:ly)?|subject to|reportedly|allegedly|rumou?red|uncertain|unclear|in doubt|not (?:yet )?(?:clear|certain|decided)|open to|prepared to|ready to|willing to|would be (?:ready|willing|open|prepared)|appears? to|seems? (?:to|poised))\b/;
export const plannedCue =
  /\b(?:will|shall|won't|would|(?:is|are|was|were|be|been) (?:also |now |still |widely |currently )?(?:to|set to|due|expected|scheduled|slated|planned|supposed|poised|preparing|about to|going to|hoping to)|expect(?:s|ed)? to|plans to|planned to|planning to|(?:they|we|\w+s) plan to|prepar(?:e|es|ing) (?:to|for)|intend(?:s|ed)? to|aim(?:s|ed)? to|upcoming|scheduled|set for|due (?:to|on|in|for)|to be (?:held|sent|signed|led|made|decided)|looks? set|on course to|must|should(?: be)?|plan is (?:for|to)|is to|are to)\b/;
export const ongoingCue =
  /\b(?:(?:is|are|was|were|remains?|has been|have been|been) (?:also |now |still |currently )?(?:\w+ly )?\w+ing|continu(?:e|es|ed|ing)|ongoing|under ?way|on the way|en route|so far|still|in progress|currently|is holding|are holding)\b/;
export const conditionalCue =
  /\b(?:if|unless|provided(?: that)?|in exchange for|in return for|on condition that|as long as|should (?:a|an|the) \w+|only (?:after|when|once)|depend(?:s|ed)? on)\b/;
export const deniedCue =
  /\b(?:denie[sd]|deny|denying|rul(?:es|ed|ing) out|refut(?:es|ed)|no one|nobody|never|not|n't|neither|none)\b/;
export const cancelledCue = /\b(?:cancel(?:s|led|ed|ling)?|call(?:s|ed) off|scrap(?:s|ped)?|abandon(?:s|ed)?|axed)\b/;
export const slippedCue =
  /\b(?:postpon(?:es?|ed|ing)|delay(?:s|ed)|put (?:off|back)|push(?:es|ed) back|adjourn(?:s|ed)|defer(?:s|red)|reschedul(?:es|ed)|moved (?:to|from|back))\b/;
/** What comes after is the condition, and its negation is not the claim's. */
export const conditionStart =
  /\b(?:if|unless|provided that|as long as|should (?:a|an|the)\b|until|when|once|in case)\b/;

/** Where the main clause ends and what it only leads to begins. */
export const subordinateStart =
  /(?:,\s(?:which|who|whose|where|adding|aiming|leaving|noting|saying|suggesting|culminating|showcasing|signalling|signaling|following|despite|warning|citing|calling|making|raising|a (?:move|step|prospect|tactic|plan|deal|decision|demand|position)|an? \w+ (?:that|which))\b|\s(?:that|which) (?:could|would|may|might|can|will)\b|\s(?:designed|aimed|intended) (?:to|at)\b)/;

/** Each flips the sense of its clause once. */
export const negators =
  /\b(?:not|n't|no|never|nobody|no one|none|neither|nor|without|cannot|fail(?:s|ed|ure|ing)? to|failed|fell short|falls? short|refus(?:e|es|ed|al|ing)|turn(?:s|ed|ing)? down|voted? down|reject(?:s|ed|ing|ion)?|den(?:y|ies|ied|ying|ial)|rul(?:e|es|ed|ing) out|declin(?:e|es|ed|ing) to|block(?:s|ed|ing)?|veto(?:es|ed)?|oppos(?:e|es|ed|ing)|unable|impossible|yet to|halt(?:s|ed)?|lack(?:s|ed)?|ha(?:s|ve|d) yet|unlikely|against|premature|dismiss(?:es|ed)?|rebuff(?:s|ed)?|objection|objections|overcom(?:e|es|ing)|overcame|missed a chance)\b|\w+n't\b/g;
/** Negations that say something else than no: "not only", "no longer just", "no later than". */
export const falseNegators =
  /\bnot (?:only|just|least|merely|simply|to mention)\b|\bno (?:less|later|fewer|more) than\b|\bnot (?:more|less|fewer|later) than\b|\bnot exceed\b|\bwithout (?:power|electricity|water|shelter|heat|heating|homes?)\b|\bno doubt\b|\bwhether or not\b/g;

/** The value moved: the later statement knows the earlier one. */
export const changeCue =
  /\b(?:now|no longer|instead|rather than|revised|updated?|new (?:date|figure|total|count|toll)|rose|risen|rises|rising|climb(?:s|ed)?|increas(?:e[sd]?|ing)|grew|grown|jump(?:s|ed)|fell|fallen|drop(?:s|ped)|reduced|cut to|lowered|raised|moved|brought forward|postponed|pushed|shrunk|shrank|expanded|changed|further|at least|up from|down from|after all|finally|later|since)\b/;

export const unnamedSource =
  /\b(?:sources?|people|persons?|officials? (?:who|speaking)|insiders?|reports? (?:indicate|suggest|say)|familiar with|on condition of anonymity|unnamed|anonymous|rumou?rs?)\b/i;
export const officialSource =
  /\b(?:officials?|spokes(?:man|woman|person|people)|ministry|administration|government|office|department|authorities|police|commission|delegation|embassy|agency|agencies|committee|council|court|leaders?|negotiators?|diplomats?|aides?|prosecutors?|lawyers?|military|army|company|union|party|campaign|board)\b/i;
export const documentSource =
  /\b(?:statement|communiqu[eé]|document|text of|filing|indictment|ruling|transcript|letter|memo|decree|joint declaration|report card|minutes)\b/i;
export const outletSource =
  /\b(?:news ?(?:agency|paper|site|outlet|wire)|newspaper|daily|broadcaster|media (?:outlet|reports?)|news outlet|magazine|tabloid|weekly|television)\b/i;

/** Words at the head of a sentence that tie it to the one before and mean nothing alone. */
export const connective =
  /^(?:however|meanwhile|separately|also|but|and|yet|still|instead|moreover|furthermore|in addition|additionally|besides|at the same time|for (?:his|her|its|their) part|on the other (?:side|hand)|nevertheless|nonetheless|in turn|similarly|then|earlier|later|by contrast|notably|in particular|indeed|as a result|therefore|thus|so|for now|in the meantime)(?:,\s+|\s+(?=\p{Lu}))/iu;

/** Evaluation that no outlet could be wrong about: never news. */
export const rhetoric =
  /\b(?:(?<!high-)stakes|spotlight|crossroads|turning point|pivot(?:al)? (?:point|moment)|watershed|underscor(?:e|es|ed|ing)|highlights? the|signif(?:y|ies|ied)|testament|poised to|game[- ]changer|remains to be seen|only time will tell|time will tell|raises? (?:the )?questions?|begs the question|all eyes|hangs? in the balance|will shape|shap(?:e|ing) the future|navigat(?:e|es|ing) (?:these|the|complex)|complexit(?:y|ies)|urgency and significance|dynamic effort|shows? a commitment|demonstrat(?:e|es|ed|ing) (?:a|the|their)|reflects? (?:a|the)|delicate balance|tightrope|uphill|the world watches|holds? its breath|could not be higher|last (?:genuine |real |best )?chance|makes? it clear that|it is (?:worth|important)|experts? (?:say|believe)|analysts? (?:say|believe|warn)|observers|in conclusion|the question is|what is at stake|showcas(?:e|es|ing)|marks? an? |pav(?:e|es|ing) the way|dangerous|collide|strategy (?:of|relies)|is betting|symbol(?:ic|ise|ize)|lies? ahead|move forward|broader (?:context|picture)|critical (?:test|for)|crucial (?:test|moment)|opportunity to)\b/i;

/** Explanations for readers who are new: who somebody is, how it began. */
export const background =
  /\b(?:since (?:the )?(?:start|beginning|outbreak|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|\d{4})|the last time|years? ago|in recent (?:years|months|weeks)|has long|have long|background|broke out|(?:is|are|was|were) part of (?:a|the|\w+[’']s)|began in \d{4}|founded in|was born|hometown|previously served|as (?:is|was) (?:previously|already) reported|earlier this year|at the time|historically|traditionally|lead[s]? (?:the|russia|its) .{0,30}fund|is known (?:as|for))\b/i;
