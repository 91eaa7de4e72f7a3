import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { afterEach, describe, expect, test } from "vitest";
import { paragraph, text } from "../../../src/core/post/post.ts";
import { fileReceipts, memoryReceipts, type Receipts, receiptsMax } from "../../../src/platforms/terminal/receipts.ts";
import { openTerminal, type TerminalSetup, wantsColour } from "../../../src/platforms/terminal/terminal.ts";
import type { Ears, Message } from "../../../src/ports.ts";
import { platformContract } from "../../contracts/platform.contract.ts";

/** A screen that remembers each write. */
function screen() {
  const writes: string[] = [];
  const out = new Writable({
    write(chunk, _, done) {
      writes.push(String(chunk));
      done();
    },
  });
  return { out, writes };
}

function opened(given: Partial<TerminalSetup> = {}) {
  const { out, writes } = screen();
  const input = new PassThrough();
  const platform = openTerminal({
    out,
    in: input,
    width: () => 80,
    colour: false,
    interactive: false,
    receipts: memoryReceipts(),
    place: "terminal:",
    complete: () => [],
    ...given,
  });
  return { platform, writes, input };
}

const message = (key: string, line = "The strait reopened.", inThreadOf: string | null = null): Message => ({
  key,
  place: "terminal:",
  document: [paragraph(text(line)), paragraph(text("Second line."))],
  title: "Harbour talks",
  inThreadOf,
  again: false,
});

const at = (place: string, key: string) => ({ place, key, inThreadOf: null, since: 0 });

platformContract("the terminal", async () => {
  const { platform, writes, input } = opened();
  return {
    platform,
    place: "terminal:",
    seen: async () => writes.join(""),
    write: async (line) => void input.write(`${line}\n`),
    leave: async () => void input.end(),
  };
});

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});
async function receiptsFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "receipts-"));
  folders.push(folder);
  return join(folder, "deep", "receipts.txt");
}

describe("printing", () => {
  test("a message is one write", async () => {
    const { platform, writes } = opened();
    await platform.post(message("k1"));
    await platform.post(message("k2", "A reply.", "k1"));
    expect(writes).toEqual(["\nThe strait reopened.\nSecond line.\n", "│ A reply.\n└ Second line.\n"]);
  });

  test("a correction says that it is one", async () => {
    const { platform, writes } = opened();
    await platform.edit(message("k1"), "k1");
    expect(writes.join("")).toBe("\nCorrection of an earlier message\nThe strait reopened.\nSecond line.\n");
  });

  test("what was shown is known to the next run of the program", async () => {
    const file = await receiptsFile();
    await opened({ receipts: fileReceipts(file) }).platform.post(message("k1"));
    const next = opened({ receipts: fileReceipts(file) }).platform;
    expect(await next.find(at("terminal:", "k1"))).toEqual({ kind: "found", remoteId: "k1" });
    expect(await next.find(at("terminal:", "k2"))).toEqual({ kind: "absent" });
    expect(await next.find(at("elsewhere:", "k1"))).toEqual({ kind: "absent" });
  });

  test("a crash between the write and its receipt is admitted, not guessed", async () => {
    const file = await receiptsFile();
    const whole = fileReceipts(file);
    const dying: Receipts = {
      ...whole,
      append: (line) => {
        if (line.startsWith("shown")) throw new Error("killed");
        whole.append(line);
      },
    };
    expect((await opened({ receipts: dying }).platform.post(message("k1"))).kind).toBe("unknown");
    const next = opened({ receipts: fileReceipts(file) });
    expect((await next.platform.find(at("terminal:", "k1"))).kind).toBe("unreadable");
    await next.platform.post(message("k1"));
    expect(next.writes.join("")).toMatch(/Perhaps shown before: .*\n\nThe strait reopened/);
    await next.platform.post(message("k2"));
    expect(next.writes.at(-1)).not.toContain("Perhaps");
  });

  test("a receipt that a crash cut short means nothing and spoils nothing", async () => {
    const file = await receiptsFile();
    fileReceipts(file).append("shown one");
    await appendFile(file, "shown tw");
    expect(await fileReceipts(file).lines()).toEqual(["shown one"]);
    fileReceipts(file).append("shown three");
    expect(await readFile(file, "utf8")).toBe("shown one\nshown three\n");
  });

  test("of very many receipts the newest are kept", async () => {
    const file = await receiptsFile();
    fileReceipts(file).append("shown 0");
    await appendFile(file, Array.from({ length: 2 * receiptsMax }, (_, n) => `shown ${n + 1}\n`).join(""));
    fileReceipts(file).append("shown last");
    const kept = await fileReceipts(file).lines();
    expect([kept.length, kept.at(-2), kept.at(-1)]).toEqual([
      receiptsMax + 1,
      `shown ${2 * receiptsMax}`,
      "shown last",
    ]);
  });

  test("nothing is shown when no receipt can be written", async () => {
    const append = () => {
      throw new Error("disk full");
    };
    const receipts: Receipts = { append, lines: async () => [], close: () => {} };
    const { platform, writes } = opened({ receipts });
    expect(await platform.post(message("k1"))).toEqual({
      kind: "later",
      waitMs: 5000,
      reason: "The receipts cannot be written: disk full",
    });
    expect(writes).toEqual([]);
  });

  test("a closed pipe is an outcome, not a crash", async () => {
    const out = new Writable({ write: (_, __, done) => done(new Error("EPIPE")) });
    const outcome = await opened({ out }).platform.post(message("k1"));
    expect(outcome).toEqual({ kind: "unknown", reason: "The terminal could not be written to: EPIPE" });
  });
});

describe("the prompt", () => {
  const echo: Ears = {
    answer: async ({ input, thread }) => ({
      post: { root: [paragraph(text(`${input.kind === "line" ? input.text : ""} @${thread}`))], thread: [] },
      audience: "person",
    }),
    suggest: async () => [],
  };

  test("lines from a pipe are answered in order, blank ones skipped, and the end ends it", async () => {
    const { platform, writes, input } = opened();
    input.end("latest\n\n  who came?  \nlast without newline");
    await platform.listen(echo);
    expect(writes).toEqual(["latest @newest\n", "who came? @newest\n", "last without newline @newest\n"]);
  });

  test.each(["quit", "/quit", " EXIT "])("%j ends it, and nothing after it is read", async (line) => {
    const { platform, writes, input } = opened();
    input.write(`one\n${line}\ntwo\n`);
    await platform.listen(echo);
    expect(writes).toEqual(["one @newest\n"]);
  });

  test("Ctrl-C ends it at once, even while an answer is being made", async () => {
    const { platform, input } = opened({ interactive: true });
    const asked = Promise.withResolvers<void>();
    const listening = platform.listen({
      ...echo,
      answer: () => {
        asked.resolve();
        return new Promise(() => {});
      },
    });
    input.write("slow\n");
    await asked.promise;
    input.write("\x03");
    await listening;
  });

  test("Ctrl-C on a half-typed line drops it and begins a new one", async () => {
    const { platform, writes, input } = opened({ interactive: true });
    const listening = platform.listen(echo);
    input.write("half typed\x03");
    input.write("whole\n");
    input.end();
    await listening;
    const all = writes.join("");
    expect(all).toContain("^C\n");
    expect(all).toContain("whole");
    expect(all).not.toContain("half typedwhole");
    expect(all.endsWith("\n")).toBe(true);
  });

  test("the tab key completes, and a message lands above the half-typed line", async () => {
    const { platform, writes, input } = opened({
      interactive: true,
      complete: (line) => (line === "lat" ? ["latest "] : []),
    });
    const answered = Promise.withResolvers<string>();
    const listening = platform.listen({
      ...echo,
      answer: async (request) => {
        answered.resolve(request.input.kind === "line" ? request.input.text : "");
        return echo.answer(request);
      },
    });
    input.write("lat");
    input.write("\t");
    await platform.post(message("k1"));
    expect(writes).toContain("\r\x1b[J\nThe strait reopened.\nSecond line.\n");
    input.write("\r");
    expect(await answered.promise).toBe("latest");
    await platform.close();
    await listening;
  });

  test("a reader who has left ends the prompt", async () => {
    const out = new Writable({
      write: (_, __, done) => done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" })),
    });
    const { platform, input } = opened({ out });
    input.write("one\n");
    await platform.listen(echo);
  });

  test("an answer that fails to print ends the prompt with the error", async () => {
    const out = new Writable({ write: (_, __, done) => done(new Error("broken")) });
    const { platform, input } = opened({ out });
    input.write("one\n");
    await expect(platform.listen(echo)).rejects.toThrow("broken");
  });
});

test.each([
  [true, undefined, true],
  [true, "", true],
  [true, "1", false],
  [false, undefined, false],
])("colour on a terminal %s with NO_COLOR %j: %s", (isTerminal, noColor, expected) => {
  expect(wantsColour(isTerminal, noColor)).toBe(expected);
});
