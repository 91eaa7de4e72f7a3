/** A bot without a model carries neither its client nor its adapter: both are loaded when the first is asked for. */
import { expect, test } from "vitest";
import { filesIn, textOf } from "../checkout/files.ts";

const code = ["src", "commands", "config"].flatMap((folder) => filesIn(folder, ".ts"));

test("nobody loads the adapter beforehand", () => {
  const eager = code.filter((path) => !path.startsWith("src/llm/") && /^import (?!type)[^;]*llm\//m.test(textOf(path)));
  expect(eager).toEqual([]);
});

test("nor the client", () => {
  const eager = code.filter((path) => /^import (?!type)[^;]*"openai"/m.test(textOf(path)));
  expect(eager).toEqual([]);
  expect(textOf("src/llm/open.ts")).toContain('await import("openai")');
});
