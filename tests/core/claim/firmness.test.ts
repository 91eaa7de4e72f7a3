import { describe, expect, test } from "vitest";
import type { Modality } from "../../../src/core/claim/claim.ts";
import { isFirmer, modalityOf } from "../../../src/core/claim/firmness.ts";

type Row = readonly [text: string, modality: Modality];

/** Sentences of many kinds of story, by the firmness they have. */
const tables: Readonly<Record<string, readonly Row[]>> = {
  "what may be": [
    ["The envoy may fly to Lisbon on Monday.", "may"],
    ["Rebels might release the pilots.", "may"],
    ["The strike could last until Easter.", "may"],
    ["The minister is likely to resign.", "may"],
    ["The two leaders are unlikely to meet.", "may"],
    ["It is unlikely that the bridge will reopen.", "may"],
    ["Kestrel is considering a bid for its rival.", "may"],
    ["The company is weighing a sale of its mines.", "may"],
    ["The judge hinted at a shorter sentence.", "may"],
    ["The union is prepared to accept a smaller rise.", "may"],
    ["Both airlines are ready to merge.", "may"],
    ["The dam appears to have been damaged.", "may"],
    ["The storm will probably turn north.", "may"],
    ["The vote could be repeated, officials said.", "may"],
    ["It is not clear whether the pilot survived.", "may"],
    ["The date of the hearing is still uncertain.", "may"],
    ["He may have left the country.", "may"],
    ["Talks may not resume this year.", "may"],
  ],
  "what goes on by its nature": [
    ["The shutdown entered its ninth day on Wednesday.", "ongoing"],
    ["Delegates converged on Lisbon for the vote.", "ongoing"],
    ["Shareholders gathered in Oslo ahead of the meeting.", "ongoing"],
    ["The jury entered the courtroom.", "done"],
  ],
  "what is only said of a thing": [
    ["The talks resulted in a narrowing of differences.", "stated"],
    ["The campaign has encountered opposition in the north.", "stated"],
    ["The ministry spoke of progress on the ports.", "stated"],
    ["The king spoke to the crowd.", "done"],
  ],
  "what becomes of a draft": [
    ["The deal would be signed next week.", "planned"],
    ["The bill would cut the tax by half.", "stated"],
  ],
  "what is planned": [
    ["The two presidents will meet in Vienna.", "planned"],
    ["The trial is to open in May.", "planned"],
    ["The ferry is due to leave at noon.", "planned"],
    ["The handover is set for Friday.", "planned"],
    ["The court is set to rule on Tuesday.", "planned"],
    ["A second round is scheduled for June.", "planned"],
    ["The delegation is expected to be led by the deputy minister.", "planned"],
    ["The bank plans to cut 900 jobs.", "planned"],
    ["Rescuers are preparing to enter the mine.", "planned"],
    ["The governor is going to sign the bill.", "planned"],
    ["The plan is for the guards to leave by autumn.", "planned"],
    ["Analysts expect the bank to raise rates.", "planned"],
    ["The sides will next meet in Doha.", "planned"],
    ["The army said it would open the road.", "planned"],
    ["The fleet intends to return in spring.", "planned"],
  ],
  "what goes on": [
    ["Rescuers are searching the ruins.", "ongoing"],
    ["Talks are under way in Geneva.", "ongoing"],
    ["The counting of votes continues.", "ongoing"],
    ["The road remains closed.", "ongoing"],
    ["Two hikers are missing.", "ongoing"],
    ["Some 4,000 homes were without water.", "ongoing"],
    ["A curfew is in force in the capital.", "ongoing"],
    ["The factory has been losing money.", "ongoing"],
    ["A tanker is being towed to the port.", "ongoing"],
    ["The ministers are meeting in Brussels.", "ongoing"],
  ],
  "what was done": [
    ["The envoys met for three hours.", "done"],
    ["The two sides have signed the treaty.", "done"],
    ["A bomb killed nine people.", "done"],
    ["The suspect was arrested at the border.", "done"],
    ["The court did not overturn the verdict.", "done"],
    ["Parliament has passed the budget.", "done"],
    ["The plan prepared by the ministry angered farmers.", "done"],
    ["The senator, who leads the committee, left the room.", "done"],
    ["If only by a few votes, she won.", "done"],
    ["The panel managed to agree on a text.", "done"],
    ["Workers began to leave the plant on Monday.", "done"],
    ["The minister refused to resign.", "done"],
    ["The general said that his men had taken the hill.", "done"],
    ["The kidnappers freed six of the sailors.", "done"],
  ],
  "what is held, wanted, offered or assessed": [
    ["The union demands a rise of 6 per cent.", "stated"],
    ["Oslo has offered to host the talks.", "stated"],
    ["The rebels want their prisoners back.", "stated"],
    ["Her party insists on a recount.", "stated"],
    ["The premier continues to insist on new elections.", "stated"],
    ["The envoy called the meeting useful.", "stated"],
    ["The bank has proposed a merger.", "stated"],
    ["The company promised not to close the mill.", "stated"],
    ["The army is seeking new drones.", "stated"],
    ["The border is a sticking point.", "stated"],
    ["The demands are not negotiable.", "stated"],
    ["The bill would cut the tax by half.", "stated"],
    ["The two sides have reportedly settled their quarrel.", "stated"],
    ["Much will depend on the weather.", "stated"],
    ["The pass road is very narrow.", "stated"],
    ["The mayor expressed confidence in the police.", "stated"],
    ["Ministers must now decide.", "stated"],
  ],
  "what hangs on a condition": [
    ["If the court agrees, the vote will be repeated.", "conditional"],
    ["Unless the rain stops, the race will be called off.", "conditional"],
    ["The rebels will disarm only if the army withdraws.", "conditional"],
    ["Should the strike go on, flights would be cancelled.", "conditional"],
    ["In exchange for aid, the junta would free the journalists.", "conditional"],
    ["Without a deal by midnight, the banks will stay shut.", "conditional"],
    ["The deal will lapse unless both parliaments ratify it.", "conditional"],
  ],
  "what was called off or denied": [
    ["The summit has been called off.", "cancelled"],
    ["The organisers cancelled the march.", "cancelled"],
    ["The launch was postponed until Sunday.", "cancelled"],
    ["The hearing was adjourned.", "cancelled"],
    ["The president ruled out a ceasefire.", "denied"],
    ["The company denied the report.", "denied"],
    ["The mayor rejected claims that he had taken bribes.", "denied"],
    ["“Nobody has asked us,” the spokesman said.", "denied"],
    ["The ministry said there was no such plan.", "denied"],
  ],
};

for (const [name, rows] of Object.entries(tables)) {
  describe(name, () => {
    test.each(rows)("%s", (text, modality) => expect(modalityOf(text)).toBe(modality));
  });
}

test("a month is no possibility", () => {
  expect(modalityOf("Voters in the north chose a mayor in May.")).toBe("done");
  expect(modalityOf("The court met on 4 May.")).toBe("done");
});

describe("firmer than", () => {
  test.each([
    ["done", "stated", true],
    ["stated", "planned", true],
    ["planned", "may", true],
    ["may", "conditional", false],
    ["ongoing", "stated", false],
    ["planned", "done", false],
  ] as const)("%s than %s: %s", (a, b, wanted) => expect(isFirmer(a, b)).toBe(wanted));
});
