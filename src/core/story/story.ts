/**
 * A story is data: who takes part, what is at stake, where and when, and which articles are about it.
 * It comes from a YAML file (see config/stories/README.md); no name of any story stands in code.
 */
import type { Day } from "../article/article.ts";

export type ActorId = string;
export type PlaceId = string;
export type IssueId = string;
export type RoundId = string;
export type SideId = string;

export type ActorKind = "person" | "government" | "body" | "outlet" | "group";

export type Role = {
  /** As an article would write it: "Kremlin envoy". A role names its actor only while it is held. */
  readonly title: string;
  readonly from?: Day;
  readonly to?: Day;
};

export type Actor = {
  readonly id: ActorId;
  readonly name: string;
  readonly kind: ActorKind;
  /** Whom the actor speaks or acts for; actors of one side are one party to an event. */
  readonly side?: SideId;
  /** Other spellings, in any script. A trailing `*` also takes inflected endings. */
  readonly aliases: readonly string[];
  readonly roles: readonly Role[];
};

export type Place = {
  readonly id: PlaceId;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The larger place that this one folds into: a resort into its city, a city into its state. */
  readonly within?: PlaceId;
};

export type Issue = { readonly id: IssueId; readonly name: string; readonly words: readonly string[] };

export type Round = {
  readonly id: RoundId;
  readonly name: string;
  /** First and last day on which an article may belong to the round, both included. */
  readonly from: Day;
  readonly to: Day;
  readonly places: readonly PlaceId[];
  readonly sides: readonly SideId[];
  /** Only followed rounds are reported; others are known so that they are not mixed up with them. */
  readonly follow: boolean;
};

export type MatchGroup = {
  readonly id: string;
  readonly weight: number;
  readonly actors: readonly ActorId[];
  readonly places: readonly PlaceId[];
  readonly words: readonly string[];
  /** So many different sides of actors, places or words make the group present; 1 when missing. */
  readonly least?: number;
  /** Its actors count only when they are named, not when a title means them. */
  readonly named?: boolean;
  /** Its actors count only for themselves, not for what is theirs: "Fenwick's bakery". */
  readonly acting?: boolean;
  /** Counts only what stands in the title. */
  readonly titled?: boolean;
  /** Its actors count only when they are named in more than one word. */
  readonly full?: boolean;
  /** Its words are meant in every inflected form. */
  readonly inflects?: boolean;
  /** Kinds of matter, by number in the language's own list: their words belong to it as well, or some of them only. */
  readonly kinds?: readonly number[];
  readonly only?: "plain" | "telling";
};

export type Exclusion = {
  readonly words: readonly string[];
  /** Excludes only when these words make up at least this share of all matched words; 0 = always. */
  readonly share: number;
  /** Groups whose findings alone the share is counted against; all of them when empty. */
  readonly against: readonly string[];
  /** Groups, any of which lifts the exclusion when it is present. */
  readonly unless: readonly string[];
};

export type MatchRules = {
  readonly threshold: number;
  readonly groups: readonly MatchGroup[];
  /** At least one of these conjunctions of groups must be present. */
  readonly require: readonly (readonly string[])[];
  /** Further conjunctions, which must be present within one sentence. */
  readonly together?: readonly (readonly string[])[];
  /** Rules made from the rest of a story: a word inside a name is part of the name and no evidence of its own. */
  readonly derived?: boolean;
  readonly exclude: readonly Exclusion[];
  /** Rules made from the rest of the story, which take what its author's miss; missing when those are exact. */
  readonly besides?: MatchRules;
};

/** Two names that mean one thing in this story: "framework" is "plan". */
export type Synonym = { readonly word: string; readonly means: string };

/** Outlets of one owner are one origin: the agencies of one state, the papers of one group. */
export type Owner = { readonly id: string; readonly outlets: readonly string[] };

export type Story = {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** IANA zone in which "Friday" in an article is meant when the article does not say; default UTC. */
  readonly zone: string;
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly issues: readonly Issue[];
  /** What it is about, in a few words: the simple form of match rules. */
  readonly words: readonly string[];
  readonly rounds: readonly Round[];
  readonly synonyms: readonly Synonym[];
  readonly owners: readonly Owner[];
  readonly match: MatchRules;
};

/** The story that knows nothing: the engine runs with it, finds less, and breaks nowhere. */
export const emptyStory: Story = {
  id: "none",
  name: "No story",
  about: "",
  zone: "UTC",
  actors: [],
  places: [],
  issues: [],
  words: [],
  rounds: [],
  synonyms: [],
  owners: [],
  match: { threshold: 0, groups: [], require: [], exclude: [] },
};
