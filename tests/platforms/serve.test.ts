import { afterEach, describe, expect, test, vi } from "vitest";
import { action, type Command, toRoom } from "../../commands/command.ts";
import { commands } from "../../commands/index.ts";
import { lineCharactersMax } from "../../commands/words.ts";
import { type Post, paragraph, text } from "../../src/core/post/post.ts";
import { type Serving, serve } from "../../src/platforms/serve.ts";
import { servicesKnowing } from "../fakes/services.ts";

const yes = toRoom([paragraph(text("Done."))]);

const testing: Command = {
  name: "test",
  about: "For tests.",
  actions: {
    open: action({ about: "To all.", audience: "everyone", options: {}, run: async () => yes }),
    own: action({ about: "To one.", audience: "person", options: {}, run: async () => yes }),
    manage: action({ about: "For few.", audience: "managers", options: {}, run: async () => yes }),
    throws: action({
      about: "Breaks.",
      audience: "everyone",
      options: {},
      run: () => {
        throw new Error("inner text of a foreign page");
      },
    }),
    hangs: action({ about: "Never ends.", audience: "everyone", options: {}, run: () => new Promise(() => {}) }),
  },
};

function serving(given: Partial<Serving> = {}) {
  const errors: unknown[] = [];
  const services = servicesKnowing();
  const answer = serve({
    commands: [...commands, testing],
    services,
    log: { info() {}, warn() {}, error: (_, fields) => void errors.push(fields) },
    timeoutMs: 1000,
    reference: () => "R-7",
    manages: async () => false,
    ...given,
  });
  const ask = async (line: string) => {
    const { post, audience } = await answer({ id: "1", place: "p:", person: "x", text: line, digestId: null });
    return `${audience}: ${words(post)}`;
  };
  return { ask, errors, services };
}

function words(post: Post): string {
  return post.root
    .map((block) => (block.kind === "paragraph" ? block.inlines.map((one) => one.text).join("") : block.kind))
    .join(" ");
}

afterEach(() => void vi.useRealTimers());

describe("a request", () => {
  test.each([
    ["/test open", "room: Done."],
    ["/test own", "person: Done."],
    ["/test manage", "person: Only people who manage this channel can do that."],
    ["/test opn", "person: There is no /test opn. Did you mean /test open? /test help lists what there is."],
    ["", "person: Ask something, or type /talks help."],
    ["Who came?", "room: Yes."],
    [`${"why ".repeat(200)}?`, "person: Please ask in at most 500 characters."],
    ["x".repeat(lineCharactersMax + 1), "person: Please keep it under 2000 characters."],
  ])("%j", async (line, expected) => {
    expect(await serving().ask(line)).toBe(expected);
  });

  test("a manager may manage, and is answered in private", async () => {
    expect(await serving({ manages: async () => true }).ask("/test manage")).toBe("person: Done.");
  });

  test("what breaks is apologised for once, with a reference that the log shares and no inner text", async () => {
    const { ask, errors } = serving();
    expect(await ask("/test throws")).toBe(
      "person: Sorry, something went wrong and nothing was changed. Please try again; if it happens again, tell the operator R-7.",
    );
    expect(errors).toEqual([
      { reference: "R-7", place: "p:", error: expect.stringContaining("inner text of a foreign page") },
    ]);
  });

  test("what takes too long is given up", async () => {
    vi.useFakeTimers();
    const { ask, errors } = serving();
    const answer = ask("/test hangs");
    await vi.advanceTimersByTimeAsync(1000);
    expect(await answer).toBe(
      "person: Sorry, that takes too long to answer now. Please try again in a minute; if it happens again, tell the operator R-7.",
    );
    expect(errors).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("no timer stays behind an answer", async () => {
    vi.useFakeTimers();
    await serving().ask("/test open");
    expect(vi.getTimerCount()).toBe(0);
  });
});
