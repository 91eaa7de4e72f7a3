/**
 * Words that occur together in the news of one kind of matter. A story file lists a few words; whoever writes
 * "hostages" and "ransom" also means captors and a handover. A line is one kind of matter. This is language, not
 * knowledge of a story: ask of each word whether it holds for any dispute, trial or disaster of its kind.
 */
import { stemOf } from "./words.ts";

const developments =
  "suspend, halt, resume, delay, postpone, put off, extend, reject, refuse, rule out, rules out, ruled out, accept, agree, offer, propose, demand, insist, warn, threaten, vow, pledge, accuse, blame, deny, denies, denied, denial, admit, apologise, apologize, apology, sorry, defend, criticise, criticize, condemn, urge, plead, appeal, sue, lawsuit, file, complaint, complain, claim, allege, probe, investigate, investigation, inquiry, question, testify, testifies, arrest, charge, detain, raid, jail, step down, steps down, stepped down, stepping down, resign, resignation, quit, sack, sacked, dismiss, oust, ban, block, veto, vote, approve, approval, permit, ruling, judge, court, overturn, uphold, sign, seal, deal, collapse, fail, failure, break down, breaks down, broke down, breakthrough, impasse, stall, deadlock, walk out, walks out, walked out, row, clash, dispute, feud, standoff, split, rift, crisis, scandal, emergency, disaster, deadline, ultimatum, compromise, concession, concede, back down, backs down, climb down, climbdown, U-turn, withdraw, withdrew, withdrawal, pull out, pulls out, pulled out, protest, boycott, evacuate, rescue, survivor, victim, killed, dead, deaths, injured, missing, toll, damage, attack, hack, theft, stolen, leak, shut down, shuts, closure, reopen, restart, restore, offline, compensation, compensate, refund, fine, fined, freed, release, talks, negotiate, negotiation, meeting, statement, answers, what we know, what next, explained, timeline, faces, confront, hits back, breaks silence, break ranks, breaks ranks, speak out, speaks out, spoke out, call for, calls for, called for, final offer, last-ditch, paying, pay up, evidence, blow, setback, shock, fear, anger, angry, fury, furious, outrage, doubt, hope, optimistic, pessimistic, progress, closer, ready to, rejects, pressure, under fire, mediator, mediate, ceasefire, truce, hearing, trial, verdict, report into, cause of, sworn in, want, promise, invite, tell, ask, expect, speak of, speaks of, welcome, praise, mull, weigh, consider, prepare, meet, brief, set out, sets out, lay out, lays out, outline, push for, press for, seek, sought, hand over, handed over, give up, gives up, gave up, hold out, holds out, heads to, flies to, travels to, arrive, return to, back to, flee, fled, hold firm, stand firm, stands by, ordered to";

const source = `
talks, negotiation, negotiate, negotiator, bargain, meeting, summit, envoy, delegation, mediator, mediate, mediation, dialogue, agreement, deal, accord, treaty, pact, compromise, concession, deadlock, impasse, stalemate, breakthrough, counter-offer, ultimatum, standoff, draft text, walk out, walked out, negotiating table, return to the table, return to table, back to the table, signatory, ratify, ratification, contacts, proposal, proposals, propose, draft, drafts, three-way, trilateral, face-to-face, sit down, sat down, progress, shuttle diplomacy, peace plan
ceasefire, truce, armistice, peace, war, troops, withdrawal, front line, frontline, hostilities, prisoner swap, prisoner exchange, prisoners, buffer zone, peacekeepers, shelling, offensive, rebels, militia, monitors, security guarantee, demilitarised, demilitarized, disengagement
strike, walkout, union, unions, pay, wages, salary, picket, industrial action, lockout, overtime, shifts, rosters, workers, employees, staff, employer, drivers, pilots, crew, crews, nurses, doctors, teachers, dockers, miners, stoppage, work to rule, pay rise, pay cut, pay offer, collective agreement, working hours, rest times, conciliator, arbitration, minimum service, redundancies, layoffs
hostage, hostages, captive, captives, captors, captivity, kidnap, kidnapped, kidnappers, abduct, abducted, abductors, ransom, freed, release, released, handover, seized, missing, proof of life, detained, detainees, rescue, held by, families
outbreak, epidemic, pandemic, fever, virus, disease, infection, infected, contagion, quarantine, isolation, vaccine, vaccination, vaccinate, doses, jabs, cases, symptoms, patients, clinics, wards, lockdown, spread, spreads, contact tracing, curfew, deaths, died, fell ill, fall ill, falls ill, peak, wave
storm, flee, fled, cyclone, hurricane, typhoon, tornado, landfall, gusts, winds, surge, flood, floods, flooding, flooded, evacuate, evacuated, evacuation, shelters, power cuts, outage, blackout, without power, damage, destroyed, insurers, death toll, toll, missing, rescue, rescuers, relief, aid, repairs, levee, dyke, stranded, state of emergency, reconstruction, victims
earthquake, quake, aftershock, epicentre, epicenter, magnitude, rubble, collapsed, survivors, rescuers, trapped, tents, tsunami, death toll, toll, buried, relief, damage, victims, reconstruction
volcano, flee, fled, ash, gas, shelters, eruption, erupt, lava, ash cloud, crater, evacuate, evacuated, evacuation, exclusion zone, tremors
fire, wildfire, blaze, flames, firefighters, arson, burned, burnt, evacuate, evacuated, evacuation, contained, acres, hectares, smoke, containment, victims, damage
vote, election, ballot, ballots, recount, runoff, candidate, turnout, polls, polling stations, certification, certify, certified, votes, voters, electoral, observers, irregularities, fraud, annul, sworn in, inauguration, oath, concede, concedes, victory, defeat, lead, tally, count, counted, exit poll, campaign, oath of office
referendum, ballot, constitution, amendment, yes camp, no camp, turnout, voters, polls, plebiscite, quorum, campaign, vote
coalition, cabinet, government, ministries, minority government, coalition talks, exploratory talks, parties, party, prime minister, confidence vote, no-confidence, finance ministry, programme, snap election, caretaker, majority, resign, resignation, reshuffle, portfolio
trial, court, judge, judges, jury, jurors, verdict, hearing, testimony, testify, testifies, witness, appeal, prosecutor, prosecution, defence lawyer, defense lawyer, lawyers, charges, charged, indictment, indicted, plea, pleads, sentence, sentenced, guilty, acquitted, evidence, adjourned, cross-examination, retrial, bail, custody, convicted, conviction, acquittal, dock
extradition, extradite, warrant, asylum, custody, court, judge, arrest, fugitive, appeal, hearing, deport
merger, takeover, bid, bidder, offer, stake, shareholders, investors, regulator, antitrust, competition authority, acquire, acquisition, buyer, premium, hostile, board, remedies, divest, divestment, clearance, tender offer, suitor
creditors, debt, debts, lenders, bondholders, bankruptcy, insolvency, insolvent, restructuring, restructure, rescue, bailout, liquidity, cash, default, administration, administrators, liquidation, refinancing, haircut, court protection, chapter 11, judge, job cuts, wind down, grounded, solvency
tariffs, tariff, duties, customs, exports, imports, levy, trade war, retaliation, retaliatory, quotas, trade deal, anti-dumping, exemption, trade talks, export controls, export ban, embargo, subsidies
sanctions, embargo, blacklist, exemptions, waiver, price cap, frozen assets, asset freeze, export ban, restrictions, snapback
quota, quotas, catch, fishing, fishery, fisheries, stocks, skippers, trawlers, fleet, fish, landings, fishermen, overfishing, fishing rights, total allowable catch, boats, coastal states
dam, reservoir, filling, turbines, downstream, upstream, river, water, water share, flow, irrigation, drought, spillway, hydropower, water level
strait, canal, shipping, ships, vessels, tankers, freighter, navy, passage, lane, blockade, escort, convoy, tolls, transit, port, ports, sea lane, minesweepers
border, crossing, frontier, checkpoint, demarcation, enclave, territory, maps, line of control, incursion, border guards, fence, clashes
migrants, refugees, asylum, deportation, crossings, smugglers, camp, returns, relocation, resettlement
gas, pipeline, oil, energy, transit, supply, supplies, prices, output, barrels, cut off, refinery, contract, exports, crude, production cut, drilling
nuclear, uranium, enrichment, centrifuges, inspectors, inspections, reactor, sanctions relief, stockpile, warhead, safeguards
climate, emissions, fossil fuels, phase-out, adaptation, delegates, carbon, loss and damage, warming, pledges, plenary, draft text
restitution, repatriation, artefacts, artifacts, sculptures, statues, bronzes, museum, trustees, curators, heritage, looted, loan, ownership, temple, collection, return, returned, give back, panels, crates, culture minister, provenance, painting
crash, accident, derailment, collision, wreck, wreckage, black box, black boxes, flight recorder, investigators, investigation, inquiry, survivors, victims, pilots, signals, signal, airworthiness, safety board, maintenance, grounded, families, salvage, divers, cause, braking, brakes
spill, leak, contamination, pollution, clean-up, cleanup, toxic, slick, fumes, beaches, booms, compensation, water supply, poisoned
breach, hack, hackers, hacked, cyberattack, ransomware, ransom, stolen data, leaked, data, customers, passwords, outage, servers, restored, offline, systems
inquiry, commission, report, hearing, witnesses, testimony, testify, evidence, findings, cover-up, scandal, misconduct, whistleblower, resign, resignation, minutes
impeachment, impeach, articles of impeachment, lawmakers, senators, removal, trial, testimony, vote, censure, resign, resignation
coup, junta, putsch, generals, barracks, curfew, ousted, deposed, mutiny, transition, loyalists, soldiers, state television
protest, protests, protesters, demonstrators, demonstration, rally, rallies, march, marches, crackdown, riot, riots, arrests, arrested, tear gas, blockade, blockades, barricades, curfew, occupation, sit-in
budget, shutdown, spending bill, deficit, lawmakers, funding, taxes, austerity, finance minister, debt ceiling, stopgap, savings, cuts
bailout, loan, tranche, lenders, austerity, default, bonds, creditors, reforms, debt relief, restructuring
launch, rocket, spacecraft, capsule, astronauts, crew, orbit, docking, splashdown, lander, countdown, mission control, space station, probe, heat shield, landing
mine, miners, shaft, trapped, tunnel, rescuers, drill, gallery, collapse, collapsed, survivors, rescue, underground, families
famine, hunger, drought, food aid, convoy, airlift, malnutrition, rations, harvest, starvation, relief
succession, abdication, throne, heir, coronation, regent, monarch, crown, palace
secession, independence, autonomy, separatists, breakaway, recognition, unilateral declaration, statehood, self-rule
railway, rail link, airport, runway, bridge, motorway, permit, planning permission, objectors, residents, construction, cost overrun, contract, opening date, tunnel
copyright, patent, licence, license, royalties, infringement, lawsuit, settlement, sued, injunction, damages, plaintiff
writers, actors, studios, streaming, residuals, picket, strike, guild, contract, producers, scripts
`;

export type Kind = { readonly words: readonly string[]; readonly stems: ReadonlySet<string> };

const kindOf = (line: string): Kind => {
  const words = line.split(",").map((word) => word.trim());
  return { words, stems: new Set(words.map((word) => (word.includes(" ") ? word : stemOf(word)))) };
};

/** What happens in every dispute, trial and disaster alike comes first; a number of a kind is its place here. */
export const kinds: readonly Kind[] = [developments, ...source.split("\n")].flatMap((line) =>
  line === "" ? [] : [kindOf(line)],
);

export const developmentKind = 0;

/** One word in common says nothing yet: a loan may be of money or of paintings. */
const commonMin = 2;

/** The kinds of matter that these words, in small letters, are about. */
export function kindsOf(words: readonly string[]): readonly number[] {
  const stems = new Set(words.flatMap((word) => [word, ...word.split(/[\s-]+/).map(stemOf)]));
  return kinds.flatMap(({ stems: own }, at) =>
    at !== developmentKind && [...own].filter((stem) => stems.has(stem)).length >= commonMin ? [at] : [],
  );
}
