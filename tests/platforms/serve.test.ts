import { afterEach, describe, expect, test, vi } from "vitest";
import { action, type Command, toRoom } from "../../commands/command.ts";
import { commands } from "../../commands/index.ts";
import { lineCharactersMax } from "../../commands/words.ts";
import { type Post, paragraph, text } from "../../src/core/post/post.ts";
import { type Serving, serve } from "../../src/platforms/serve.ts";
import type { Request } from "../../src/ports.ts";
import { change, digest } from "../fakes/facts.ts";
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
  const seen = new Set<string>();
  const { answer, suggest } = serve({
    commands: [...commands, testing],
    services,
    log: { info() {}, warn() {}, error: (_, fields) => void errors.push(fields) },
    timeoutMs: 1000,
    reference: () => "R-7",
    receive: async (event) => !seen.has(event) && seen.add(event).has(event),
    digestOf: async () => null,
    digestAt: async (_, thread) => (thread === "ours" ? "d1" : null),
    ...given,
  });
  let asked = 0;
  const ask = async (line: string, request: Partial<Request> = {}) => {
    asked += 1;
    const given = await answer({
      id: `e${asked}`,
      place: "p:",
      person: "x",
      input: { kind: "line", text: line },
      addressed: "directly",
      thread: null,
      manages: async () => false,
      ...request,
    });
    return given && `${given.audience}: ${words(given.post)}`;
  };
  const press = async (pressedOn: string) => {
    const input = { kind: "action", command: "talks", action: "why", values: {} } as const;
    return JSON.stringify(
      await answer({
        ...{
          id: `press ${pressedOn}`,
          place: "p:",
          person: "x",
          input,
          addressed: "directly",
          thread: "ours",
          pressedOn,
        },
        manages: async () => false,
      }),
    );
  };
  return { ask, press, suggest, errors, services };
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
    ["Thanks!", "person: Ask something, or type /talks help."],
    ["why?", "person: heading Name a reference such as c12, or ask in the thread of a digest for all its lines."],
    ["Who came?", "room: Yes."],
    [`${"why ".repeat(200)}?`, "person: Please ask in at most 500 characters."],
    ["x".repeat(lineCharactersMax + 1), "person: Please keep it under 2000 characters."],
  ])("%j", async (line, expected) => {
    expect(await serving().ask(line)).toBe(expected);
  });

  test("a manager may manage, and is answered in private", async () => {
    expect(await serving().ask("/test manage", { manages: async () => true })).toBe("person: Done.");
  });

  test.each([
    ["who came?", "ours", "room: Yes."],
    ["What about Varga", "ours", "room: Yes."],
    ["thanks, that helps", "ours", null],
    ["what a day!", "ours", null],
    ["/talks latest", "ours", null],
    ["who came?", "theirs", null],
    ["who came?", null, null],
  ])("overheard: %j in thread %j", async (line, thread, expected) => {
    const { ask, services } = serving();
    expect(await ask(line, { addressed: "overheard", thread })).toBe(expected);
    expect(services.asked).toEqual(expected === null ? [] : [line]);
  });

  test("the same event again is not answered again", async () => {
    const { ask } = serving();
    expect(await ask("Who came?", { id: "e" })).toBe("room: Yes.");
    expect(await ask("Who came?", { id: "e" })).toBeNull();
  });

  test("what breaks where nobody addressed us is not apologised for", async () => {
    const { ask, errors } = serving({ digestAt: () => Promise.reject(new Error("broken")) });
    expect(await ask("who came?", { addressed: "overheard", thread: "ours" })).toBeNull();
    expect(errors).toHaveLength(1);
  });

  test.each([
    [{ command: "test", action: "open", values: {} }, "room: Done."],
    [{ command: "talks", action: "ask", values: { question: "Who came?" } }, "room: Yes."],
    [{ command: "talks", action: "ask", values: {} }, "person: QUESTION is missing: What you want to know."],
    [
      { command: "test", action: "toString", values: {} },
      "person: That is not there any more. /talks help lists what there is.",
    ],
    [
      { command: "gone", action: "open", values: {} },
      "person: That is not there any more. /talks help lists what there is.",
    ],
  ])("a form: %j", async (form, expected) => {
    expect(await serving().ask("", { input: { kind: "action", ...form } })).toBe(expected);
  });

  test("an option that knows its values suggests those that fit", async () => {
    const { suggest } = serving();
    const asked = { place: "p:", command: "talks", action: "actor", option: "name", typed: "var" };
    expect((await suggest(asked)).map((one) => one.value)).toEqual(["varga"]);
    expect(await suggest({ ...asked, option: "nothing" })).toEqual([]);
    expect(await suggest({ ...asked, command: "nothing" })).toEqual([]);
  });

  test("where choices cannot be found there are none", async () => {
    const homeOf = () => Promise.reject(new Error("disk full"));
    const { suggest } = serving({ services: { ...servicesKnowing(), homeOf } });
    expect(await suggest({ place: "p:", command: "talks", action: "actor", option: "name", typed: "var" })).toEqual([]);
  });

  test("what breaks is apologised for once, with a reference that the log shares and no inner text", async () => {
    const { ask, errors } = serving();
    expect(await ask("/test throws")).toBe(
      "person: Sorry, something went wrong. Please try again; if it happens again, tell the operator R-7.",
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

test("a button is about the digest that it stands below, though its thread tells of a newer one", async () => {
  const digests = ["d1", "d2"].map((id) => digest([change("c1", "new", `A line of ${id}.`)], { id }));
  const digestOf = async (_: string, message: string) => (message === "m2" ? "d2" : null);
  const { press } = serving({ services: servicesKnowing({ posted: digests }), digestOf });
  expect(await press("m2")).toContain("A line of d2.");
  expect(await press("m3")).toContain("A line of d1.");
});

describe("a question may go on from", () => {
  test("those before it in its thread, whoever asked them, six at most", async () => {
    const { ask, services } = serving();
    for (let n = 1; n <= 8; n += 1) await ask(`Who came ${n}?`, { thread: "ours", person: `p${n}` });
    expect(services.asked.at(-1)).toBe(
      "Who came 2? → Who came 3? → Who came 4? → Who came 5? → Who came 6? → Who came 7? → Who came 8?",
    );
  });

  test("what the same person asked a moment ago outside of any thread, and nobody else's", async () => {
    const { ask, services } = serving();
    await ask("Who came?");
    await ask("And when?", { person: "y" });
    await ask("And when?", { thread: "theirs" });
    expect(services.asked).toEqual(["Who came?", "And when?", "Who came? → And when?"]);
  });

  test("it, and then why asks for a reason; first of all it asks for the lines, and among people it is left alone", async () => {
    const { ask, services } = serving();
    expect(await ask("why?", { thread: "ours", addressed: "overheard" })).toBeNull();
    expect(await ask("Why?", { thread: "ours" })).toContain("Name a reference");
    await ask("Who came?", { thread: "ours" });
    await ask("Why?", { thread: "ours", addressed: "overheard" });
    expect(services.asked).toEqual(["Who came?", "Who came? → Why?"]);
  });

  test("nothing that was no question, was not answered, or was written elsewhere", async () => {
    const { ask, services } = serving();
    await ask("/talks status", { thread: "ours" });
    await ask("Who knows?", { thread: "theirs", addressed: "overheard" });
    await ask("Who came?", { thread: "ours", place: "q:" });
    await ask("And when?", { thread: "ours" });
    expect(services.asked).toEqual(["Who came?", "And when?"]);
  });
});
