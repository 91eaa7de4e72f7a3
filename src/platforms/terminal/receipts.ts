/**
 * What was printed, so that a message is not shown again after a crash. A terminal cannot be read back; a line is
 * written before each message and another after it, and one without the other means that nobody can tell.
 */
import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";

export type Receipts = {
  /** Lasting before it returns. */
  append(line: string): Promise<void>;
  lines(): Promise<readonly string[]>;
};

/** Receipts in a file, one a line. A last line that a crash cut short is ended, and means nothing. */
export function fileReceipts(path: string): Receipts {
  let isWhole = false;
  return {
    append: async (line) => {
      await mkdir(dirname(path), { recursive: true });
      const end = isWhole ? "\n" : ((await contents(path)).at(-1) ?? "\n");
      const file = await open(path, "a");
      try {
        await file.writeFile(`${end === "\n" ? "" : "\n"}${line}\n`);
        await file.datasync();
        isWhole = true;
      } finally {
        await file.close();
      }
    },
    lines: async () => (await contents(path)).split("\n").slice(0, -1),
  };
}

/** Receipts that last as long as the program: for a demo. */
export function memoryReceipts(): Receipts {
  const lines: string[] = [];
  return {
    append: async (line) => void lines.push(line),
    lines: async () => [...lines],
  };
}

async function contents(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

type Mark = "begun" | "shown";

/** Notes that a message is about to be shown, or was. */
export async function mark(receipts: Receipts, state: Mark, place: string, key: string): Promise<void> {
  await receipts.append(`${state} ${JSON.stringify([place, key])}`);
}

/** What the receipts say about a message. */
export async function stateOf(receipts: Receipts, place: string, key: string): Promise<Mark | "absent"> {
  const wanted = JSON.stringify([place, key]);
  const lines = await receipts.lines();
  if (lines.includes(`shown ${wanted}`)) return "shown";
  return lines.includes(`begun ${wanted}`) ? "begun" : "absent";
}
