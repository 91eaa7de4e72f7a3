/**
 * What two claims have in common besides their words as such: who acts, what is done, which words of weight stand in
 * both, and which of them are rare among the other facts that the claim could belong to.
 */
import type { Claim, Participant } from "../claim/claim.ts";
import { speechActs } from "../language/cues.ts";
import { happenings, phases, sameFamily } from "../language/verbs.ts";
import { partiesFit } from "./compare.ts";
import type { Features } from "./features.ts";
import type { Surroundings } from "./surroundings.ts";
import { foundOnce, traitsOf } from "./traits.ts";

export const kinshipOf = (before: Claim, after: Claim, around: Surroundings): readonly Features[] => [
  actorKinship(before, after),
  verbKinship(before, after),
  eventKinship(before, after),
  wordKinship(before, after, around),
];

const flag = (holds: boolean) => (holds ? 1 : 0);

/** Who acts and who is acted upon; who merely says it is none of them. */
const castOf = foundOnce((claim) => {
  const speaker = claim.attribution?.reported ? claim.attribution.actor : undefined;
  const of = (role: Participant["role"]) => claim.participants.filter((one) => one.role === role && one.id !== speaker);
  return { doers: of("subject"), others: of("object") };
});

const meet = (one: readonly Participant[], two: readonly Participant[], by: "id" | "party") =>
  one.some((a) => two.some((b) => a[by] === b[by]));

function actorKinship(before: Claim, after: Claim): Features {
  const { doers: doer, others: other } = castOf(before);
  const { doers: laterDoer, others: laterOther } = castOf(after);
  return {
    "one subject": flag(meet(doer, laterDoer, "id")),
    "subjects of one party": flag(meet(doer, laterDoer, "party")),
    "both have a subject": flag(doer.length > 0 && laterDoer.length > 0),
    "one object": flag(meet(other, laterOther, "id")),
    "both have an object": flag(other.length > 0 && laterOther.length > 0),
    "subject turned object": flag(meet(doer, laterOther, "id") || meet(other, laterDoer, "id")),
    "people shared": sharedPeople(before, after),
    "one listed speaker": flag(
      before.attribution?.actor !== undefined && before.attribution.actor === after.attribution?.actor,
    ),
  };
}

/** Named people and bodies that both speak of. */
export const sharedPeople = (before: Claim, after: Claim) =>
  after.participants.filter(
    (one) => one.named && one.kind !== "government" && before.participants.some((two) => two.id === one.id),
  ).length;

function verbKinship(before: Claim, after: Claim): Features {
  const [one, two] = [before.predicates, after.predicates];
  const share = (some: readonly string[], all: readonly string[]) =>
    some.length === 0 ? 0 : some.filter((verb) => all.includes(verb)).length / some.length;
  return {
    "one main verb": flag(one.length > 0 && one[0] === two[0]),
    "one last verb": flag(one.length > 0 && one.at(-1) === two.at(-1)),
    "verbs told": share(two, one),
    "verbs kept": share(one, two),
  };
}

function eventKinship({ event: one }: Claim, { event: two }: Claim): Features {
  const both = one !== undefined && two !== undefined;
  return {
    "one set of parties": flag(both && sameSet(one.parties, two.parties)),
    "parties that fit": flag(both && partiesFit(one.parties, two.parties)),
    "one kind of event": flag(both && sameFamily(one.family, two.family)),
    "one event only": flag((one === undefined) !== (two === undefined)),
    "no event": flag(one === undefined && two === undefined),
    "event in passing": flag((one?.aside ?? false) || (two?.aside ?? false)),
  };
}

const sameSet = (one: readonly string[], two: readonly string[]) =>
  one.length === two.length && one.every((party) => two.includes(party));

function wordKinship(before: Claim, after: Claim, { rarity }: Surroundings): Features {
  const [own, other] = [traitsOf(before).told, traitsOf(after).told];
  let [count, matter, weight, heaviest] = [0, 0, 0, 0];
  for (const pair of after.terms) {
    const [term, heft] = [pair[0], pair[1]];
    if (!own.has(term)) continue;
    count++;
    weight += heft;
    heaviest = Math.max(heaviest, heft);
    if (!isFrame(term)) matter++;
  }
  const [told, kept] = [rareShare(after, own, rarity), rareShare(before, other, rarity)];
  return {
    "terms shared": count,
    "terms of the matter shared": matter,
    "weight shared": weight,
    "heaviest term shared": heaviest,
    "rare share told": told,
    "rare share kept": kept,
    "lesser rare share": Math.min(told, kept),
    "greater rare share": Math.max(told, kept),
    "terms, earlier": before.terms.length,
    "terms, later": after.terms.length,
  };
}

/** Words that only say what kind of thing happens, or that somebody says it. */
const isFrame = (term: string) => happenings.has(term) || phases.has(term) || speechActs.has(term) || term === "say";

/** Share of a claim's terms that the other holds, where a term counts the more the fewer facts around hold it. */
function rareShare(claim: Claim, told: ReadonlyMap<string, number>, rarity: Surroundings["rarity"]): number {
  let [all, held] = [0, 0];
  for (const pair of claim.terms) {
    const rare = pair[1] * rarity(pair[0]);
    all += rare;
    if (told.has(pair[0])) held += rare;
  }
  return all === 0 ? 0 : held / all;
}
