/**
 * The terminal as a platform: messages are printed whole, lines that are typed are requests. It works without any
 * account, and tells after a crash which messages were shown.
 */
import { randomUUID } from "node:crypto";
import type { Readable, Writable } from "node:stream";
import { type Document, paragraph, text } from "../../core/post/post.ts";
import type { Message, Platform, PostOutcome, Request } from "../../ports.ts";
import { openPrompt } from "./prompt.ts";
import { mark, type Receipts, stateOf } from "./receipts.ts";
import { type Look, renderDocument, renderPost, renderReply } from "./render.ts";

/** A write has either reached the system or failed; nothing arrives later. */
const terminalGraceMs = 0;
/** How long to wait before receipts are tried again. */
const receiptRetryMs = 5_000;
/** The one person at the keyboard. */
const person = "you";

export type TerminalSetup = {
  readonly out: Writable;
  readonly in: Readable;
  /** Columns of the window now; it may change between two messages. */
  readonly width: () => number;
  readonly colour: boolean;
  /** Whether a person types, rather than a pipe. */
  readonly interactive: boolean;
  readonly receipts: Receipts;
  readonly place: string;
  readonly complete: (line: string) => readonly string[];
};

export function openTerminal(setup: TerminalSetup): Platform {
  const { receipts } = setup;
  // Each write reports its own failure; without a listener a closed pipe would end the process.
  setup.out.on("error", () => {});
  const prompt = openPrompt({ ...setup, sign: "› " });
  const look = (): Look => ({ width: setup.width(), colour: setup.colour });
  const show = async (message: Message, lines: readonly string[]): Promise<PostOutcome> => {
    let before: readonly string[] = [];
    try {
      // Whether a message that was begun was seen too, nobody can tell; the reader is told so.
      if (message.again || (await stateOf(receipts, message.place, message.key)) === "begun")
        before = draw(again, false, look());
      mark(receipts, "begun", message.place, message.key);
    } catch (error) {
      return { kind: "later", waitMs: receiptRetryMs, reason: `The receipts cannot be written: ${reasonOf(error)}` };
    }
    try {
      await prompt.print(textOf([...before, ...lines]), () => mark(receipts, "shown", message.place, message.key));
      return { kind: "sent", remoteId: message.key };
    } catch (error) {
      return { kind: "unknown", reason: `The terminal could not be written to: ${reasonOf(error)}` };
    }
  };
  const session = `${setup.place}${randomUUID()}`;
  let requests = 0;
  return {
    name: "terminal",
    graceMs: terminalGraceMs,
    // A terminal has no limit that it could not scroll past.
    fit: (document) => [document],
    post: (message) => show(message, draw(message.document, message.inThreadOf !== null, look())),
    find: async ({ place, key }) => {
      const state = await stateOf(receipts, place, key);
      if (state === "shown") return { kind: "found", remoteId: key };
      if (state === "absent") return { kind: "absent" };
      return { kind: "unreadable", reason: "The program ended while it was printing this message." };
    },
    edit: async (message, remoteId) => {
      const note: Document = [{ kind: "heading", text: "Correction of an earlier message" }, ...message.document];
      const outcome = await show(message, draw(note, message.inThreadOf !== null, look()));
      return outcome.kind === "sent" ? { kind: "sent", remoteId } : outcome;
    },
    listen: (ears) =>
      prompt.run(async (line) => {
        requests += 1;
        const answer = await ears.answer(requestOf(setup.place, `${session}#${requests}`, line));
        return answer ? textOf(renderPost(answer.post, look())) : "";
      }),
    close: async () => {
      prompt.close();
      receipts.close();
    },
  };
}

/** Said before a message that may stand above already. */
export const again: Document = [
  paragraph(text("Perhaps shown before: Parley was stopped while it printed what follows.")),
];

/** A question that is typed counts as a reply in the newest digest's thread. Whoever has the keyboard manages it. */
function requestOf(place: string, id: string, line: string): Request {
  return {
    id,
    place,
    person,
    input: { kind: "line", text: line.trim() },
    addressed: "directly",
    thread: "newest",
    manages: async () => true,
  };
}

function draw(document: Document, isReply: boolean, look: Look): readonly string[] {
  return isReply ? renderReply(document, look) : ["", ...renderDocument(document, look)];
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether to colour: on a terminal, unless NO_COLOR is set to anything (https://no-color.org). */
export function wantsColour(isTerminal: boolean, noColor: string | undefined): boolean {
  return isTerminal && (noColor === undefined || noColor === "");
}
