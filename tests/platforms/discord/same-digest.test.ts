/** Discord tells the same digest as the terminal and Slack: every change, every source, under its limits. */
import { render } from "../../../src/platforms/discord/render.ts";
import { fit as split } from "../../../src/platforms/discord/split.ts";
import { sameDigestContract } from "../../contracts/same-digest.contract.ts";
import { faultsOf, shownBy } from "../../fakes/discord-body.ts";

sameDigestContract(
  "Discord",
  {
    fit: split,
    read: (message) => shownBy(render(message, null)).replace(/\\(.)/g, "$1"),
    broken: (message) => faultsOf(render(message, "ref 0123456789ab")),
  },
  15,
);
