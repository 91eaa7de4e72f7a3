/**
 * People ask in everyday words and reports answer in others: "did he give up?", and he conceded. A line holds words that
 * ask for one another. Language only: no word stands here for the sake of one story. What is also another common word (a march, to pass) is left out.
 */
import { stemOf } from "../language/words.ts";

const source = `
concede surrender capitulate
break breach burst rupture collapse broken
postpone delay move defer reschedule adjourn
detain arrest custody jail
quit resign
dismiss sack fire oust
hurt injure wound
approve accept endorse ratify adopt clear
reject refuse dismiss decline block
chair lead head run direct
support endorse favour
ban prohibit outlaw bar
demand request seek
complain object protest
complaint request petition lawsuit
file submit lodge
sue petition
repair fix mend restore
restore return resume
reopen open resume restart
help aid assist relief
rescue save evacuate
flee evacuate displace
crash collide
cheat rig manipulate tamper falsify
fake forge falsify
probe investigate inquiry
blame accuse
promise pledge vow commit
hide conceal
leak disclose reveal
boss chief head director chair
cop police officer
kid child
doctor physician medic
crowd supporter protester demonstrator
rally protest demonstration
weather storm
plane aircraft flight
ship vessel boat
cash money fund
raise increase rise hike
cut reduce lower drop
shrink narrow fall
pay wage salary
deal agreement pact settlement
deal takeover merger acquisition
offer bid proposal
decide decision ruling verdict
delegate delegation envoy negotiator
change amend amendment modify revise
draft plan proposal text
comment respond react remark
answer reply respond
confirm verify corroborate
deny reject dismiss
start begin launch
stop halt end cease suspend
expire end lift lapse
toll dead
blackout outage power
`;

const lines = source
  .trim()
  .split("\n")
  .map((line) => line.split(" ").map(stemOf));

const known: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...new Set(lines.flat())].map((stem) => [stem, new Set(lines.filter((line) => line.includes(stem)).flat())]),
);

/** Stems of the words that reports may use for it, its own among them. */
export const reportedAs = (stem: string): ReadonlySet<string> => known.get(stem) ?? new Set([stem]);

/** What is said in several words and reported in one. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:give|gave|given|giving) (?:up|in)(?=\s*(?:[?.!,]|$))|\b(?:admit|accept)(?:s|ted|ed|ting|ing)? defeat\b|\bthrow in the towel\b/gi,
    "concede",
  ],
  [/\b(?:step|stand)(?:s|ped|ing)? down\b|\b(?:stepped|stood) down\b/gi, "resign"],
  [/\b(?:hit|reach|come|came)(?:es|ed)? (?:land|ashore|the coast)\b/gi, "make landfall"],
  [/\b(?:lock|round)(?:ed|ing|s)? up\b/gi, "detain"],
  [/\b(?:go|went|gone|going) to court\b/gi, "ask the court"],
  [/\bin charge of\b/gi, "leading"],
  [/\b(?:say|said) (?:yes|ok)(?: to\b|(?=\s*(?:[?.!,]|$)))|\bsign(?:ed)? off on\b/gi, "approve"],
  [/\b(?:say|said) no(?: to\b|(?=\s*(?:[?.!,]|$)))/gi, "reject"],
  [/\bblow(?:s|n)? up\b|\bblew up\b/gi, "explode"],
  [/\bturn(?:ed|s)? up\b|\bshow(?:ed|s|n)? up\b/gi, "attend"],
  [/\bhold(?:s|ing)? up\b/gi, "delay"],
  [/\blook(?:s|ed|ing)? into\b/gi, "investigate"],
  [/\b(?:say|says|said|saying) sorry\b/gi, "apologise"],
  [/\b(?:make|makes|made|making) up (?:their|its|his|her|your) minds?\b/gi, "decide"],
  [/\b(?:go|goes|went|going|come|comes|came|coming) down\b/gi, "fall"],
  [/\b(?:go|goes|went|going) up\b/gi, "rise"],
  [/\b(?:sit|sits|sat|sitting) (?:down )?together\b|\b(?:sit|sat) down with\b/gi, "meet"],
  [/\bsign[ -]off\b/gi, "approval"],
  [/\bat the (?:negotiating )?table\b/gi, "attending"],
  [/\b(?:call|calls|called|calling) for\b/gi, "demand"],
  [/\b(?:ask|asks|asked|asking) for\b/gi, "request"],
  [/\b(?:put|puts|putting) forward\b|\b(?:come|comes|came) up with\b/gi, "propose"],
  [/\bturn(?:s|ed|ing)? down\b|\bthr(?:ow|own|ew|ows) out\b/gi, "reject"],
  [/\b(?:pull|pulls|pulled|pulling|back|backs|backed|backing) out\b/gi, "withdraw"],
  [/\b(?:wrap|wraps|wrapped|wrapping) up\b/gi, "end"],
  [/\bkick(?:s|ed|ing)? off\b/gi, "begin"],
  [/\b(?:break|breaks|broke|broken) off\b/gi, "suspend"],
  [/\b(?:lay|lays|laid|laying) off\b/gi, "dismiss"],
  [/\b(?:hand|hands|handed|handing) over\b/gi, "deliver"],
  [/\b(?:sort|sorts|sorted|sorting) out\b/gi, "settle"],
  [/\b(?:take|takes|took|taken|taking) over(?: from)?\b|\b(?:fill|fills|filled) in for\b/gi, "replace"],
  [/\b(?:take|takes|took|taking) the stand\b/gi, "testify"],
  [/\bsworn in\b/gi, "inaugurated"],
  [/\b(?:speak|speaks|spoke|stand|stands|stood|standing) (?:in )?for\b/gi, "represent"],
  [/\b(?:stand|stands|stood) by\b/gi, "support"],
  [/\bget(?:s|ting)? rid of\b/gi, "remove"],
  [/\b(?:wipe|wipes|wiped) out\b/gi, "destroy"],
];

export const inOneWord = (text: string): string =>
  phrases.reduce((plain, [pattern, word]) => plain.replace(pattern, word), text);
