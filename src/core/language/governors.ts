/**
 * What a verb or adjective says of what it governs: that it may be, that it is planned, or only that somebody holds,
 * wants or proposes it. Words are bases; who is not listed tells of what happens.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Adjectives: what they govern may or may not come about. */
export const tentativeAdjectives =
  set(`likely unlikely possible probable ready prepared willing open tentative uncertain unclear doubtful liable able
  free conceivable plausible improbable`);
/** Verbs that say no more than that. */
export const tentative = set(`hint consider mull weigh contemplate appear seem`);
/** What they govern is to come. */
export const planning =
  set(`expect schedule slate plan due set intend aim prepare going be-to about poise poised anticipate bound certain destine earmark
  forecast predict project foresee envisage envision target`);
/** Somebody holds, says or wants what they govern: a position, never an event. */
export const attitude =
  set(`want seek hope wish demand insist propose suggest urge call ask offer promise pledge vow threaten warn argue claim believe think feel
  fear doubt say tell add state note stress emphasise emphasize express describe characterise characterize signal favour favor support back oppose
  prefer need require request recommend advise encourage advocate criticise criticize condemn praise blame accuse allege maintain assert contend
  imply remark comment explain  announce report write mention recall reiterate repeat acknowledge admit concede complain caution cite
  float   suspect suppose estimate assess regard view  consider-as know understand worry concern welcome reluctant keen eager
  determined confident optimistic pessimistic adamant afraid concerned unwilling hesitant interested committed bet depend hinge rely try attempt struggle
  strive   lobby campaign appeal plead   deserve mean matter represent  symbolise symbolize reflect underline underscore highlight
   indicate demonstrate illustrate constitute  compare  resemble lack lean tend signify  reaffirm defend dispute question
  have-to must result encounter culminate remember`);
/** Verbs whose complement is what happens: "began to leave", "managed to agree". */
export const aspectual = set(
  `begin start continue resume stop cease manage help come get go proceed move fail refuse decline`,
);
export const calling = set(`cancel scrap axe abandon drop`);
/** Verbs after which an event is put off. */
export const slipping = set(`postpone delay adjourn defer reschedule suspend shelve`);
export const denying = set(`deny refute`);
export const reports =
  set(`say tell add state note write report indicate explain remark comment recall reiterate repeat mention disclose reveal acknowledge admit
  maintain stress emphasise emphasize clarify assert suggest announce`);
/** Texts and proposals: what they would do is what stands in them. */
export const drafts =
  set(`plan plans draft deal bill agreement accord treaty proposal proposals offer framework package law legislation measure measures text
  document budget scheme amendment resolution pact blueprint motion contract rules rule merger takeover tariff tariffs tax`);
/** What somebody does by speaking: whoever stands before them takes a position. */
export const speech =
  set(`want seek hope demand insist propose suggest urge call ask offer promise pledge vow threaten warn argue claim believe fear doubt
  express describe characterise characterize signal favour favor support oppose recommend encourage advocate criticise criticize condemn praise blame
  accuse allege reject dismiss deny refute confirm hint consider expect decline refuse rule speak voice thank reaffirm welcome guarantee acknowledge
  admit concede complain lament maintain assert contend predict forecast float blame`);
