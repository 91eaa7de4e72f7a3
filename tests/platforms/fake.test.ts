/** The platform in memory keeps the same contract as the real ones, or tests that lean on it would prove nothing. */

import { renderDocument, renderPost } from "../../src/platforms/terminal/render.ts";
import { platformContract } from "../contracts/platform.contract.ts";
import { platformInMemory } from "../fakes/platform.ts";

const plainLook = { width: 80, colour: false };

platformContract("the fake", async () => {
  const platform = platformInMemory();
  const answers: string[] = [];
  return {
    platform,
    place: "memory:",
    seen: async () =>
      [...platform.shown.flatMap((one) => renderDocument(one.document, plainLook)), ...answers].join("\n"),
    write: async (text) => {
      const answer = await platform.says(text);
      if (answer) answers.push(...renderPost(answer.post, plainLook));
    },
    leave: async () => platform.leave(),
  };
});
