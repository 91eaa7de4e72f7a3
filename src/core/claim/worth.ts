/**
 * How much a claim deserves a line: events, numbers, speakers and demands raise it; rhetoric, background and sentences
 * that hang on another one lower it. Tuned on labelled claims; compare the values, do not interpret them.
 */
import { background, occasion, pointing, reporting, rhetoric, silence } from "../language/cues.ts";
import { predicateOf } from "../language/grammar/main.ts";
import { phases, rungHeight } from "../language/verbs.ts";
import type { Claim } from "./claim.ts";

/** Below this a claim is kept in the ledger and answered from, but makes no line. */
export const worthMin = 1;

const decisive = new Set(
  "propose demand refuse guarantee agree cede annex deny sign release withdraw resign verdict certify fund loan suspend block sanction warn brief charge".split(
    " ",
  ),
);

/**
 * `listed` says that the story names its actors: then people it does not name are bystanders, and what only they do
 * or say is colour.
 */
export function worthOf(whole: Omit<Claim, "worth">, sentence: string, listed: boolean): number {
  const claim = listed ? withoutBystanders(whole) : whole;
  if (/\?["”’)]*$/.test(sentence.trim())) return 0;
  const worth = substance(claim, sentence) - weakness(claim, sentence, whole);
  return Math.max(0, Math.round(worth * 100) / 100);
}

function withoutBystanders(claim: Omit<Claim, "worth">): Omit<Claim, "worth"> {
  const participants = claim.participants.filter((one) => one.kind !== "name");
  const { event, attribution, ...rest } = claim;
  return {
    ...rest,
    participants,
    ...(event && (participants.length > 0 || claim.issues.length > 0 || attribution?.listed) ? { event } : {}),
    ...(attribution?.listed ? { attribution } : {}),
  };
}

const when = (condition: boolean, weight: number) => (condition ? weight : 0);

const settledModes = new Set(["done", "planned", "may", "denied", "cancelled"]);

/** Somebody or somewhere: without either nobody can tell what a deed has to do with the story. */
const isPlaced = (claim: Omit<Claim, "worth">) =>
  claim.participants.length > 0 ||
  claim.places.length > 0 ||
  claim.issues.length > 0 ||
  (claim.attribution?.kind === "person" && claim.attribution.listed);

/** Who sits at the table is news before anything is said there. */
const composing =
  /\b(?:includ(?:e[sd]?|ing)|led by|consist(?:s|ed)? of|compris(?:e[sd]?|ing)|head(?:s|ed)? (?:by|the)|accompanied by|represent(?:s|ed)?)\b/i;

function substance(claim: Omit<Claim, "worth">, sentence: string): number {
  const { attribution, predicates } = claim;
  return (
    when(claim.event !== undefined, 0.7) +
    when(attribution !== undefined, attribution?.kind === "person" ? 0.8 : 0.5) +
    when(claim.quantities.length > 0, 0.6) +
    when(claim.negated && attribution?.kind === "person", 0.2) +
    when(decides(claim), 0.5) +
    when(composing.test(sentence) && claim.participants.some((one) => one.kind === "person"), 0.5) +
    when(
      predicates.some((predicate) => phases.has(predicate)),
      0.2,
    ) +
    when(claim.when !== undefined, 0.2) +
    when(/[“"]/.test(sentence), 0.2) +
    when((settledModes.has(claim.modality) || isCounted(claim)) && isPlaced(claim), 0.4) +
    when(claim.places.length > 0, 0.2) +
    0.2 * Math.min(3, claim.participants.length)
  );
}

/** A count as it stands: "six people are missing". */
const isCounted = ({ modality, quantities }: Omit<Claim, "worth">) => modality === "ongoing" && quantities.length > 0;

const decides = (claim: Omit<Claim, "worth">) => claim.terms.some(([term]) => decisive.has(term));

function weakness(claim: Omit<Claim, "worth">, sentence: string, whole: Omit<Claim, "worth">): number {
  const pointsBack =
    /^(?:Th(?:is|ese|ose|at)|Their|His|Her|Its|Such|It(?! (?:is|was|would|will)))\s/.test(sentence) &&
    !claim.attribution;
  const others = (claim.attribution?.kind === "officials" ? whole : claim).participants.filter(
    (one) => one.id !== claim.attribution?.actor,
  );
  const bare =
    others.length === 0 && claim.quantities.length === 0 && claim.places.length === 0 && claim.issues.length === 0;
  return (
    when(rhetoric.test(sentence) && !isMeasured(claim), isSolid(claim) ? 0.9 : 1.8) +
    when(background.test(sentence), 0.6) +
    when(isOld(claim), 0.5) +
    when(pointsBack, 0.5) +
    when(backward.test(claim.text), 0.3) +
    when(bare, claim.event || decides(claim) ? 0.3 : 0.6) +
    when(isShortQuote(claim), 0.6) +
    besideTheMatter(claim)
  );
}

/** What says that nothing was said, or when somebody spoke, or what had been before, tells nothing that is new. */
function besideTheMatter(claim: Omit<Claim, "worth">): number {
  const speakers = claim.participants.filter((one) => one.role === "subject");
  return (
    when(silence.test(claim.quote), 1.5) +
    when(occasion.test(claim.quote) && speakers.length < 2, 2) +
    when(pointing.test(claim.text), 0.8) +
    when(lookedBack(claim), /\bhad (?:earlier|previously)\b/.test(claim.text) ? 1.5 : 1)
  );
}

/** "The envoy had warned that …": told as what came before. What somebody says had happened is news. */
function lookedBack({ text, attribution }: Omit<Claim, "worth">): boolean {
  if (!/\bhad\b|['’]d\b/.test(text) || /^["“]/.test(text)) return false;
  const link = predicateOf(text).chain?.links[0];
  return link?.past === true && link.perfect && (!attribution?.reported || sayingBefore.test(text));
}

const sayingBefore = new RegExp(`\\bhad (?:also |already |only |just |earlier |previously )*(?:${reporting})\\b`);

/** A number with its unit, other than a length of time: "a 28-point plan", "90 per cent", "€40m". */
const isMeasured = ({ quantities }: Omit<Claim, "worth">) =>
  quantities.some(
    ({ unit, heads }) => unit !== "" && heads.length > 0 && !/^(?:hour|minut|day|week|month|year)/.test(unit),
  );

/** "The same two", "such a meeting", "this person": with nobody named it points at a sentence before. */
const backward =
  /\bthe same (?!time\b|day\b|way\b|hour\b|year\b)(?![^,;]*\bas\b)|\bsuch an?\b|\b(?:this|that) (?:person|man|woman|official|diplomat|source|idea|proposal|plan|offer|decision|step|move)\b/i;

/** Ornament around a number, a speaker or something that took place does not make it less of a fact. */
function isSolid(claim: Omit<Claim, "worth">): boolean {
  const took = claim.event !== undefined && rungHeight(claim.event.rung) >= rungHeight("travelling");
  return claim.quantities.length > 0 || claim.attribution !== undefined || (took && claim.participants.length >= 2);
}

/** "They had two days," said alone, is no news: a reader cannot tell what it is about. */
const isShortQuote = (claim: Omit<Claim, "worth">) =>
  /^["“]/.test(claim.quote) && claim.terms.length < 5 && claim.quantities.length === 0;

const oldDays = 45;

function isOld(claim: Omit<Claim, "worth">): boolean {
  return claim.when !== undefined && claim.published - Date.parse(claim.when.to) > oldDays * 86_400_000;
}
