/**
 * Invented sentences of a long story in any number, from templates and seeded chance. They repeat names and words as
 * news does: few people and matters fill most of them, and nearly each names something that hardly another one does.
 */

type Chance = () => number;

const heads = "Bar Cor Dal Fen Gor Hal Jor Kel Lor Mar Nor Pol Ran Sel Tor Var Wen Yar Zel Bri".split(" ");
const tails = "adan enko ibert ovic umba askar elin iston orvath unde".split(" ");
const ends = "by ford gate ham holm mere stead thorpe wick worth".split(" ");
const firsts = "Ada Bruno Carla Dario Elsa Felix Greta Hugo Irma Jonas".split(" ");
export const towns: readonly string[] =
  "Aldermoor Brackwater Cindervale Dunhollow Eastmere Farrowgate Greystead Hollowmere Inverlock Kestrelby".split(" ");

export const pick = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)]!;
export const whole = (from: number, to: number, chance: Chance): number =>
  from + Math.floor(chance() * (to - from + 1));
/** The first of a list far oftener than the last: with 200 people the first 20 come in a third of the sentences. */
const leaning = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() ** 2 * list.length)]!;

/** Two hundred people. */
const surnames = heads.flatMap((head) => tails.map((tail) => head + tail));
/** Two thousand villages, streets and ships that hardly anybody writes about twice. */
const rare = heads.flatMap((head) => tails.flatMap((tail) => ends.map((end) => head + tail + end)));

export const person = (chance: Chance): string => named(pick(surnames, chance));
const known = (chance: Chance): string => named(leaning(surnames, chance));
const named = (name: string): string => `${firsts[surnames.indexOf(name) % firsts.length]} ${name}`;

const listed = (lines: string): readonly string[] => lines.split(/[|\n]\s*/);

const things =
  listed(`harbour dues|fishing quotas|the border crossing|the rail link|the gas pipeline|grain exports|prisoner lists
  the water treaty|the customs union|the demilitarised zone|school funding|the ferry timetable|hospital beds|coal imports
  the airport runway|milk prices|the nuclear inspectors|satellite images|the frozen deposits|land mines|the exchange rate
  steel tariffs|the bridge repairs|the census|election monitors|the radio frequencies|pension arrears|the forest reserve
  the refugee camp|the new currency|the court registry|fuel vouchers|the salt mines|vaccine deliveries|the peace monument
  driving licences|the wheat harvest|the power cables|the island lighthouse|police uniforms|the archive of letters
  the mountain road|tax exemptions|the shipyard|the language law|compensation for farmers|the observation balloons
  the museum treasures|cattle transports|the ceasefire line|passport rules|the oil terminal|military exercises`);

const deeds = listed(`inspected|defended|criticised|praised|postponed a decision on|asked for a report about
  signed a memorandum on|promised money for|opened an office for|blocked a vote on|published a map of|took charge of
  apologised for the delay of|threatened a boycott of|presented new evidence about|dismissed rumours about
  ordered an audit of|compared notes on|cancelled a contract for|hired engineers for|sent troops to guard
  raised the fees for|withdrew a complaint about|appointed a judge to look into|suspended`);

const settings = listed(`after a night without sleep|in spite of protests by farmers|because of ice on the river
  while snow kept the roads shut|over the objections of the opposition|with the help of retired generals|behind closed doors
  in front of cheering students|before a storm reached the coast|at the request of the mediators|for the third time this year
  to the surprise of investors|with only an hour of notice|under the eyes of foreign observers|against the advice of lawyers
  on the anniversary of the uprising|as bread grew scarce|without a word about the budget|during a concert|by telephone`);

const counted = listed(`lorries|tractors|soldiers|empty houses|fishing boats|tents|protesters|railway wagons|burnt cars
  sealed crates|voters|drones|sandbags|cattle|passports|ambulances|broken windows|flags|musicians|barges`);

const days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** One statement each; names, numbers, days and subjects come from chance. */
const templates: readonly ((chance: Chance) => string)[] = [
  (c) => `${known(c)} met ${known(c)} in ${leaning(towns, c)} on ${pick(days, c)} for talks on ${pick(things, c)}.`,
  (c) => `${known(c)} ${pick(deeds, c)} ${pick(things, c)} near ${pick(rare, c)} ${pick(settings, c)}.`,
  (c) => `Officials in ${leaning(towns, c)} ${pick(deeds, c)} ${pick(things, c)} on ${pick(days, c)}.`,
  (c) => `${known(c)} said that ${whole(3, 900, c)} people had left ${pick(rare, c)} ${pick(settings, c)}.`,
  (c) =>
    `A spokesman for ${known(c)} told reporters that a ${whole(4, 60, c)}-point plan on ${pick(things, c)} was ready.`,
  (c) =>
    `${known(c)} offered ${whole(2, 980, c)} million euros for ${pick(things, c)}, according to ${pick(rare, c)} Radio.`,
  (c) => `${known(c)} is expected to travel to ${leaning(towns, c)} on ${pick(days, c)} ${pick(settings, c)}.`,
  (c) => `“We will not sign anything about ${pick(things, c)} before ${pick(days, c)},” ${known(c)} said.`,
  (c) => `${known(c)} rejected a demand by ${known(c)} to cut ${pick(things, c)} by ${whole(2, 90, c)} per cent.`,
  (c) => `Observers near ${pick(rare, c)} counted ${whole(10, 2000, c)} ${pick(counted, c)} ${pick(settings, c)}.`,
  (c) => `The delegation of ${known(c)} left ${leaning(towns, c)} without an agreement on ${pick(things, c)}.`,
  (c) => `${known(c)} could ask ${known(c)} to extend the deadline on ${pick(things, c)} by ${whole(2, 30, c)} days.`,
  (c) => `The ${pick(rare, c)} committee ${pick(deeds, c)} ${pick(things, c)}, ${known(c)} said ${pick(settings, c)}.`,
  (c) => `The ferry ${pick(rare, c)} carried ${whole(10, 400, c)} tonnes of aid to ${leaning(towns, c)}.`,
];

export const statement = (chance: Chance): string => pick(templates, chance)(chance);
