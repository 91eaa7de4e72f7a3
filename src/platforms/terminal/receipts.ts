/**
 * What was printed, so that a message is not shown again after a crash. A terminal cannot be read back; a line is
 * written before each message and another after it, and one without the other means that nobody can tell.
 */
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";

export type Receipts = {
  /** Outlives this process once it returns. Throws when it cannot be written. */
  append(line: string): void;
  lines(): Promise<readonly string[]>;
  close(): void;
};

/** Lines kept when the file is opened; only the newest messages are ever asked about. */
export const receiptsMax = 2_000;

/**
 * Receipts in a file, one a line. A last line that a crash cut short means nothing and is dropped. It writes at once
 * and does not wait for the disk: between a message and its receipt lie two calls of the system, so that hardly any
 * crash falls between them. A power cut may take a receipt with it, but then the screen is gone too.
 */
export function fileReceipts(path: string): Receipts {
  let file: number | null = null;
  const opened = (): number => {
    mkdirSync(dirname(path), { recursive: true });
    tidy(path);
    return openSync(path, "a");
  };
  return {
    append: (line) => {
      file ??= opened();
      writeSync(file, `${line}\n`);
    },
    lines: async () => whole(contents(path)),
    close: () => {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}

const whole = (text: string): readonly string[] => text.split("\n").slice(0, -1);

/** Drops a broken last line, and old lines once there are twice as many as are kept. */
function tidy(path: string): void {
  const text = contents(path);
  const lines = whole(text);
  if (lines.length <= 2 * receiptsMax && (text === "" || text.endsWith("\n"))) return;
  const draft = `${path}.new`;
  writeFileSync(
    draft,
    lines
      .slice(-receiptsMax)
      .map((line) => `${line}\n`)
      .join(""),
    { flush: true },
  );
  try {
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Receipts that last as long as the program: for a demo. */
export function memoryReceipts(): Receipts {
  const lines: string[] = [];
  return {
    append: (line) => void lines.push(line),
    lines: async () => [...lines],
    close: () => {},
  };
}

function contents(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

type Mark = "begun" | "shown";

/** Notes that a message is about to be shown, or was. */
export function mark(receipts: Receipts, state: Mark, place: string, key: string): void {
  receipts.append(`${state} ${JSON.stringify([place, key])}`);
}

/** What the receipts say about a message. */
export async function stateOf(receipts: Receipts, place: string, key: string): Promise<Mark | "absent"> {
  const wanted = JSON.stringify([place, key]);
  const lines = await receipts.lines();
  if (lines.includes(`shown ${wanted}`)) return "shown";
  return lines.includes(`begun ${wanted}`) ? "begun" : "absent";
}
