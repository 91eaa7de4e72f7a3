/** Articles about the invented grain talks (tests/stories/grain-corridor.yaml), with verbs to write more of them. */
import { readFileSync } from "node:fs";
import type { Article } from "../../../src/core/article/article.ts";
import { lexiconOf } from "../../../src/core/story/lexicon.ts";
import { readStory } from "../../../src/core/story/read.ts";
import type { Story } from "../../../src/core/story/story.ts";

export const storyFile = "tests/stories/grain-corridor.yaml";

export const grain: Story = readStory(readFileSync(storyFile, "utf8"), storyFile).story!;
export const reader = { story: grain, lexicon: lexiconOf([grain]) };

/** `at("12T09:00")` is nine o'clock UTC on 12 March 2031. */
export const at = (time: string): number => Date.parse(`2031-03-${time}:00Z`);

export function article(id: string, time: string, outlet: string, text: string, revised?: string): Article {
  return {
    id,
    url: `https://${outlet}.example/${id}`,
    outlet: `${outlet}.example`,
    title: `Grain corridor talks in Port Saldane: ${id}`,
    published: at(time),
    ...(revised === undefined ? {} : { updated: at(revised) }),
    lang: "en",
    text,
  };
}

/** One article as `parley replay` takes it: a line of JSON. */
export function line(one: Article): string {
  const iso = (instant: number) => new Date(instant).toISOString();
  return JSON.stringify({
    ...one,
    published: iso(one.published),
    ...(one.updated === undefined ? {} : { updated: iso(one.updated) }),
  });
}

const planned = `Velmora and the Ostrian League will meet in Port Saldane on Thursday for talks on the grain corridor.
Radomir Kavrin, the League's envoy, said the League would open the corridor for 30 days.`;

/** Five days of the round. */
export const archive: readonly Article[] = [
  article("plan", "11T08:00", "harbour-gazette", planned),
  article(
    "plan-too",
    "11T11:00",
    "saldane-post",
    `Karsund's mediator Signe Hallgrund said that the talks on the grain corridor will begin in Port Saldane on Thursday.
Insurers expect a decision on premiums in April.`,
  ),
  article("plan-copy", "11T12:00", "northern-mail", planned),
  article(
    "blast",
    "12T06:00",
    "harbour-gazette",
    `A mine killed four sailors on a grain ship off Port Saldane on Tuesday night, Velmoran officials said.
Ilsabet Maretta, Velmora's trade minister, demanded that the League clear the corridor of mines.`,
  ),
  article(
    "blast-later",
    "12T16:00",
    "saldane-post",
    `The death toll from the mine that struck a grain ship off Port Saldane rose to seven sailors, Velmoran officials said.`,
  ),
  article(
    "met",
    "13T15:00",
    "harbour-gazette",
    `Velmora and the Ostrian League met in Port Saldane on Thursday for talks on the grain corridor, mediator Signe Hallgrund said.
Petra Zelniku, the League's spokeswoman, said the League would not lower the toll on grain ships.`,
  ),
  article(
    "fee",
    "13T18:00",
    "coast-herald",
    `The draft agreement on the grain corridor sets a toll of 12 crowns a tonne, according to a document seen by the Coast Herald.
Ilsabet Maretta and Radomir Kavrin will meet again in Port Saldane on Friday.`,
  ),
  article(
    "fee-again",
    "14T07:00",
    "east-quay-times",
    `The draft agreement on the grain corridor sets a toll of 20 crowns a tonne, two diplomats at the talks in Port Saldane said.`,
  ),
  article(
    "friday",
    "14T17:00",
    "saldane-post",
    `The meeting of Ilsabet Maretta and Radomir Kavrin in Port Saldane was cancelled on Friday, the League's spokeswoman Petra Zelniku said.`,
  ),
  article(
    "elsewhere",
    "14T18:00",
    "saldane-post",
    `The rowing regatta drew 20,000 visitors, and a carnival and an opera closed the evening, organisers said.`,
  ),
];

/** The article that was revised, as it stands before and after. */
export const inspectors: readonly [Article, Article] = [
  article(
    "inspectors",
    "12T10:00",
    "coast-herald",
    `Karsund will send 14 inspectors to Port Saldane to check the cargo of grain ships, mediator Signe Hallgrund said.
Velmora has paid 3 million crowns for the escort of grain ships through the corridor.`,
  ),
  article(
    "inspectors",
    "12T10:00",
    "coast-herald",
    `Velmora has paid 3 million crowns for the escort of grain ships through the corridor.`,
    "14T10:00",
  ),
];

/** An article that only tells again what others told. */
export const retold: Article = article("retold", "15T10:00", "northern-mail", planned);
