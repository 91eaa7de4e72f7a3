/** The one socket: opened again whatever closes it, given up only when Slack will not have the token. */
import { EventEmitter } from "node:events";
import type { SocketModeReceiver } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import { keepOpen, openReceiver, SocketRefused } from "../../../src/platforms/slack/socket.ts";
import { clockAt } from "../../fakes/clock.ts";
import { logInMemory } from "../../fakes/log.ts";
import { startSlack } from "../../fakes/slack-server.ts";

type Step = "opens" | "fails" | "refused" | { readonly closesAfterMinutes: number };

const refusal = (error: string) =>
  Object.assign(new Error(error), { code: "slack_webapi_platform_error", data: { error } });

/** A receiver whose connections end one after the other as the steps say; after the last, it stays open. */
function scripted(steps: readonly Step[]) {
  const clock = clockAt("2031-03-14T08:00:00Z");
  const waits: number[] = [];
  const log = logInMemory();
  const stop = new AbortController();
  const client = Object.assign(new EventEmitter(), { disconnect: async () => void client.emit("disconnected") });
  let starts = 0;
  const receiver = {
    client,
    start: async () => {
      const step = steps[starts] ?? "opens";
      starts += 1;
      if (step === "fails") throw Object.assign(new Error("cut"), { code: "slack_webapi_request_error" });
      if (step === "refused") throw refusal("invalid_auth");
      if (step === "opens") stop.abort();
      else {
        clock.advance(step.closesAfterMinutes);
        queueMicrotask(() => client.emit("disconnected"));
      }
    },
  };
  const wait = async (ms: number) => {
    waits.push(ms);
    clock.advance(ms / 60_000);
  };
  const setup = { appToken: "xapp-1", apiUrl: "", clientPingTimeoutMs: 1_000, log, clock, wait };
  const kept = keepOpen(receiver as unknown as SocketModeReceiver, setup, stop.signal);
  return { kept, waits, log, starts: () => starts };
}

describe("a socket", () => {
  test("that Slack closes now and then is opened again at once", async () => {
    const { kept, waits, starts } = scripted([{ closesAfterMinutes: 60 }, { closesAfterMinutes: 60 }]);
    await kept;
    expect(starts()).toBe(3);
    expect(waits.slice(0, -1)).toEqual([]);
  });

  test("that cannot be opened is tried again, ever more slowly, for as long as it takes", async () => {
    const { kept, waits, starts, log } = scripted(Array.from({ length: 9 }, () => "fails" as const));
    await kept;
    expect(starts()).toBe(10);
    expect(waits.slice(0, 8)).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000]);
    expect(log.said.filter((line) => line.includes("tried again"))).toHaveLength(9);
  });

  test("that closes as soon as it is open is no success", async () => {
    const { kept, waits } = scripted(Array.from({ length: 8 }, () => ({ closesAfterMinutes: 0 })));
    await kept;
    // But it was let in, and people may be writing.
    expect(waits.slice(0, 6)).toEqual([5_000, 10_000, 20_000, 30_000, 30_000, 30_000]);
  });

  test("whose token Slack refuses is given up in one clear line", async () => {
    const { kept, starts } = scripted(["fails", "refused"]);
    await expect(kept).rejects.toThrow(SocketRefused);
    await expect(kept).rejects.toThrow(/SLACK_APP_TOKEN.*connections:write/);
    expect(starts()).toBe(2);
  });
});

test("the SDK's own client asks once, with the app's token, and a refusal of Slack's comes through", async () => {
  const slack = await startSlack();
  const log = logInMemory();
  const setup = {
    appToken: "xapp-1-test",
    apiUrl: slack.api,
    clientPingTimeoutMs: 1_000,
    log,
    clock: clockAt("2031-03-14T08:00:00Z"),
    wait: async () => {},
  };
  slack.fail({ method: "apps.connections.open", does: { error: "invalid_auth" } });
  await expect(keepOpen(openReceiver(setup), setup, new AbortController().signal)).rejects.toThrow(SocketRefused);
  expect(slack.calls.map(({ method, token }) => [method, token])).toEqual([["apps.connections.open", "xapp-1-test"]]);
  expect(log.said.join("\n")).not.toContain("xapp-1-test");
  await slack.close();
});
