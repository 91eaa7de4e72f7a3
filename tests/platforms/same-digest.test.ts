/** The terminal tells the same digest as every other platform; the chats run this contract beside their own code. */
import { PassThrough } from "node:stream";
import { memoryReceipts } from "../../src/platforms/terminal/receipts.ts";
import { renderDocument } from "../../src/platforms/terminal/render.ts";
import { openTerminal } from "../../src/platforms/terminal/terminal.ts";
import { sameDigestContract } from "../contracts/same-digest.contract.ts";

const terminal = openTerminal({
  out: new PassThrough(),
  in: new PassThrough(),
  width: () => 72,
  colour: false,
  interactive: false,
  receipts: memoryReceipts(),
  place: "terminal:",
  complete: () => [],
});

sameDigestContract(
  "The terminal",
  {
    fit: (document) => terminal.fit(document),
    read: (message) => renderDocument(message, { width: 72, colour: false }).join(""),
    broken: () => [],
  },
  10,
);
