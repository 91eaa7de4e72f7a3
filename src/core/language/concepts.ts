/**
 * Words that mean the same thing in news English, folded into one concept each, so that a retelling is recognised.
 * A line is `concept: word, word, some phrase`; inflected forms follow from stemming, irregular ones are listed.
 * This is language, not knowledge of a story: ask of each line whether it holds for an election, a storm, a trial.
 */
const source = `
talks: talk, round, negotiation, negotiate, discussion, discuss, meeting, meet, met, session, consultation, consult, dialogue, summit, sit down, sat down, sitting down, conversation, engagement, parley, convene
trilateral: trilateral, three-way, tripartite, three way
direct: direct, directly, face-to-face, face to face, in person
envoy: envoy, emissary, representative, negotiator, diplomat, delegate
delegation: delegation, team, side, delegates, representatives
deal: deal, agreement, accord, settlement, pact, treaty, contract
agree: agree, approve, endorse, accept, sign off, back, adopt, consensus, ratify, pass
refuse: refuse, reject, decline, turn down, turned down, throw out, threw out, thrown out, vote down, voted down, rebuff, dismiss, spurn, snub
propose: propose, proposal, offer, suggest, float, put forward, pitch, present, table, unveil, circulate
demand: demand, insist, require, claim
want: want, seek, aim, hope, desire, wish
plan: plan, framework, blueprint, roadmap, draft, document
prepare: prepare, preparation, arrange, arrangement, organise, organize, in the works
travel: travel, trip, head, heading, fly, flew, journey, depart, on the way, on his way, on her way, on their way, on its way, en route, bound, set off
arrive: arrive, arrival, land, touch down, reach, get to, got to
leave: leave, left, departure, quit
return: return, come back, go back, went back, came back
visit: visit, host, receive, welcome
attend: attend, join, appear, turn up, turned up, show up, showed up, take part, took part, taking part, participate, participation, present at, take a seat, sit in
brief: brief, inform, update, report back, debrief, brief on, acquaint
shut: close, closed, shut, shutdown, shut down
begin: begin, open, reopen, opened, reopened, began, begun, start, launch, kick off, get under way, got under way, commence, initiate
continue: continue, resume, last, lasted, go on, went on, proceed, keep going, carry on, remain, extend, persist, still
occur: occur, happen, take place, takes place, took place, taking place, taken place
end: end, finish, conclude, conclusion, complete, wrap up, wrapped up, culminate, finalise, finalize
cancel: cancel, call off, called off, scrap, abandon, axe, drop
postpone: postpone, delay, put off, push back, pushed back, adjourn, defer, reschedule, put back
suspend: suspend, pause, halt, freeze, froze, put on hold, give up, shelve
confirm: confirm, confirmation, acknowledge, verify, corroborate
deny: deny, denial, refute, rebut
say: say, said, state, tell, told, add, note, remark, announce, declare, describe, call, characterise, characterize, write, wrote, post, comment, stress, emphasise, emphasize, explain
consider: consider, weigh, mull, contemplate, explore, examine, look at, think about, study, hint
constructive: constructive, constructively, productive, fruitful, useful, positive
progress: progress, advance, headway, breakthrough, step forward, move forward, improvement
guarantee: guarantee, assurance, pledge, commitment, commit, promise, vow
territory: territory, territorial, land, soil
cede: cede, surrender, give up, concede, concession, hand over, relinquish, yield
annex: annex, annexation, seize, seizure, capture, occupy, occupation
control: control, hold, command
full: full, fully, completely, total, entire, whole, all of
war: war, conflict, fighting, hostility, invasion, combat
peace: peace, truce, ceasefire, cease-fire, armistice
attack: attack, strike, struck, assault, raid, shell, bomb, bombardment, hit, bombing, shelling
troop: troop, soldier, force, army, military, forces
kill: kill, dead, die, died, dies, dying, death, fatality, victim, perish, lose their lives, lost their lives, claimed the lives, toll, casualty
injure: injure, injured, injury, wound, hurt
missing: missing, unaccounted
sailor: sailor, seaman, seamen, seafarer, mariner, crewman, crew
home: home, house, household, residence
shareholder: shareholder, investor, stockholder
rich: rich, wealthy, prosperous
annual: annual, annually, a year, per year, yearly, each year
country: country, nation, state
company: company, firm, corporation, business
lawmaker: lawmaker, parliament, deputy, legislator, senator, congress, legislature
police: police, officers
quake: quake, earthquake, tremor
midday: midday, noon
night: overnight, night
evacuate: evacuate, evacuation, displaced, flee, fled
rescue: rescue, save, pull from
storm: storm, hurricane, typhoon, cyclone, tempest
flood: flood, flooding, inundate, inundation
damage: damage, destroy, destruction, wreck, ruin, flatten
power: power, electricity
outage: outage, blackout, without power, cut off
loan: loan, lend, lent, borrow, credit
fund: fund, finance, funding, finance, financing, money, aid, provide, support, payment, pay, paid
asset: asset, reserve
market: market
price: price, cost
vote: vote, ballot, referendum, plebiscite, poll, voting
election: election, electoral, runoff
count: count, tally, recount, tabulate
result: result, outcome, finding
win: win, won, victory, prevail, triumph, beat
lose: lose, lost, defeat
lead: lead, led, head up, headed by, ahead
margin: margin, gap, difference
fraud: fraud, rigging, irregularity
certify: certify, certification, validate
candidate: candidate, contender, challenger, nominee
court: court, tribunal, judge, bench, magistrate
trial: trial, hearing, proceedings
verdict: verdict, ruling, judgment, judgement, decision, rule
convict: convict, conviction, guilty
acquit: acquit, acquittal, innocent
charge: charge, indict, indictment, accuse, accusation, allege
sentence: sentence, jail, imprison, prison
appeal: appeal
testify: testify, testimony, witness, take the stand, took the stand
lawyer: lawyer, attorney, counsel, barrister
arrest: arrest, detain, detention, custody
release: release, free, freed, liberate, let go
prisoner: prisoner, captive, hostage, detainee, pow, abducted, kidnapped
swap: swap, exchange
strike2: walkout, walk out, walked out, walking out, on strike, strike action, industrial action, stoppage, work stoppage, down tools, downed tools
worker: worker, employee, staff, workforce
union: union, labour group, labor group
wage: wage, pay rise, salary, pay increase
merge: merge, merger, takeover, acquisition, acquire, buyout, buy
share: stake, shareholding
board: board, directors
regulator: regulator, watchdog, authority
emission: emission, carbon
target: target, goal, objective
budget: budget, spending plan
tax: tax, levy, duty, tariff
cut: cut, reduce, reduction, slash, lower, trim, shrink, shrank, shrunk
raise: raise, rise, rose, risen, increase, climb, grow, grew, grown, jump, up to, go up, went up, gone up, surge, hike
fall: fall, fell, fallen, decline in, drop to, dropped to, decrease
sanction: sanction, embargo, penalty
withdraw: withdraw, withdrew, withdrawal, pull out, pulled out, pull back, pulling back, pulled back, pulling out, retreat
resign: resign, resignation, step down, stepped down, stand down
appoint: appoint, name as, named as, nominate
replace: replace, succeed
block: block, veto, obstruct, thwart, prevent, object, objection
fail: fail, failure, collapse, fall short, fell short, break down, broke down, stall, deadlock, impasse
reach: strike a deal, struck a deal, clinch, seal, come to an agreement, came to an agreement
sign: sign, signing, signature, ink
fall2: free fall
warn: warn, warning, caution, threaten, threat, threatened
urge: urge, press, pressure, push for, call on, called on, appeal to
criticise: criticise, criticize, condemn, denounce, blame, slam
thank: thank, praise, applaud, hail, laud, grateful
expect: expect, anticipate, forecast, predict, foresee
limit: limit, cap, restriction, curb, ceiling
remain: outstanding, remaining, unresolved, left open
come: come ashore, came ashore, make landfall, made landfall, landfall
obstacle: obstacle, hurdle, sticking point, stumbling block, barrier
ready: ready, prepared, willing, open to
crucial: crucial, critical, decisive, vital, key, key role
official: official, officials, aide, adviser, advisor
leader: leader, leadership, president, head of state, premier
spokesman: spokesman, spokesperson, spokeswoman
government: government, administration, cabinet
area: area, zone, region, district, province, oblast
half-year: half a year, six months, half-year
last: last, latest, most recent
weekend: weekend, saturday and sunday
early: early, earlier
serious: serious, seriously
need: need, needs
militarily: militarily, on the battlefield, by force, military means
depend: depend, hinge, hinges, rest on
posture: posture, stance, position, attitude
nationwide: nationwide, national
membership: membership, accession, joining
bid: bid, application
shift: shift, change, changes
secure: secure, security
percent: percent, per cent, percentage
comparable: comparable, modelled on, modeled on, similar to, equivalent
bridge: bridge, narrow, resolve, overcome, settle
separate: separate, separately
step: step, measure
`;

export type ConceptTable = {
  /** Word (lower case, not stemmed) → concept. */
  readonly words: ReadonlyMap<string, string>;
  /** First word of a phrase → phrases that begin with it, longest first, each as its words. */
  readonly phrases: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly concept: string }[]>;
};

/** Reads the table above: `lines` in the same form may be added, for instance a story's synonyms. */
export function conceptTable(lines: string = source): ConceptTable {
  const words = new Map<string, string>();
  const phrases = new Map<string, { words: readonly string[]; concept: string }[]>();
  for (const line of lines.split("\n")) {
    const [concept, members] = line.split(": ");
    if (!concept || !members) continue;
    for (const member of members.split(",")) {
      const parts = member.trim().toLowerCase().split(/\s+/);
      const first = parts[0]!;
      if (parts.length === 1) words.set(first, words.get(first) ?? concept);
      else phrases.set(first, [...(phrases.get(first) ?? []), { words: parts, concept }]);
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { words, phrases };
}
