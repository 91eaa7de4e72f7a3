/**
 * The prompt: lines that a person types, one at a time, with history and the tab key; or lines from a pipe, each
 * answered before the next, until they end. It knows no command but `quit`.
 */
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** Lines kept for the arrow keys. */
const historyMax = 200;

export type Prompt = {
  /**
   * Prints above the line that is being typed, in one write. `handedOver` is called once, as soon as the system has the
   * text; for a file, a pipe or a terminal that is before anything else can happen.
   */
  print(text: string, handedOver?: () => void): Promise<void>;
  /** Hands over each line and prints what comes back; ends with the input, `quit`, or Ctrl-C. */
  run(answer: (line: string) => Promise<string>): Promise<void>;
  close(): void;
};

export type PromptSetup = {
  readonly in: Readable;
  readonly out: Writable;
  /** Whether a person types: then there is a prompt, history and completion. */
  readonly interactive: boolean;
  readonly sign: string;
  readonly complete: (line: string) => readonly string[];
};

export function openPrompt(setup: PromptSetup): Prompt {
  const { out, interactive } = setup;
  let reading: ReturnType<typeof createInterface> | null = null;
  const print = async (text: string, handedOver?: () => void) => {
    // \r and "erase to the end of the screen" take the half-typed line away; it is drawn again below the text.
    await write(out, interactive && reading ? `\r\x1b[J${text}` : text, handedOver);
    if (interactive) reading?.prompt(true);
  };
  const run = (answer: (line: string) => Promise<string>) => {
    const lines = createInterface({
      input: setup.in,
      output: interactive ? out : undefined,
      terminal: interactive,
      historySize: historyMax,
      removeHistoryDuplicates: true,
      prompt: setup.sign,
      completer: (line: string) => [[...setup.complete(line)], line],
    });
    reading = lines;
    return new Promise<void>((resolve, reject) => {
      let last: Promise<void> = Promise.resolve();
      let isDone = false;
      const fail = (error: NodeJS.ErrnoException) => {
        // Whoever read the output has left, as `head` does: that is an end, not a fault.
        if (error.code === "EPIPE") resolve();
        else reject(error);
        lines.close();
      };
      lines.on("line", (line) => {
        if (isDone) return;
        isDone = isQuit(line);
        if (isDone) lines.close();
        else last = last.then(() => (line.trim() === "" ? undefined : answer(line).then(print))).catch(fail);
        if (interactive && !isDone) void last.then(() => reading === lines && lines.prompt());
      });
      lines.on("SIGINT", () => {
        if (lines.line !== "") return startAfresh(lines, out);
        resolve();
        lines.close();
      });
      lines.on("close", () => {
        reading = null;
        // Whatever comes next, the shell's prompt for one, begins on a line of its own.
        if (interactive && !isDone) out.write("\n");
        void last.then(resolve);
      });
      if (interactive) lines.prompt();
    });
  };
  return { print, run, close: () => reading?.close() };
}

/** Ctrl-C on a half-typed line drops the line, as in a shell; on an empty one it ends the prompt. */
function startAfresh(lines: Interface, out: Writable): void {
  lines.write(null, { ctrl: true, name: "e" });
  out.write("^C\n");
  lines.write(null, { ctrl: true, name: "u" });
  lines.prompt();
}

function isQuit(line: string): boolean {
  return /^\s*\/?(quit|exit)\s*$/i.test(line);
}

/** One write of a whole text; resolves when it is handed to the system, rejects when nobody reads any more. */
export function write(out: Writable, text: string, handedOver: () => void = () => {}): Promise<void> {
  return new Promise((resolve, reject) => {
    let isTold = false;
    const tell = () => {
      if (!isTold) handedOver();
      isTold = true;
    };
    out.write(text, (error) => {
      if (error) return reject(error);
      tell();
      resolve();
    });
    if (out.writableLength === 0 && out.errored === null) tell();
  });
}
