/** New answers in an old text: what was asked about changes, everything else stays to the letter. */
import { describe, expect, test } from "vitest";
import { readConfig } from "../../config/config.ts";
import { type Answers, draftConfig } from "../../config/draft.ts";
import { textOf } from "../checkout/files.ts";

const answers: Answers = {
  story: "dock",
  places: ["discord:1/2", "slack:T1/C1"],
  schedule: "daily 08:00",
  zone: "Europe/Kyiv",
  quietHours: "22:00-07:00",
  alerts: "slack:T1/C9",
};

const base = `# Ours.
zone: UTC   # shown
stories: [stories]
polling: { contact: "https://quay.example/contact" }

# Told to us.
# alerts: "terminal:"

# Where.
destinations:
  # One.
  - place: "terminal:"
    story: dock
    schedule: every 6h
    # zone: Europe/Kyiv

# Which.
feeds:
  - { id: quay, url: "https://quay.example/feed", outlet: Quay } # near
`;

test("the parts that were asked about change, and nothing else does", () => {
  expect(draftConfig(base, answers, null)?.text).toBe(`# Ours.
zone: "Europe/Kyiv"
stories: [stories]
polling: { contact: "https://quay.example/contact" }

# Told to us.
alerts: "slack:T1/C9"

# Where.
destinations:
  - place: "discord:1/2"
    story: "dock"
    schedule: "daily 08:00"
    quietHours: "22:00-07:00"
  - place: "slack:T1/C1"
    story: "dock"
    schedule: "daily 08:00"
    quietHours: "22:00-07:00"

# Which.
feeds:
  - { id: quay, url: "https://quay.example/feed", outlet: Quay } # near
`);
});

test("a second time changes nothing more, and none takes a setting away", () => {
  const once = draftConfig(base, answers, null)?.text ?? "";
  expect(draftConfig(once, answers, null)?.text).toBe(once);
  const without = draftConfig(once, { ...answers, alerts: null, quietHours: null }, null)?.text ?? "";
  expect(without).not.toMatch(/alerts:|quietHours:/);
});

test("a file elsewhere names its stories anew", () => {
  expect(draftConfig(base, answers, ["../stories"])?.text).toContain('stories:\n  - "../stories"\npolling');
});

test("the configuration that comes with Parley can be changed", () => {
  const shipped = textOf("config/parley.yaml");
  const draft = draftConfig(shipped, answers, null);
  const { config } = readConfig(draft?.text ?? "", "parley.yaml");
  expect(config?.feeds).toEqual(readConfig(shipped, "parley.yaml").config?.feeds);
  expect(config?.destinations).toHaveLength(2);
  expect(draft?.text.match(/#/g)?.length).toBeGreaterThan(30);
});

describe("a text that cannot be changed safely is left to a person", () => {
  test.each([
    ["no YAML", "zone: [\n"],
    ["one mapping in braces", JSON.stringify(readable())],
    [
      "an anchor that others use",
      base.replace("destinations:", "destinations: &all").replace("feeds:", "alerts: *all\nfeeds:"),
    ],
    [
      "lists at the margin with comments between",
      base.replace("  # One.", "- { place: 'terminal:', story: a, schedule: every 6h }"),
    ],
  ])("%s", (_, text) => {
    expect(draftConfig(text, answers, null)).toBeNull();
  });
});

function readable(): unknown {
  const feeds = [{ id: "quay", url: "https://quay.example/feed", outlet: "Quay" }];
  const destinations = [{ place: "terminal:", story: "dock", schedule: "every 6h" }];
  return { stories: ["stories"], polling: { contact: "https://quay.example/contact" }, destinations, feeds };
}
