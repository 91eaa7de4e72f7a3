import { expect, test } from "vitest";
import { isNegated } from "../../../src/core/claim/polarity.ts";

test.each([
  ["The court did not overturn the verdict.", true],
  ["No agreement was reached.", true],
  ["The parties reached no agreement.", true],
  ["Nobody was hurt.", true],
  ["The council rejected the offer.", true],
  ["The council did not reject the offer.", false],
  ["The talks ended without agreement.", true],
  ["The minister left without speaking to reporters.", false],
  ["The union accepted the offer.", false],
  ["The road will open if it does not rain.", false],
  ["Unless the road is not repaired, buses will run.", false],
  ["The plan, which was never published, was approved.", false],
  ["The shop opened because no other was left.", false],
  ["Not only the bridge but also the road was closed.", false],
  ["At least 40 homes were without power.", false],
  ["The envoy did not and will not sign.", true],
  ["The company pledged that no jobs would be lost.", true],
])("%s %s", (text, negated) => expect(isNegated(text)).toBe(negated));
