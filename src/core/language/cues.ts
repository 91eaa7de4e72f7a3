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

export const cancelledCue = /\b(?:cancel(?:s|led|ed|ling)?|call(?:s|ed) off|scrap(?:s|ped)?|abandon(?:s|ed)?|axed)\b/;
export const slippedCue =
  /\b(?:postpon(?:es?|ed|ing)|delay(?:s|ed)|put (?:off|back)|push(?:es|ed) back|adjourn(?:s|ed)|defer(?:s|red)|reschedul(?:es|ed)|moved (?:to|from|back))\b/;
/** Each flips the sense of its clause once. */
export const negators =
  /\b(?:not|n't|no|never|nobody|no one|none|neither|nor|without|cannot|fail(?:s|ed|ure|ing)? to|failed|fell short|falls? short|refus(?:e|es|ed|al|ing)|turn(?:s|ed|ing)? down|thr(?:ow|ows|ew|own) out|str(?:ike|ikes|uck) down|voted? down|reject(?:s|ed|ing|ion)?|den(?:y|ies|ied|ying|ial)|rul(?:e|es|ed|ing) out|declin(?:e|es|ed|ing) to|block(?:s|ed|ing)?|veto(?:es|ed)?|oppos(?:e|es|ed|ing)|unable|impossible|yet to|halt(?:s|ed)?|lack(?:s|ed)?|ha(?:s|ve|d) yet|unlikely|against|premature|dismiss(?:es|ed)?|rebuff(?:s|ed)?|objection|objections|overcom(?:e|es|ing)|overcame|missed a chance)\b|\w+n't\b/g;
/** Negations that say something else than no: "not only", "no longer just", "no later than". */
export const falseNegators =
  /\bnot (?:only|just|least|merely|simply|to mention)\b|\bno (?:less|later|fewer|more) than\b|\bnot (?:more|less|fewer|later) than\b|\bnot exceed\b|\bwithout (?:[a-z]+ing\b|power|electricity|water|shelter|heat|heating|homes?)\b|\bno doubt\b|\bwhether or not\b/g;

/** The value moved: the later statement knows the earlier one. */
export const changeCue =
  /\b(?:now|no longer|instead|rather than|revised|updated?|new (?:date|figure|total|count|toll)|rose|risen|rises|rising|climb(?:s|ed)?|increas(?:e[sd]?|ing)|grew|grown|jump(?:s|ed)|fell|fallen|drop(?:s|ped)|reduced|cut to|lowered|raised|moved|brought forward|postponed|pushed|shrunk|shrank|expanded|changed|further|still|correct(?:s|ed)|at least|up from|down from|after all|finally|later|since)\b/;

export const unnamedSource =
  /\b(?:sources?|people|persons?|insiders?|analysts?|experts?|observers say|residents?|witnesses|locals|neighbours|staff|reports? (?:indicate|suggest|say)|^reports?$|familiar with|briefed (?:on|by)|close to|with knowledge|on condition of anonymity|unnamed|anonymous|rumou?rs?|(?:two|three|four|five|six|several|some|many|senior|european|western) diplomats|(?:two|three|four|five|six|several) (?:\w+ )?(?:officials|aides|advisers|lawmakers|ministers))\b/i;
export const officialSource =
  /\b(?:officials?|spokes(?:man|woman|person|people)|ministry|administration|government|office|department|authorities|police|commission|delegation|embassy|agency|agencies|committee|council|court|leaders?|negotiators?|diplomats?|aides?|prosecutors?|lawyers?|military|army|company|union|party|campaign|board|command|rebels|forces|observers|monitors|forecasters|firefighters|rescuers|regulators?|bank|organisers|organizers|airline|operator|city|state|house|senate|parliament|opposition|bloc|alliance|group)\b/i;
export const documentSource =
  /\b(?:statement|communiqu[eé]|documents?|text of|filings?|indictment|ruling|transcript|letter|memo|decree|declaration|report card|minutes|draft|papers|records|(?:internal|official|final|annual|interim|leaked|audit|autopsy|inquiry) report|survey|audit|census|treaty|accord|bill|plan|deal|data|figures)\b/i;
export const outletSource =
  /\b(?:news ?(?:agency|paper|site|outlet|wire)|newspaper|daily|broadcaster|media (?:outlet|reports?)|news outlet|magazine|tabloid|weekly|television)\b/i;
/** Bodies and groups that can take a position; a narrower list than that of sources. */
export const speakingBody =
  /\b(?:officials?|spokes(?:man|woman|person|people)|ministry|administration|government|authorities|police|commission|delegation|embassy|committee|council|court|negotiators?|diplomats?|aides?|prosecutors?|lawyers?|military|army|company|union|party|campaign|board|command|rebels|observers|monitors|regulators?|parliament|opposition|senate|leaders|lawmakers|workers|families|activists|campaigners|mediators|ministers|team|side|envoys|investors|shareholders|voters|critics|hackers|protesters|doctors|teachers|farmers)\b/i;
/** A post that one person holds: who holds it speaks, named or not. */
export const roleSource =
  /\b(?:president|prime minister|premier|chancellor|king|queen|chief negotiator|chief executive|commissioner|(?:foreign|defen[cs]e|interior|finance|justice|health|energy|trade|oil) minister|secretary|governor|mayor|ambassador|envoy|judge|chairman|chairwoman|chair|general|lawyer|clerk|director|captain|adviser|advisor|head of (?:the|its)|leader)(?:$|,|\s+(?:of|for|to|in)\b)/i;

/** Words at the head of a sentence that tie it to the one before and mean nothing alone. */
export const connective =
  /^(?:however|meanwhile|separately|also|but|and|yet|still|instead|moreover|furthermore|in addition|additionally|besides|at the same time|for (?:his|her|its|their) part|on the other (?:side|hand)|nevertheless|nonetheless|in turn|similarly|then|earlier|later|by contrast|notably|in particular|indeed|as a result|therefore|thus|so|for now|in the meantime)(?:,\s+|\s+(?=\p{Lu}))/iu;

/** Evaluation that no outlet could be wrong about: never news. */
export const rhetoric =
  /\b(?:(?<!high-)stakes|spotlight|crossroads|turning point|pivot(?:al)? (?:point|moment)|watershed|underscor(?:e|es|ed|ing)|highlights? the|signif(?:y|ies|ied)|testament|poised to|game[- ]changer|remains to be seen|only time will tell|time will tell|raises? (?:the )?questions?|begs the question|all eyes|hangs? in the balance|will shape|shap(?:e|ing) the future|navigat(?:e|es|ing) (?:these|the|complex)|complexit(?:y|ies)|urgency and significance|dynamic effort|shows? a commitment|demonstrat(?:e|es|ed|ing) (?:a|the|their)|reflects? (?:a|the)|delicate balance|tightrope|uphill|the world watches|holds? its breath|could not be higher|last (?:genuine |real |best )?chance|makes? it clear that|it is (?:worth|important)|experts? (?:say|believe)|analysts? (?:say|believe|warn)|observers|in conclusion|the question is|what is at stake|showcas(?:e|es|ing)|marks? an? |pav(?:e|es|ing) the way|dangerous|collide|strategy (?:of|relies)|is betting|not rest until|no stone unturned|thoughts and prayers|thoughts are with|stands? (?:together|united)|symbol(?:ic|ise|ize)|lies? ahead|move forward|broader (?:context|picture)|critical (?:test|for)|crucial (?:test|moment)|opportunity to|(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:will |may )?(?:brings?|marks?|brought|marked)|(?:received|greeted|met) with (?:relief|delight|joy|applause|sighs))\b/i;

/** That somebody said nothing is no news. */
export const silence =
  /\b(?:(?:declin|refus)(?:es|ed) to (?:comment|say|answer|elaborate|give|discuss|speak)|(?:would|did|could|does|do|will) not (?:immediately )?(?:comment|elaborate|answer|respond|reply|go into|be drawn|say (?:when|how|whether|who|what|which|where|why))|(?:gave|gives|offered|made|provided|had) no (?:\w+ )?(?:comment|details?|account|assessment|explanation|statement|answers?|reasons?)|(?:said|says|has said|have said) (?:little|nothing)|nothing was said|no comment|gave nothing away)\b/i;

/** When and where somebody spoke, and not what was said. */
export const occasion =
  /\b(?:spoke|(?:was|were) speaking)\s+(?:to (?:reporters|journalists|the press|the media)\s+)?(?:before|after|while|when|at|in|outside|during|from|ahead|for (?:more|less|about|over|nearly|almost|an|two|three|four))\b|\btook questions\b/i;

/** Pointing words that only the article explains. */
export const pointing =
  /\b(?:here|back then|present then|by then|at the same (?:hour|moment|time)|the same (?:two|three|four|place|city|men|women|people|building|room|day))\b(?! (?:is|are|was|were)\b)/i;

/** Explanations for readers who are new: who somebody is, how it began. */
export const background =
  /\b(?:since (?:the )?(?:start|beginning|outbreak|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|\d{4})|the last time|years? ago|in recent (?:years|months|weeks)|has long|have long|background|broke out|(?:is|are|was|were) part of (?:a|the|\w+[’']s)|began in \d{4}|founded in|was born|hometown|previously served|as (?:is|was) (?:previously|already) reported|earlier this year|at the time|historically|traditionally|lead[s]? (?:the|russia|its) .{0,30}fund|is known (?:as|for)|(?:last|first) (?:met|negotiated|spoke|held|came|visited|sat|talked)|most recently in|(?:has|have) (?:been|received|met|visited|come|gone|dealt)\b[^,;:]{0,50}\bbefore|^it was (?:on|in|at)\b[^,;:]{0,50}\bthat|grown used)\b/i;
