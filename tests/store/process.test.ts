/** What holds when several processes meet on one file, or one is killed at any point. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { check } from "../../src/store/sqlite/upkeep.ts";
import { story } from "./samples.ts";
import { opened, refusal, scratch } from "./scratch.ts";

const { path, remove } = scratch();
afterAll(remove);

const program = fileURLToPath(new URL("holding.ts", import.meta.url));

type Holding = {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly after: (lines: number) => Promise<void>;
};

/** `after(n)` ends when the process has said n lines, or has ended. */
function holding(task: "hold" | "write", file: string): Holding {
  const child = spawn(process.execPath, [program, task, file], { stdio: ["pipe", "pipe", "inherit"] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const closed = once(child, "close");
  const after = async (wanted: number) => {
    while (lines.length < wanted) {
      const turn = new AbortController();
      const ended = closed.then(() => "ended");
      const heard = once(reader, "line", { signal: turn.signal }).catch(() => "ended");
      if ((await Promise.race([heard, ended])) === "ended") return turn.abort();
    }
  };
  reader.on("line", (line) => lines.push(line));
  return { child, lines, after };
}

async function kill({ child }: Holding): Promise<void> {
  const closed = once(child, "close");
  child.kill("SIGKILL");
  await closed;
}

test("a second process is refused and told who has the file; kill -9 frees it", async () => {
  const file = path("held.db");
  const first = holding("hold", file);
  await first.after(1);
  const reason = await refusal(file);
  expect(reason).toContain(`process ${first.child.pid} (a holding test, since 2`);
  expect(reason).not.toContain("\n");
  expect(check(file)).toMatchObject({ kind: "sound" });
  await kill(first);
  await (await opened(file)).close();
});

test("a second opening in the same process is refused too, until the first is closed", async () => {
  const file = path("twice.db");
  const store = await opened(file);
  expect(await refusal(file)).toContain(`process ${process.pid} (a test`);
  await store.setNote("still", "works");
  await store.close();
  const again = await opened(file);
  expect(await again.note("still")).toBe("works");
  await again.close();
});

test("no acknowledged commit is lost and none is halved, however often the writer is killed", {
  timeout: 60_000,
}, async () => {
  const file = path("killed.db");
  for (const acknowledged of [1, 2, 3, 5, 8, 13, 21, 30, 40, 50]) {
    const writer = holding("write", file);
    await writer.after(acknowledged);
    await kill(writer);
    expect(writer.lines[0]).toBe("open");

    const store = await opened(file);
    const entries = (await store.entries(story)).map((entry) => entry.seq);
    expect(entries).toEqual(entries.map((_, n) => n));
    const window = { since: null, until: Number.MAX_SAFE_INTEGER };
    expect((await store.sightings(story, window)).map((one) => one.article.id)).toEqual(entries.map((n) => `a-${n}`));
    const digests = (await store.digests({ story, place: null, limit: 500 })).map((one) => one.digest.id);
    const parts = await store.outbox("terminal:");
    expect(parts.map((row) => row.digestId)).toEqual(digests.toReversed().flatMap((id) => [id, id]));
    for (const line of writer.lines) {
      const [kind, seq] = line.split(" ");
      if (kind === "poll") expect(entries).toContain(Number(seq));
      if (kind === "digest") expect(digests).toContain(`d-${seq}`);
    }
    await store.close();
  }
  expect(check(file)).toMatchObject({ kind: "sound" });
});
