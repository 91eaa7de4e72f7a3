/**
 * Words that say how far a matter has come: still open, settled one way or the other, or turned back. Language, not
 * knowledge of any story; tried on lower-case text.
 */

/** Asked, offered, threatened, under way: something can still come of it. */
export const openStage =
  /\b(?:threaten(?:s|ed|ing)?|invit(?:es|ed|ing|ation)|propos(?:es|ed|ing|al)|offer(?:s|ed|ing)?|ask(?:s|ed|ing)|request(?:s|ed|ing)?|review(?:s|ing)?|stud(?:y|ies|ying)|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|seek(?:s|ing)?|sought|demand(?:s|ed|ing)?|pending|appeal(?:s|ed|ing)?|bid(?:s|ding)?|negotiat(?:es|ed|ing)|investigat(?:es|ed|ing|ion)|charg(?:es|ed)|accus(?:es|ed)|nominat(?:es|ed)|await(?:s|ed|ing)?|expect(?:s|ed|ing)?|due|plan(?:s|ned|ning)?|schedul\w+|set to|hop(?:es|ed|ing)|want(?:s|ed)?|urg(?:es|ed|ing)|call(?:s|ed)? (?:for|on)|draft\w*|prepar\w+|approach\w*|under (?:review|way|consideration|discussion)|will|would|could|may|might|is to|are to|going to)\b/;

/** Something came of it. */
export const settledStage =
  /\b(?:approv(?:es|ed|al)|accept(?:s|ed)|reject(?:s|ed)|refus(?:es|ed)|turn(?:s|ed) down|grant(?:s|ed)|impos(?:es|ed)|sign(?:s|ed)|adopt(?:s|ed)|pass(?:es|ed)|vot(?:es|ed)|elect(?:s|ed)|appoint(?:s|ed)|convict(?:s|ed)|acquit(?:s|ted)|sentenc(?:es|ed)|jailed|fined|cleared|dismiss(?:es|ed)|releas(?:es|ed)|freed|arriv(?:es|ed)|land(?:s|ed)|launch(?:es|ed)|began|begun|start(?:s|ed)|open(?:s|ed)|conclud(?:es|ed)|complet(?:es|ed)|finish(?:es|ed)|end(?:s|ed)|clos(?:es|ed)|resign(?:s|ed)|quit|withdr[ae]w[ns]?|won|lost|fail(?:s|ed)|collaps(?:es|ed)|reach(?:es|ed)|struck|agreed|ratif(?:ies|ied)|confirm(?:s|ed)|blocked|vetoed|denied|paid|delivered|carried out|took effect|came into force|made landfall|burst|died|declared)\b/;

/** A state that held holds no longer, or holds again. */
export const turnedStage =
  /\b(?:extend(?:s|ed)|prolong(?:s|ed)|resum(?:es|ed|ption)|reopen(?:s|ed|ing)?|restor(?:es|ed)|lift(?:s|ed)|overturn(?:s|ed)|quash(?:es|ed)|revers(?:es|ed|al)|revok(?:es|ed)|suspend(?:s|ed)|postpon(?:es|ed)|delay(?:s|ed)|cancel(?:s|led|ed)|call(?:s|ed) off|scrap(?:s|ped)|drop(?:s|ped)|back (?:at|in|on|to|home|online)|return(?:s|ed)|no longer|correct(?:s|ed|ing|ion)|retract(?:s|ed)|withdrew|withdrawn|replac(?:es|ed)|renam(?:es|ed)|rais(?:es|ed)|lower(?:s|ed)|cut|doubl(?:es|ed)|widen(?:s|ed)|downgrad(?:es|ed)|upgrad(?:es|ed)|weaken(?:s|ed)|strengthen(?:s|ed)|recover(?:s|ed)|relaps(?:es|ed)|shift(?:s|ed)|switch(?:es|ed)|turned|changed|abandon(?:s|ed)|brought forward|pushed back|moved|instead|after all|now|has since|finally|eventually|in the end|later|again|despite|earlier)\b/;

/** Words that take a thing away without a "not": their clause denies what it names. */
export const absence =
  /\b(?:stay(?:s|ed|ing)? away|at no time|under no|no such|nothing|nowhere|hardly|barely|untrue|false(?:ly)?|baseless|unfounded|invented|fabricated|a lie|lies|incorrect|wrong|misleading|without|absent|skip(?:s|ped)?|miss(?:es|ed)|avoid(?:s|ed)?|lack(?:s|ed)?|unable|short of|refrain\w*|boycott\w*|unopened|unsigned|unsettled|unresolved|intact|undecided|empty-handed)\b/;
