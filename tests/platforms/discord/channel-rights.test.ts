import { expect, test } from "vitest";
import { applicationOf } from "../../../src/platforms/discord/application.ts";
import { type Overwrite, rightsIn } from "../../../src/platforms/discord/channel-rights.ts";

const standing = {
  guild: "1",
  owner: "9",
  roles: [
    { id: "1", permissions: "1" },
    { id: "2", permissions: "6" },
    { id: "3", permissions: "8" },
  ],
  member: { id: "5", roles: ["2"] },
};
const at = (id: string, allow: number, deny: number): Overwrite => ({ id, allow: String(allow), deny: String(deny) });

/** What, the member's roles, the channel's overwrites, the rights that are left. */
const table: readonly (readonly [string, readonly string[], readonly Overwrite[], bigint])[] = [
  ["everybody's rights and those of own roles add up", ["2"], [], 7n],
  ["a role that one does not have gives nothing", [], [], 1n],
  ["the channel takes away from everybody", ["2"], [at("1", 0, 4)], 3n],
  ["a role's overwrite comes after everybody's", ["2"], [at("1", 0, 4), at("2", 4, 0)], 7n],
  ["a member's own comes last, whatever the order", ["2"], [at("5", 0, 4), at("2", 4, 0)], 3n],
  ["other people's overwrites do not count", ["2"], [at("6", 0, 7)], 7n],
];
test.each(table)("%s", (_, roles, overwrites, left) => {
  expect(rightsIn({ ...standing, member: { id: "5", roles } }, overwrites)).toBe(left);
});

test("an owner and an administrator may everything, whatever the channel says", () => {
  const none = [at("1", 0, 2 ** 40), at("3", 0, 2 ** 40)];
  for (const member of [
    { id: "9", roles: [] },
    { id: "5", roles: ["3"] },
  ])
    expect(rightsIn({ ...standing, member }, none) & (1n << 38n)).not.toBe(0n);
});

test("a token names its application, and anything else names none", () => {
  const token = `${Buffer.from("123456789012345678").toString("base64")}.Gabcde.secret-part`;
  expect(applicationOf(token)).toBe("123456789012345678");
  expect(applicationOf(`Bot ${token}`)).toBe("123456789012345678");
  for (const wrong of ["", "xoxb-1-2", "hello.there.you", "...."]) expect(applicationOf(wrong)).toBeNull();
});
