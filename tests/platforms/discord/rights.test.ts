import { expect, test } from "vitest";
import { placeOf, replyId, splitId, spotOf } from "../../../src/platforms/discord/place.ts";
import { inviteLink, permissions, rights } from "../../../src/platforms/discord/rights.ts";

test("the invite link asks for the least, and each right says why", () => {
  const link = new URL(inviteLink("400"));
  expect(link.origin + link.pathname).toBe("https://discord.com/oauth2/authorize");
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: "400",
    scope: "bot applications.commands",
    permissions: "309237730304",
  });
  expect(permissions).toBe(309237730304n);
  expect(rights.every(({ name, why }) => name.length > 3 && why.length > 10)).toBe(true);
});

test.each([
  ["discord:100/200", { guild: "100", channel: "200" }],
  ["discord:@me/500", { guild: null, channel: "500" }],
])("%s is a place", (place, spot) => {
  expect(spotOf(place)).toEqual(spot);
  expect(placeOf(spot)).toBe(place);
});

test.each(["terminal:", "discord:", "discord:100", "discord:a/b", "slack:T1/C1", "discord:100/200/300"])(
  "%s is none",
  (place) => {
    expect(spotOf(place)).toBeNull();
  },
);

test("a reply is named with its thread, a root by itself", () => {
  expect(splitId(replyId("250", "801"))).toEqual({ thread: "250", message: "801" });
  expect(splitId("700")).toEqual({ thread: null, message: "700" });
});
