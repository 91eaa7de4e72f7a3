/**
 * Invented sentences of a long story in any number, from templates and seeded chance. They repeat names and words as
 * news does: a few people and towns stand in most of them, and each has some words that hardly another one has.
 */

type Chance = () => number;

const heads = "Bar Cor Dal Fen Gor Hal Jor Kel Lor Mar Nor Pol Ran Sel Tor Var Wen Yar Zel Bri".split(" ");
const tails = "adan enko ibert ovic umba askar elin iston orvath unde".split(" ");
const ends = "by ford gate ham holm mere stead thorpe wick worth".split(" ");
const firsts = "Ada Bruno Carla Dario Elsa Felix Greta Hugo Irma Jonas".split(" ");
const days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
export const towns: readonly string[] =
  "Aldermoor Brackwater Cindervale Dunhollow Eastmere Farrowgate Greystead Hollowmere Inverlock Kestrelby".split(" ");

/** Two hundred people. */
const surnames = heads.flatMap((head) => tails.map((tail) => head + tail));
/** Two thousand villages, streets and ships that hardly anybody writes about twice. */
const rare = heads.flatMap((head) => tails.flatMap((tail) => ends.map((end) => head + tail + end)));

const listed = (words: string): readonly string[] => words.split(/[|\n]\s*/);

const kinds =
  listed(`northern|coastal|wooden|secret|joint|temporary|costly|ancient|mobile|rural|electric|disputed|frozen
  abandoned|second|spare|smaller|overdue|underground|provincial|inland|armoured|wartime|unpaid|shared|missing|drafted|leaking`);

const things =
  listed(`harbour dues|fishing quotas|border crossings|rail links|gas pipelines|grain exports|prisoner lists
  water treaties|customs sheds|school lunches|ferry timetables|hospital beds|coal imports|runways|milk prices
  inspection reports|satellite images|deposits|land mines|exchange rates|steel tariffs|bridges|census forms|radio masts
  pension arrears|forest reserves|refugee camps|banknotes|court registries|fuel vouchers|salt mines|vaccine deliveries
  monuments|driving licences|wheat harvests|power cables|lighthouses|police uniforms|letters|mountain roads|tax exemptions
  shipyards|language laws|tractors|balloons|museum treasures|cattle transports|trenches|passports|oil terminals|barracks
  wells|orchards|theatres|kilns|clinics|dictionaries|warehouses|glaciers|statues|tunnels|libraries|quarries|vineyards`);

const deeds = listed(`inspected|defended|criticised|praised|mentioned|measured|signed for|paid for|opened|blocked|mapped
  took charge of|apologised for|boycotted|photographed|joked about|audited|compared|insured|repaired|guarded|taxed
  complained about|investigated|suspended|auctioned|flooded|counted|painted|renamed|leased|fenced off|exchanged|listed`);

const crews = listed(`Nurses|Pilots|Bakers|Lawyers|Sailors|Teachers|Miners|Brewers|Surveyors|Drivers|Clerks|Divers
  Gardeners|Printers|Mechanics|Shepherds|Plumbers|Weavers|Historians|Engineers|Students|Nuns|Veterans|Tenants`);

const times = listed("after|before|during|because of|in spite of|on the eve of|at the end of");
const occasions =
  listed(`a sleepless night|the farmers' march|heavy snow|an eclipse|a wedding|the regatta|a power cut|two concerts
  a chess tournament|the harvest|a funeral|a flood|an auction|the carnival|a heat wave|an earthquake|three debates|a parade
  an epidemic|the book fair|a strike of bakers|a bank holiday|a fire|the hunting season|a pilgrimage|a shortage of bread
  a rehearsal|a cycling race|an inquest|thick fog|a census|an opera|a swarm of locusts|the thaw|a lottery|a hailstorm`);

export const pick = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)]!;
export const whole = (from: number, to: number, chance: Chance): number =>
  from + Math.floor(chance() * (to - from + 1));
/** The first of a list far oftener than the last: the first tenth of the people come in a third of the sentences. */
const leaning = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() ** 2 * list.length)]!;

const named = (name: string): string => `${firsts[surnames.indexOf(name) % firsts.length]} ${name}`;
export const person = (chance: Chance): string => named(pick(surnames, chance));

const known = (c: Chance): string => named(leaning(surnames, c));
const thing = (c: Chance): string => `the ${pick(kinds, c)} ${pick(things, c)}`;
const when = (c: Chance): string => `${pick(times, c)} ${pick(occasions, c)}`;
const place = (c: Chance): string => (c() < 0.5 ? leaning(towns, c) : pick(rare, c));

/** One statement each; names, numbers, days and subjects come from chance. */
const templates: readonly ((chance: Chance) => string)[] = [
  (c) => `${known(c)} met ${known(c)} in ${place(c)} on ${pick(days, c)} for talks on ${thing(c)}.`,
  (c) => `${known(c)} ${pick(deeds, c)} ${thing(c)} near ${pick(rare, c)} ${when(c)}.`,
  (c) => `Officials in ${place(c)} ${pick(deeds, c)} ${thing(c)} on ${pick(days, c)}.`,
  (c) => `${known(c)} is expected to travel to ${place(c)} on ${pick(days, c)} ${when(c)}.`,
  (c) => `“We will not touch ${thing(c)} before ${pick(days, c)},” ${known(c)} said ${when(c)}.`,
  (c) => `The delegation of ${known(c)} left ${place(c)} ${when(c)} without an agreement on ${thing(c)}.`,
  (c) => `The ${pick(rare, c)} committee ${pick(deeds, c)} ${thing(c)}, ${known(c)} said.`,
  (c) => `${known(c)} has not ${pick(deeds, c)} ${thing(c)}, a newspaper in ${place(c)} reported.`,
  (c) => `${known(c)} may have ${pick(deeds, c)} ${thing(c)} ${when(c)}, according to diplomats in ${place(c)}.`,
  (c) => `A storm near ${pick(rare, c)} damaged ${thing(c)} that ${known(c)} had ${pick(deeds, c)}.`,
  (c) => `A ${whole(4, 60, c)}-point plan of ${known(c)} on ${thing(c)} was ${pick(deeds, c)} ${when(c)}.`,
  (c) => `${known(c)} ${pick(deeds, c)} ${whole(10, 2000, c)} ${pick(things, c)} near ${pick(rare, c)} ${when(c)}.`,
  (c) => `${known(c)} rejected a demand by ${known(c)} to cut ${thing(c)} by ${whole(2, 90, c)} per cent.`,
  (c) => `${pick(crews, c)} in ${pick(rare, c)} ${pick(deeds, c)} ${thing(c)} for ${whole(2, 90, c)} weeks ${when(c)}.`,
];

export const statement = (chance: Chance): string => pick(templates, chance)(chance);
