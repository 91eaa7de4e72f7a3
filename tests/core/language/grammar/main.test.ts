import { describe, expect, test } from "vitest";
import { predicateOf } from "../../../../src/core/language/grammar/main.ts";

/** The chain of the main verb: each link with what its helpers say of it. */
function chainIn(text: string): string {
  const { chain, finite } = predicateOf(text);
  const links = (chain?.links ?? []).map((link) =>
    [
      link.negated ? "not" : "",
      link.modal ?? "",
      link.perfect ? "perfect" : link.past ? "past" : "",
      link.progressive ? "going on" : "",
      link.passive ? "passive" : "",
      link.base,
    ]
      .filter((part) => part !== "")
      .join(" "),
  );
  return `${finite ? "" : "no finite verb: "}${links.join(" > ")}`;
}

describe("helpers and what they govern", () => {
  test.each([
    ["The envoys met.", "past meet"],
    ["The envoys have not yet met.", "not perfect meet"],
    ["The envoys will not meet.", "not will meet"],
    ["The envoys won't meet.", "not will meet"],
    ["The plan was not discussed.", "not past passive discuss"],
    ["The envoys are expected to meet.", "passive expect > meet"],
    ["The team is likely to be led by her.", "likely > passive lead"],
    ["The team will likely be led by her.", "will passive lead"],
    ["The mine has been losing money.", "perfect going on lose"],
    ["The mine is being sold.", "going on passive sell"],
    ["The court refused to hear him.", "past refuse > hear"],
    ["It's raining.", "going on rain"],
  ])("%s", (text, wanted) => expect(chainIn(text)).toBe(wanted));
});

describe("which verb is the main one", () => {
  test.each([
    ["The plan prepared by the ministry includes a tax.", "include"],
    ["The plan, which the ministry prepared, includes a tax.", "include"],
    ["Officials who met him left early.", "past leave"],
    ["If the court agrees, the vote is repeated.", "passive repeat"],
    ["As the storm came closer, ships left the port.", "past leave"],
    ["Peace talks in the city ended.", "past end"],
    ["The city's plans to expand were rejected.", "past passive reject"],
    ["Leaders want a deal.", "want"],
    ["The final tenth—centred on the coast—remains open.", "remain"],
    ["The mayor, a former judge, resigned.", "past resign"],
    ["Monitors said they had seen no guns.", "past say"],
    ["The talks, held in secret, went well.", "past go"],
  ])("%s", (text, wanted) => expect(chainIn(text)).toBe(wanted));
});

describe("fragments", () => {
  test.each([
    ["Envoys to explore a settlement", "no finite verb: to explore"],
    ["Nearly four years of war", "no finite verb: "],
    ["leading to a swap of prisoners", "no finite verb: going on lead"],
  ])("%s", (text, wanted) => expect(chainIn(text)).toBe(wanted));
});
