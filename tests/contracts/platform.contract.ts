/**
 * What every platform must do, whatever it is: a message arrives whole and once, can be found again by its key, can be
 * corrected, and what people write is answered. Each adapter runs this suite with its own way of opening and looking.
 */
import { describe, expect, test } from "vitest";
import { heading, paragraph, text } from "../../src/core/post/post.ts";
import type { Answer, Message, Platform, Request } from "../../src/ports.ts";

/** A platform under test, and what a person in the place sees and does. */
export type Opened = {
  readonly platform: Platform;
  readonly place: string;
  /** Everything that is visible in the place, as text. */
  readonly seen: () => Promise<string>;
  /** A person writes a line to the bot. */
  readonly write: (line: string) => Promise<void>;
  /** No more is going to be written. */
  readonly leave: () => Promise<void>;
};

const lineOf = ({ input }: Request) => (input.kind === "line" ? input.text : input.action);

export function platformContract(name: string, open: () => Promise<Opened>): void {
  const message = (place: string, key: string, line: string, inThreadOf: string | null = null): Message => ({
    key,
    place,
    document: [heading("Harbour talks"), paragraph(text(line))],
    title: "Harbour talks",
    inThreadOf,
    again: false,
  });
  const at = (place: string, key: string, inThreadOf: string | null = null) => ({ place, key, inThreadOf, since: 0 });
  const times = (whole: string, part: string) => whole.split(part).length - 1;

  describe(`${name} as a platform`, () => {
    test("a message is shown once and found by its key", async () => {
      const { platform, place, seen } = await open();
      expect(await platform.find(at(place, "k1"))).toEqual({ kind: "absent" });
      const outcome = await platform.post(message(place, "k1", "The strait reopened."));
      expect(outcome.kind).toBe("sent");
      expect(times(await seen(), "The strait reopened.")).toBe(1);
      const remoteId = outcome.kind === "sent" ? outcome.remoteId : "";
      expect(await platform.find(at(place, "k1"))).toEqual({ kind: "found", remoteId });
      expect(await platform.find(at(place, "k2"))).toEqual({ kind: "absent" });
      await platform.close();
    });

    test("a reply follows its root", async () => {
      const { platform, place, seen } = await open();
      const root = await platform.post(message(place, "k1", "The root."));
      expect(root.kind).toBe("sent");
      const reply = message(place, "k2", "The reply.", root.kind === "sent" ? root.remoteId : null);
      expect((await platform.post(reply)).kind).toBe("sent");
      const all = await seen();
      expect(all.indexOf("The root.")).toBeLessThan(all.indexOf("The reply."));
      expect((await platform.find(at(place, "k2", reply.inThreadOf))).kind).toBe("found");
      await platform.close();
    });

    test("two messages of the same words are two messages", async () => {
      const { platform, place, seen } = await open();
      await platform.post(message(place, "k1", "No change."));
      await platform.post(message(place, "k2", "No change."));
      expect(times(await seen(), "No change.")).toBe(2);
      await platform.close();
    });

    test("a correction is visible and keeps the message's id", async () => {
      const { platform, place, seen } = await open();
      const posted = await platform.post(message(place, "k1", "Twenty articles."));
      const remoteId = posted.kind === "sent" ? posted.remoteId : "";
      const edited = await platform.edit(message(place, "k1:2", "Twenty-eight articles."), remoteId);
      expect(edited).toEqual({ kind: "sent", remoteId });
      expect(await seen()).toContain("Twenty-eight articles.");
      await platform.close();
    });

    test("what people write is answered, in order, until they leave", async () => {
      const { platform, place, seen, write, leave } = await open();
      const asked: Request[] = [];
      const answer = async (request: Request): Promise<Answer> => {
        asked.push(request);
        return { post: { root: [paragraph(text(`Answer to ${lineOf(request)}.`))], thread: [] }, audience: "room" };
      };
      const listening = platform.listen({ answer, suggest: async () => [] });
      await write("first");
      await write("second");
      await leave();
      await listening;
      expect(asked.map((request) => [request.place, lineOf(request)])).toEqual([
        [place, "first"],
        [place, "second"],
      ]);
      expect(new Set(asked.map((request) => request.id)).size).toBe(2);
      const all = await seen();
      expect(all.indexOf("Answer to first.")).toBeGreaterThanOrEqual(0);
      expect(all.indexOf("Answer to first.")).toBeLessThan(all.indexOf("Answer to second."));
      await platform.close();
    });

    test("closing twice, or without listening, does nothing", async () => {
      const { platform } = await open();
      await platform.close();
      await platform.close();
    });
  });
}
