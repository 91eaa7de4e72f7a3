/** The stand-ins themselves: they start, keep what they are told, and hear only this machine. */
import { request } from "node:http";
import { networkInterfaces } from "node:os";
import { DigitalDiscord } from "discord-digital-twin";
import { createEmulator } from "emulate";
import { expect, test } from "vitest";

/** An address of this machine that other machines could reach; null where there is none. */
const outward = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find((one) => one.family === "IPv4" && !one.internal)?.address;

/** Whether a port answers at an address; asked past the loopback rule of the other tests on purpose. */
const answers = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      const asked = request({ host, port, path: "/", timeout: 2_000 }, () => resolve(true));
      asked.on("error", () => resolve(false)).end();
    } catch {
      resolve(false);
    }
  });

test("the Discord stand-in answers on loopback", async () => {
  const twin = new DigitalDiscord({ guild: { id: "100" }, channels: [{ id: "200", name: "desk", type: 0 }] });
  await twin.start();
  try {
    const answer = await fetch(`${twin.restUrl}/v10/channels/200`, {
      headers: { authorization: `Bot ${twin.botToken}` },
    });
    expect(await answer.json()).toMatchObject({ id: "200", name: "desk" });
    if (outward !== undefined) expect(await answers(outward, twin.port)).toBe(false);
  } finally {
    await twin.stop();
  }
});

test("the Slack stand-in answers on loopback", async () => {
  const emulator = await createEmulator({ service: "slack", port: 0 });
  try {
    const { port, hostname } = new URL(emulator.url);
    expect(await answers(hostname === "localhost" ? "127.0.0.1" : hostname, Number(port))).toBe(true);
  } finally {
    await emulator.close();
  }
});
