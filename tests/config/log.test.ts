import { expect, test } from "vitest";
import { type LogLevel, openLog, valueLengthMax } from "../../src/log.ts";

const clock = { now: () => Date.UTC(2025, 11, 19, 20, 0, 1) };

function written(level: LogLevel = "info", human = false, secrets: readonly string[] = []) {
  const lines: string[] = [];
  return { lines, log: openLog(level, (line) => void lines.push(line), { clock, human, secrets }) };
}

test("one JSON line an event", () => {
  const { lines, log } = written();
  log.info("Polled", { feed: "north", entries: 3, ok: true, error: null });
  expect(lines).toEqual([
    '{"feed":"north","entries":3,"ok":true,"error":null,"time":"2025-12-19T20:00:01.000Z","level":"info","message":"Polled"}\n',
  ]);
});

test("plain words for a person", () => {
  const { lines, log } = written("info", true);
  log.warn("A feed fails", { feed: "north", failures: 3 });
  expect(lines).toEqual(['20:00:01 warn  A feed fails feed="north" failures=3\n']);
});

test("events below the level are dropped", () => {
  const told = (level: LogLevel): number => {
    const { lines, log } = written(level);
    log.info("a");
    log.warn("b");
    log.error("c");
    return lines.length;
  };
  expect((["silent", "error", "warn", "info"] as const).map(told)).toEqual([0, 1, 2, 3]);
});

test("nothing foreign forges a line, steers a terminal or hides a word", () => {
  for (const human of [true, false]) {
    const { lines, log } = written("info", human);
    log.error("one\ntwo\u001b[31m\u202e\u200bthree", { title: "four\r\nfive\u0007" });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.slice(0, -1)).not.toMatch(/\p{Cc}|\u202e|\u200b/u);
  }
});

test("secrets are hidden by their key, by their value and by their shape", () => {
  const { lines, log } = written("info", false, ["correct-horse-battery"]);
  log.info("Signed in with correct-horse-battery", {
    token: "abc",
    api_key: "def",
    Authorization: "ghi",
    error: "refused xoxb-1234567890-abcdef by https://me:pass@host.example/ with Bearer abcdef.ghijkl",
  });
  for (const secret of ["correct-horse", "abc", "def", "ghi", "xoxb", "me:pass"])
    expect(lines[0]).not.toContain(secret);
  expect(lines[0]).toContain("host.example");
});

test("a long value is cut and says so", () => {
  const { lines, log } = written();
  log.info("x".repeat(valueLengthMax * 3));
  expect(lines[0]?.length).toBeLessThan(valueLengthMax + 200);
  expect(lines[0]).toContain("… (cut)");
});
