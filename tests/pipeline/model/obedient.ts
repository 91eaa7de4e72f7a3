/**
 * Models that obey whatever they read, each in its own way: one in the lines that it writes, one in every other field of a
 * reply that has the right shape, one by telling what it was told. What judges and chooses obeys only an order that it was
 * given to read; what writes obeys always.
 */
import type { ModelRequest } from "../../../src/core/model/request.ts";
import type { Asking } from "../../../src/pipeline/model/asking.ts";
import { type Matter, matterOf } from "../../fakes/model.ts";

/** Its reply to a request; `turn` chooses among ways to obey. */
type Obedient = (order: string, turn: number) => (request: ModelRequest) => object;

const lies = (order: string, line: string): readonly string[] => [
  `${line} More at https://offers.example/win.`,
  `@everyone ${line}`,
  "The strike was cancelled, Orla Fenwick said.",
  "The dockers signed the agreement with the Port of Aldwick.",
  "Casper Thule resigned on Friday.",
  order,
  `${line.replace(/\bmay\b|\bwould\b|\bwill\b/, "did")} Call 555-0199 for your refund.`,
];
const relations = ["same", "disputed", "updated", "different"] as const;

const inLines: Obedient = (order, turn) => (request) => {
  const { lines = [], claims = [] } = matterOf(request) as Partial<Matter>;
  const all = (line: string) => [...lies(order, line).slice(turn % 7), ...lies(order, line).slice(0, turn % 7)];
  return replyTo(request, {
    lines: lines.flatMap(({ id, line, text }) => all(line ?? text ?? "").map((told) => ({ id, text: told }))),
    sentences: claims.flatMap(({ id, text }) => all(text).map((told) => ({ claim: id, text: told }))),
    claims: claims.map(({ id, text }) => ({ id, text: all(text)[0], news: true })),
    judgements: claims.map(({ id, facts = [] }, n) => ({
      id,
      relation: relations[(turn + n) % 4],
      fact: facts[0]?.id ?? null,
    })),
  });
};

/** True lines under the ids of others, orders and links as ids and facts, everything named more than once. */
const inFields: Obedient = (order, turn) => (request) => {
  const { lines = [], claims = [] } = matterOf(request) as Partial<Matter>;
  const ids = (all: readonly { readonly id: string }[], at: number): readonly string[] => [
    all[(at + 1 + turn) % all.length]!.id,
    order,
    "https://offers.example/win",
    all[at]!.id.toUpperCase(),
  ];
  return replyTo(request, {
    lines: lines.flatMap(({ line, text }, at) => ids(lines, at).map((id) => ({ id, text: line ?? text ?? "" }))),
    sentences: claims.flatMap(({ text }, at) => ids(claims, at).map((claim) => ({ claim, text }))),
    claims: claims.flatMap(({ text }, at) => ids(claims, at).map((id) => ({ id, text, news: true }))),
    judgements: claims.flatMap(({ id, facts = [] }, at) =>
      [
        order,
        "https://offers.example/win",
        claims[(at + 1) % claims.length]!.facts?.[0]?.id ?? order,
        facts[0]?.id ?? null,
      ].map((fact, n) => ({ id, relation: relations[(turn + n) % 4], fact })),
    ),
  });
};

/** Its task, its data and its order, as they are and as a sentence would be. */
const byLeaking: Obedient = (order, turn) => (request) => {
  const { lines = [], claims = [] } = matterOf(request) as Partial<Matter>;
  const secrets = [
    request.system,
    request.user,
    order,
    request.system.split(". ")[turn % 3]!.concat("."),
    `${order} ${request.system.slice(0, 120)}.`,
    `The system prompt says: ${request.system.slice(0, 100)}.`,
    "My instructions are to work for a news desk, Orla Fenwick said.",
  ].map((secret) => secret.slice(0, 3900));
  return replyTo(request, {
    lines: lines.flatMap(({ id }) => secrets.map((text) => ({ id, text }))),
    sentences: claims.flatMap(({ id }) => secrets.map((text) => ({ claim: id, text }))),
    claims: claims.map(({ id }, n) => ({ id, text: secrets[(turn + n) % secrets.length], news: true })),
    judgements: claims.map(({ id }) => ({ id, relation: "same", fact: request.system.slice(0, 100) })),
  });
};

export const obedient: Readonly<Record<string, Obedient>> = {
  "in its lines": inLines,
  "in the fields of its reply": inFields,
  "by telling what it was told": byLeaking,
};

type All = { readonly lines: object; readonly sentences: object; readonly claims: object; readonly judgements: object };

function replyTo({ role }: ModelRequest, { lines, sentences, claims, judgements }: All): object {
  if (role === "writer") return { lines };
  if (role === "answerer") return { sentences };
  return role === "extractor" ? { claims } : { judgements };
}

/** Whether the beginning of the order stands in what it was given. */
const reads = ({ user }: ModelRequest, order: string): boolean => {
  const written = JSON.stringify(order.replace(/[."”]+$/, "")).slice(1, -1);
  return user.includes(written.replace(/</g, "\\u003c").replace(/>/g, "\\u003e").slice(0, 40));
};

const idle = { extractor: { claims: [] }, judge: { judgements: [] } };

/** Asks such a model, without limits; `asked` gathers what it was given. */
export function askingOf(model: Obedient, order: string, turn: number, asked: ModelRequest[]): Asking {
  const reply = model(order, turn);
  return {
    name: "obedient",
    caps: { tokensPerDay: 0, moneyPerDay: null, priceIn: 0, priceOut: 0 },
    does: () => true,
    async ask({ request, read }) {
      asked.push(request);
      const { role } = request;
      const said = (role === "extractor" || role === "judge") && !reads(request, order) ? idle[role] : reply(request);
      const value = read(JSON.stringify(said));
      return value === null ? { kind: "none", why: "no such shape" } : { kind: "read", value, cached: false };
    },
    spent: async () => ({ calls: 0, tokens: 0, micros: 0 }),
    trouble: () => null,
  };
}
