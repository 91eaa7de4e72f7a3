/** Whatever a feed could send, in every field, through the real client: Discord's schema and prose refuse none of it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Document } from "../../../src/core/post/post.ts";
import { heading, paragraph, text } from "../../../src/core/post/post.ts";
import type { Platform } from "../../../src/ports.ts";
import { hostileTexts } from "../../fakes/hostile.ts";
import { openAdapter } from "./adapter.ts";
import type { Body } from "./prose.ts";
import { messageIn } from "./prose.ts";
import { forum, guild, openStage, place, type Stage } from "./stage.ts";

let stage: Stage;
let platform: Platform;
beforeAll(async () => {
  stage = await openStage({ limit: 10_000 });
  ({ platform } = await openAdapter(stage));
});
afterAll(async () => {
  await platform.close();
  await stage.close();
});

const documentOf = (value: string): Document => [
  heading(value),
  paragraph(text(value), { kind: "strong", text: value }, { kind: "link", text: value, url: value }),
  { kind: "change", ref: value, label: value, inlines: [text(value)], sources: [7] },
  { kind: "list", items: [[text(value)], [{ kind: "link", text: "[1]", url: value }]] },
  { kind: "quote", text: value, by: [{ kind: "link", text: value, url: "https://courier.example/1" }] },
  { kind: "sources", items: [{ n: 1, label: value, url: value }] },
  { kind: "buttons", items: [{ label: value, action: "why", values: { ref: value } }] },
];

test(`${hostileTexts.length} hostile texts, in every field and as the name of a thread: all are posted, nobody is called`, async () => {
  expect(hostileTexts.length).toBeGreaterThanOrEqual(200);
  for (const [i, value] of hostileTexts.entries()) {
    const at = i % 10 === 0 ? `discord:${guild}/${forum}` : place;
    // A long text is as long in its first messages as in its last.
    for (const [part, document] of platform.fit(documentOf(value)).slice(0, 4).entries()) {
      const outcome = await platform.post({
        key: `${i}|${part}`,
        place: at,
        document,
        title: value,
        inThreadOf: null,
        again: false,
      });
      expect([value.slice(0, 60), outcome]).toEqual([
        value.slice(0, 60),
        { kind: "sent", remoteId: expect.any(String) },
      ]);
    }
  }
  expect(stage.rest.violations().map(({ route, faults }) => [route, faults])).toEqual([]);
  const bodies = stage.rest.asked
    .filter(({ method }) => method === "POST")
    .map(({ route, body }) => messageIn(route, body as Body));
  expect(bodies.length).toBeGreaterThan(hostileTexts.length);
  expect(bodies.filter(({ allowed_mentions }) => allowed_mentions?.parse?.length !== 0)).toEqual([]);
});
