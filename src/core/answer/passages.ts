/**
 * From a fact to the passages that were told under it. The ledger joins claims that belong together, but a question may
 * ask for any one of them: each that says something of its own is a passage of its own, with only those sources that
 * say it too.
 */
import type { Claim, Quantity } from "../claim/claim.ts";
import { modalityOf } from "../claim/firmness.ts";
import { isNegated } from "../claim/polarity.ts";
import type { Evidence } from "../digest/digest.ts";
import { termsOf } from "../language/words.ts";
import type { FactState, Version } from "../ledger/state.ts";
import { voicesOf } from "../ledger/voices.ts";
import { tokens } from "../text/tokens.ts";
import { type Known, type Passage, read, type Standing, saidTerms, share } from "./passage.ts";
import type { Told } from "./told.ts";

/** Everything that was told under a fact, each thing once; where no claims are at hand, every value it had. */
export function passagesOf(fact: FactState, told: readonly Told[], known: Known): readonly Passage[] {
  const versions: readonly (readonly [Standing, Version])[] = [
    ["now", fact.now],
    ...fact.against.map((version) => ["against", version] as const),
    ...fact.before.toReversed().map((version) => ["before", version] as const),
  ];
  if (told.length === 0)
    return versions.flatMap(([standing, version]) => {
      const own = wordedOf({ fact, version, standing }, known);
      return [own, ...quotesOf({ fact, version, standing }, own, known)];
    });
  const passages: Passage[] = [];
  for (const one of told) {
    const alike = passages.findIndex((passage) => says(passage, one));
    if (alike >= 0) passages[alike] = withSource(passages[alike]!, one);
    else passages.push(claimOf(fact, one, versions, known));
  }
  return passages;
}

/** What joins no fact is a fact of its own here: known, never told by itself. */
export function asideOf(one: Told, known: Known): Passage {
  const { claim, seen } = one;
  const version: Version = {
    at: seen,
    text: claim.text,
    borrowed: claim.borrowed,
    modality: claim.modality,
    quantities: claim.quantities,
    sourceKind: claim.attribution?.kind ?? "outlet",
    voices: voicesOf([claim]),
    evidence: [evidenceOf(claim)],
    independentOrigins: 1,
  };
  const fact: FactState = {
    ref: `${claim.articleId} ${claim.span.start}`,
    kind: "text",
    now: version,
    before: [],
    against: [],
    withdrawn: false,
    actors: [],
    names: [],
    places: [],
    issue: null,
    speaker: null,
    predicates: claim.predicates,
    stems: [],
    first: seen,
    changed: seen,
    last: seen,
    salience: 0,
    tellable: false,
  };
  return claimOf(fact, one, [["now", version]], known);
}

type Held = { readonly fact: FactState; readonly version: Version; readonly standing: Standing };

/** A value in its own wording; of its sources only those that say it too. */
function wordedOf(held: Held, known: Known): Passage {
  const { version, fact, standing } = held;
  const terms = termSet(version.text);
  const [first, ...others] = version.evidence;
  const evidence = first
    ? [first, ...others.filter((one) => one.lang === "en" && covers(termSet(one.quote), terms))]
    : [];
  const { text, at, modality } = version;
  return read({ ...held, text, at, evidence, modality, withdrawn: fact.withdrawn && standing === "now" }, null, known);
}

/** Where no claims are at hand: quotes of other sources that say something else than the wording does. */
function quotesOf(held: Held, own: Passage, known: Known): readonly Passage[] {
  const others = held.version.evidence.filter((one) => one.lang === "en" && !own.evidence.includes(one));
  return others.map((one) => {
    const text = one.quote.replace(/\s+/g, " ").trim();
    return read(
      { ...held, text, at: held.version.at, evidence: [one], modality: modalityOf(text), withdrawn: own.withdrawn },
      null,
      known,
    );
  });
}

function claimOf(
  fact: FactState,
  one: Told,
  versions: readonly (readonly [Standing, Version])[],
  known: Known,
): Passage {
  const { claim, seen, withdrawn } = one;
  const [standing, version] = versions.find(([, { at }]) => at === one.valueAt) ?? versions[0]!;
  const bare = { fact, version, standing, text: claim.text, at: seen, evidence: [evidenceOf(claim)], withdrawn };
  return read({ ...bare, modality: claim.modality }, one, known);
}

function evidenceOf(claim: Claim): Evidence {
  const { articleId, url, outlet, origin, published, quote, span, lang } = claim;
  return { articleId, url, outlet, origin, published, quote, start: span.start, end: span.end, lang };
}

/** Two sentences say the same when each covers this much of the other's words. */
const sameSaidMin = 0.8;

function says(passage: Passage, { claim, withdrawn }: Told): boolean {
  if (claim.lang !== "en" || withdrawn !== passage.withdrawn) return false;
  if (claim.text === passage.text) return true;
  const terms = saidTerms(claim);
  return (
    claim.modality === passage.modality &&
    share(terms, passage.terms) >= sameSaidMin &&
    share(passage.terms, terms) >= sameSaidMin &&
    sameNumbers(claim.quantities, passage.quantities) &&
    isNegated(claim.text) === passage.negated
  );
}

const sameNumbers = (a: readonly Quantity[], b: readonly Quantity[]) =>
  a.length === b.length && a.every((one) => b.some((other) => other.value === one.value));

const withSource = (passage: Passage, { claim }: Told): Passage =>
  passage.evidence.some((one) => one.articleId === claim.articleId)
    ? passage
    : { ...passage, evidence: [...passage.evidence, evidenceOf(claim)] };

const termSet = (text: string): ReadonlySet<string> => new Set(termsOf(tokens(text)).map(({ term }) => term));

/** A quote supports a wording when it holds at least half of its words. */
const covers = (quote: ReadonlySet<string>, wording: ReadonlySet<string>) => share(wording, quote) >= supportMin;
const supportMin = 0.5;
