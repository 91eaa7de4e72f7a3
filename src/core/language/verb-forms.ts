/** The verbs of news English with their forms, so that a word can be told to be a verb and in which tense. */

/** `base past participle`; several participles or pasts are joined by a slash. */
const irregular = `
arise arose arisen|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|bind bound bound|bite bit bitten
blow blew blown|break broke broken|bring brought brought|broadcast broadcast broadcast|build built built|burn burned/burnt burned/burnt
buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept
cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden
forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
get got got/gotten|give gave given|go went gone|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit
hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid|lead led led|learn learned/learnt learned/learnt|leave left left
lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|meet met met|outlaw outlawed outlawed
overcome overcame overcome|override overrode overridden|overrun overran overrun|oversee oversaw overseen|overtake overtook overtaken
overthrow overthrew overthrown|pay paid paid|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|reset reset reset
ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent
set set set|shake shook shaken|shed shed shed|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung
sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken|speed sped sped|spend spent spent|split split split
spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|strive strove striven
swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told
think thought thought|throw threw thrown|undergo underwent undergone|understand understood understood|undertake undertook undertaken
undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|win won won|wind wound wound
withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written`;

/** Regular verbs; `!` doubles the last consonant. */
const regular = `
abandon abolish absorb accelerate accept accompany accuse achieve acknowledge acquire acquit! act add address adjourn admit! adopt advance
advise affect afford agree aim air alert allege allow alter amend amount analyse analyze announce answer anticipate apologise apologize appeal
appear applaud apply appoint approach approve argue arm arrange arrest arrive ask assassinate assault assemble assert assess assist assume
assure attack attempt attend attract authorise authorize average avert avoid await award axe back balance ban! bar! base battle bet! betray
blame blast block board bomb boost border borrow boycott breach brief bridge burst call calm campaign cancel! capture care carry cause caution
cease cede celebrate censure centre center certify chair challenge change characterise characterize charge chase check cheer circulate cite claim clarify clash clear climb
clinch close collapse collect collide combat combine comment commission commit! compare compensate compete complain complete comply comprise
compromise concede concern conclude condemn conduct confer! confess confirm conflict confront congratulate connect consider consist
consolidate constitute consult consume contact contain contest continue contract contradict contribute control! converge convene convert convey convict
convince cooperate coordinate count cover crack crash create criticise criticize cross crush culminate curb cure damage date debate decide
declare decline decrease defeat defect defend defer! define defy delay delete deliver demand demolish demonstrate deny depart depend deploy
deport depose describe deserve design destroy detail detain deter! deteriorate determine detonate develop devote die differ dig! direct
disagree disappear disarm disband discharge disclose discover discuss dismiss disperse displace display dispute disqualify disrupt dissolve
distance distribute disturb divert divide dodge dominate donate double doubt downgrade draft drag! drain drift drop! drown earn ease edge
elect eliminate embark embrace emerge emphasise emphasize employ enable enact encounter encourage end endorse endure enforce engage engulf
enhance enjoy ensure entail enter entitle erupt escalate escape escort establish estimate evacuate evaluate examine exceed exchange exclude
execute exempt exercise exert exhaust exist expand expect expel! experience expire explain explode explore export expose express extend
extradite face fail fear feature fear file fill finalise finalize finance finish fire fit! fix flag! flatten float flood focus follow force
forge form free frustrate fuel! fulfil! fulfill fund gain gather generate govern grab! grant greet grind ground group guarantee guard guide
halt halve hamper hand handle happen harm head heal heed help hesitate hijack hike hint hire honour honor hope host house identify ignore
illustrate impeach impede implement imply import impose imprison improve inaugurate inch include increase incur! indicate indict inflict
influence inform initiate injure inject inquire insert insist inspect inspire install instruct insult intend intensify interfere interpret
interrupt intervene interview introduce invade invest investigate invite invoke involve isolate issue jail join judge jump justify kick kidnap!
kill label! lack land last laud launch leak lease lessen level! leverage levy liberate lift limit link list listen live loan lobby locate lock loom
lower maintain manage march mark match matter maximise mediate mention merge miss mobilise mobilize moderate modify monitor mount mourn move
mull murder name narrow near need neglect negotiate nominate note notify number obey object oblige observe obstruct obtain occupy occur
offer offset oppose order organise organize oust outline outpace overhaul overlook overrule overshadow oversee owe own pack paralyse pardon
park participate pass patrol! pause penalise perform perish permit! persist persuade pick pin! pitch place plague plan! play plead pledge plot!
plummet plunge point poll pose position possess post postpone pour praise precede predict prefer! prepare present preserve preside press
pressure prevail prevent proceed process proclaim produce profit prohibit promise promote prompt propose prosecute protect protest prove provide
provoke publish pull punish purchase pursue push qualify quash quell question quote raid rain raise rally range rate ratify reach react reaffirm realise
realize reassure rebound rebuff rebuke recall receive recognise recognize recommend reconcile reconsider record recount recover recruit
reduce refer! reflect refrain refuse refute regain regard register regret! regulate reinforce reinstate reiterate reject relate relax release
relinquish relocate rely remain remark remember remind remove rename renew renounce reopen repair repatriate repeal repeat repel! replace reply report
represent request require reschedule rescue research resemble reserve reshape resign resist resolve respect respond rest restart restore
restrain restrict result resume retain retake retaliate retire retreat retrieve return reveal reverse review revise revive revoke reward rig!
risk rob! roll rule rush sabotage sack sail salute sanction satisfy save scale scare schedule scrap! scrutinise seal search secure seem seize
select sentence separate serve settle sever shape share shell shelter shelve shift ship! shore shorten shoulder shout shower shun! side sign
signal! signify silence slam! slash slate slip! slow smash smuggle snub! soar soften solve sort sound spark specify speculate spell spoil
sponsor spur! spurn squeeze stabilise stage stall stamp star! start starve state stay stem! step! stop! store storm strain strand strengthen stress
stretch strip! struggle study submit! subscribe succeed sue suffer suggest suit summon supply support suppose suppress surge surpass surprise
surrender surround survey survive suspect suspend sustain swap! switch sympathise table tackle target tax tear temper tend term test testify
thank threaten thwart tie tighten topple torch total! touch tour toughen trace track trade trail train transfer! transform transmit! transport trap! travel!
treat trigger trim! triple trust try turn tweet uncover underline undermine underscore unfold unite unleash unload unseat unveil update
upgrade urge use usher utter vacate value vanish vary veto venture verify view violate visit voice volunteer vote vow wage wait waive walk
wane want warn warrant wash waste watch weaken weather weigh welcome widen wipe wish witness wonder work worry worsen wound wrap! wreck yield`;

/** Verbs whose `-s` and bare forms are nouns far more often: "talks", "strikes", "the vote". */
export const nounFirst: ReadonlySet<string> = new Set(
  `talk report strike force vote result charge power attack state group house value ground centre center number battle conflict
  campaign border base balance board bomb burst cause change check claim clash concern contact contract control cost count cover crack crash cut date
  deal debate defeat delay demand detail dispute draft drop end estimate exchange exercise experience export fall feature fear fight file fire flood
  focus form fund gain guarantee guard guide halt hand harm head help hike hope host import increase influence interview issue judge jump lack
  land launch leak lease level link list loan lock loss march mark match matter measure mention murder name need note object offer order
  patrol pause place plague play plot point poll position post praise present press pressure process profit project promise protest purchase push question
  raid rain rally range rate record recount release repair reply request rescue research reserve resort respect rest return review reward ride
  rise risk rule run sanction scale schedule score search sentence shape share shell shelter shift ship shore show side sign signal silence slip
  sound spark spell split stage stamp star start stay stem step stop store storm strain stress stretch strip struggle study supply support surge surprise
  survey suspect swap switch table target tax tear term test threat tie total touch tour track trade train transfer trap travel trigger trust turn update use value
  veto view visit voice volunteer wage wait walk warrant waste watch water wave weather win wind wish witness wonder work worry wound yield pledge
  plan appeal approach answer arrest air advance address aid aim ban bar bet blame blast block boost boycott breach brief bridge call censure centre
  challenge comment commission compromise damage decline decrease display doubt escape escort face fine grant group hit hold hurt label last light limit
  lobby lower meet mount near net oppose open own park parade pick quote race reach regard regret remark rent reserve ring roll rush sack sail salute shower
  slate slide spring square staff tackle torch tweet venture warning will work mean welcome subject leave close clear separate secure complete correct empty direct interest process average can may lead back`.split(
    /\s+/,
  ),
);

export type VerbForm = {
  readonly base: string;
  readonly plain: boolean;
  readonly third: boolean;
  readonly past: boolean;
  readonly participle: boolean;
  readonly gerund: boolean;
};

type Slot = "plain" | "third" | "past" | "participle" | "gerund";

const forms = new Map<string, VerbForm>();
const none = { plain: false, third: false, past: false, participle: false, gerund: false };

function add(form: string, base: string, slot: Slot): void {
  const known = forms.get(form);
  // "found" is far more often the past of "find" than a verb of its own: the first entry keeps its base.
  if (known && known.base !== base) return;
  forms.set(form, { ...(known ?? { ...none, base }), [slot]: true });
}

const third = (base: string) =>
  /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;

function stems(
  base: string,
  doubles: boolean,
): { readonly past: readonly string[]; readonly gerund: readonly string[] } {
  const doubled = `${base}${base.at(-1)}`;
  if (doubles) {
    const single = base.endsWith("l") ? [base] : [];
    return {
      past: [doubled, ...single].map((one) => `${one}ed`),
      gerund: [doubled, ...single].map((one) => `${one}ing`),
    };
  }
  if (/ie$/.test(base)) return { past: [`${base}d`], gerund: [`${base.slice(0, -2)}ying`] };
  if (/ee$/.test(base)) return { past: [`${base}d`], gerund: [`${base}ing`] };
  if (base.endsWith("e")) return { past: [`${base}d`], gerund: [`${base.slice(0, -1)}ing`] };
  if (/[^aeiou]y$/.test(base)) return { past: [`${base.slice(0, -1)}ied`], gerund: [`${base}ing`] };
  return { past: [`${base}ed`], gerund: [`${base}ing`] };
}

const doubling =
  /^(?:begin|bet|cut|forget|get|hit|let|overrun|put|quit|reset|run|set|shed|shut|sit|split|swim|upset|win|dig|forbid)$/;

for (const entry of irregular.trim().split(/[|\n]/)) {
  const [base, past, participle] = entry.trim().split(" ") as [string, string, string];
  add(base, base, "plain");
  add(third(base), base, "third");
  for (const form of past.split("/")) add(form, base, "past");
  for (const form of participle.split("/")) add(form, base, "participle");
  for (const form of stems(base, doubling.test(base)).gerund) add(form, base, "gerund");
}
for (const word of regular.trim().split(/\s+/)) {
  const base = word.replace(/!$/, "");
  const { past, gerund } = stems(base, word.endsWith("!"));
  add(base, base, "plain");
  add(third(base), base, "third");
  for (const form of past) {
    add(form, base, "past");
    add(form, base, "participle");
  }
  for (const form of gerund) add(form, base, "gerund");
}

const notVerbs = new Set(
  "hundred need indeed speed feed seed breed exceed proceed succeed bed red shed wed sacred naked wicked united unprecedented armed aged".split(
    " ",
  ),
);
const notGerunds = new Set(
  "king ring thing nothing something anything everything morning evening spring string wing sing bring during including following building meeting hearing briefing ceiling housing ruling funding spending training according regarding concerning pending".split(
    " ",
  ),
);

/** The forms that a word of small letters can be, or null when it is no verb. Unlisted words go by their endings. */
export function verbForm(lower: string, listedOnly = false): VerbForm | null {
  const known = forms.get(lower);
  if (known || listedOnly) return known ?? null;
  if (/..[a-z]ed$/.test(lower) && !notVerbs.has(lower) && !/eed$/.test(lower))
    return { ...none, base: lower.replace(/ed$/, ""), past: true, participle: true };
  if (/..[a-z]ing$/.test(lower) && !notGerunds.has(lower))
    return { ...none, base: lower.replace(/ing$/, ""), gerund: true };
  return null;
}

/** Words in -ing that are nouns unless an auxiliary stands before them: "a meeting", "the ruling". */
export const nounInIng = notGerunds;
