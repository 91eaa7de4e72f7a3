import { beforeEach, describe, expect, test } from "vitest";
import { complete } from "../../commands/complete.ts";
import { commands } from "../../commands/index.ts";
import { talks } from "../../commands/talks.ts";
import { helpView } from "../../commands/usage.ts";
import { serve } from "../../src/platforms/serve.ts";
import { renderDocument, renderPost } from "../../src/platforms/terminal/render.ts";
import { change, contradicted, digest, harbourTalks, now, reported, restart, said } from "../fakes/facts.ts";
import { type FakeServices, servicesKnowing } from "../fakes/services.ts";

beforeEach(restart);

async function typed(text: string, services: FakeServices, digestId: string | null = null) {
  const log = { info() {}, warn() {}, error() {} };
  const { answer } = serve({
    commands,
    services,
    log,
    timeoutMs: 1000,
    reference: () => "R1",
    receive: async () => true,
    digestOf: async () => null,
    digestAt: async () => digestId,
  });
  const given = await answer({
    id: "1",
    place: "terminal:",
    person: "you",
    input: { kind: "line", text },
    addressed: "directly",
    thread: "newest",
    manages: async () => false,
  });
  if (!given) throw new Error("nothing was answered");
  const { post, audience } = given;
  return { audience, lines: renderPost(post, { width: 100, colour: false }) };
}

const known = () => [
  reported("c1", said("Varga: the quota stays below 4,000 tonnes"), { speaker: "varga", issue: "quotas" }),
  contradicted(
    reported("c2", said("The treaty has 20 articles")),
    said("The treaty has 28 articles", { by: [{ outlet: "Strait Times" }] }),
  ),
];

describe("/talks", () => {
  test("help fits 24 lines of 80 columns", () => {
    const lines = renderDocument(helpView(talks), { width: 80, colour: false });
    expect(lines.length).toBeLessThanOrEqual(24);
    for (const name of Object.keys(talks.actions)) expect(lines.join("\n")).toContain(`• ${name}`);
  });

  test("latest shows the newest digest with its thread to the room", async () => {
    const services = servicesKnowing({ posted: [digest([change("c1", "new", "The strait reopened.")]), digest([])] });
    const { audience, lines } = await typed("latest", services);
    expect(audience).toBe("room");
    expect(lines[0]).toBe("Harbour talks · 1 change since Fri 20:00 UTC · 23 articles, 9 outlets, 5 origins");
    expect(lines[1]).toBe("  NEW       The strait reopened. [1]");
    expect(lines.at(-1)).toBe("└     https://alder-post.example/1");
  });

  test("latest 2 numbers the sources of both digests together", async () => {
    const posted = [digest([change("c1", "new", "One.")]), digest([change("c2", "new", "Two.")])];
    const { lines } = await typed("latest 2", servicesKnowing({ posted }));
    expect(lines.filter((line) => line.includes("NEW"))).toEqual(["  NEW       One. [1]", "  NEW       Two. [2]"]);
  });

  test("latest says privately that nothing was posted yet", async () => {
    const { audience, lines } = await typed("latest", servicesKnowing());
    expect([audience, lines[1]]).toEqual([
      "person",
      "No digest has been posted yet. /talks since 24h shows what is known so far.",
    ]);
  });

  test.each([
    ["since yesterday", "No material change: 23 articles, 5 origins, 0 new claims; last change 14 h ago."],
    ["diff friday today", "No material change: 23 articles, 5 origins, 0 new claims; last change just now."],
    ["why c9", "There is no fact c9. Did you mean c1 or c2?"],
    ["actor observers", "Nothing has been reported about The Observers so far."],
    ["timeline passage", "Nothing has been reported on that so far."],
    ["expected", "Nothing that is planned or expected is still open."],
    ["corrections", "No source has withdrawn anything that was told."],
    ["positions", "• Fishing quotas: Varga: the quota stays below 4,000 tonnes. [1] c1"],
    ["disputed", "• Against it: The treaty has 28 articles. [2] (Strait Times; 1 independent origin)"],
    ["sources", "• Alder Post · 2 articles, last Sat 10:00 UTC, origin: Alder Post"],
    ["stories", "• Harbour talks (harbour-talks) · Ostland and Westmark negotiate the strait. Now: the Port Alder"],
    ["status", "• Followed: 1 article, 2 facts."],
    ["actors", "• Ilona Varga · Ostland's chief negotiator · 1 fact, last reported Sat 10:00 UTC"],
    ["help why", "/talks why [ref]"],
    ["help constructor", "There is no /talks constructor. /talks help lists what there is."],
    ["help nothing", "There is no /talks nothing. /talks help lists what there is."],
  ])("%s", async (line, expected) => {
    const { lines } = await typed(line, servicesKnowing({ facts: known() }));
    expect(lines).toContain(expected);
  });

  test("every action describes itself and its options in a short sentence", () => {
    for (const [name, action] of Object.entries(talks.actions)) {
      expect(action.about, name).toMatch(/^[A-Z].{5,60}\.$/);
      for (const option of Object.values(action.options)) expect(option.about, name).toMatch(/^[A-Z].{5,60}\.$/);
    }
  });
});

describe("completion", () => {
  const reading = { stories: [harbourTalks], story: harbourTalks, now, zone: "UTC" };
  test.each([
    ["/ta", ["/talks "]],
    ["/talks act", ["/talks actor ", "/talks actors "]],
    ["dis", ["disputed "]],
    ["actor lin", ["actor lindqvist"]],
    ["/talks timeline pas", ["/talks timeline passage"]],
    ["actor obs", ["actor observers"]],
    ["since fri", []],
    ["/other x", []],
  ])("%j", (line, expected) => {
    expect(complete(commands, line, reading)).toEqual(expected);
  });
});
