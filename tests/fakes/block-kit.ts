/**
 * Block Kit's limits as a judge: every way in which blocks break them, worded like Slack's own `invalid_blocks`. Slack
 * publishes no schema; the figures are those of its reference pages. What is not known here is refused, so that a new
 * kind of block is a choice.
 */

type Json = Readonly<Record<string, unknown>>;
type Add = (pointer: string, what: string) => void;
type Check = (value: Json, at: string, add: Add) => void;

/** Below what Slack was seen to refuse with `msg_blocks_too_long`. */
export const charactersMax = 10_000;
const blocksMax = { message: 50, home: 100, modal: 100 } as const;

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function between(value: unknown, at: string, min: number, max: number, add: Add): void {
  const length = typeof value === "string" || Array.isArray(value) ? value.length : 0;
  if (length < min) add(at, `must have at least ${min}, has ${length}`);
  if (length > max) add(at, `must have at most ${max}, has ${length}`);
}

const textObject =
  (max: number, kinds: readonly string[] = ["plain_text", "mrkdwn"]): Check =>
  (value, at, add) => {
    if (!kinds.includes(String(value["type"]))) add(`${at}/type`, `unsupported type ${value["type"]}`);
    between(value["text"], `${at}/text`, 1, max, add);
  };

const plain = (max: number) => textObject(max, ["plain_text"]);

const each = (values: unknown, at: string, check: Check, add: Add): void =>
  list(values).forEach((value, i) => {
    if (isJson(value)) check(value, `${at}/${i}`, add);
    else add(`${at}/${i}`, "is no object");
  });

const field = (value: Json, name: string, at: string, check: Check, add: Add): void => {
  const inner = value[name];
  if (isJson(inner)) check(inner, `${at}/${name}`, add);
  else add(`${at}/${name}`, "is missing");
};

const button: Check = (value, at, add) => {
  between(value["action_id"], `${at}/action_id`, 1, 255, add);
  field(value, "text", at, plain(75), add);
  if (value["value"] !== undefined) between(value["value"], `${at}/value`, 0, 2_000, add);
  if (value["url"] !== undefined) between(value["url"], `${at}/url`, 1, 3_000, add);
};

const element: Check = (value, at, add) => {
  if (value["type"] === "button") button(value, at, add);
  else add(`${at}/type`, `unsupported element ${value["type"]}`);
};

/** Only words and links: people, groups and channels are what must never be there. */
const spoken: Check = (value, at, add) => {
  if (value["type"] === "text") between(value["text"], `${at}/text`, 1, 12_000, add);
  else if (value["type"] === "link") {
    between(value["url"], `${at}/url`, 1, 3_000, add);
    between(value["text"], `${at}/text`, 1, 12_000, add);
  } else add(`${at}/type`, `unsupported element ${value["type"]}`);
};

const section: Check = (value, at, add) => {
  between(value["elements"], `${at}/elements`, 1, 1_000, add);
  each(value["elements"], `${at}/elements`, spoken, add);
};

const richParts: Readonly<Record<string, Check>> = {
  rich_text_section: section,
  rich_text_quote: section,
  rich_text_list: (value, at, add) => {
    if (!["bullet", "ordered"].includes(String(value["style"]))) add(`${at}/style`, "is no style");
    between(value["elements"], `${at}/elements`, 1, 1_000, add);
    each(value["elements"], `${at}/elements`, section, add);
  },
};

const kinds: Readonly<Record<string, Check>> = {
  header: (value, at, add) => field(value, "text", at, plain(150), add),
  divider: () => {},
  section: (value, at, add) => {
    if (value["text"] === undefined && value["fields"] === undefined) add(at, "has neither text nor fields");
    if (value["text"] !== undefined) field(value, "text", at, textObject(3_000), add);
    if (value["fields"] !== undefined) between(value["fields"], `${at}/fields`, 1, 10, add);
    each(value["fields"], `${at}/fields`, textObject(2_000), add);
  },
  context: (value, at, add) => {
    between(value["elements"], `${at}/elements`, 1, 10, add);
    each(value["elements"], `${at}/elements`, textObject(3_000), add);
  },
  actions: (value, at, add) => {
    between(value["elements"], `${at}/elements`, 1, 25, add);
    each(value["elements"], `${at}/elements`, element, add);
  },
  rich_text: (value, at, add) => {
    between(value["elements"], `${at}/elements`, 1, 100, add);
    each(
      value["elements"],
      `${at}/elements`,
      (part, here) => {
        const check = richParts[String(part["type"])];
        if (check) check(part, here, add);
        else add(`${here}/type`, `unsupported type ${part["type"]}`);
      },
      add,
    );
  },
  input: (value, at, add) => {
    field(value, "label", at, plain(2_000), add);
    if (value["hint"] !== undefined) field(value, "hint", at, plain(2_000), add);
    const inner = isJson(value["element"]) ? value["element"] : {};
    if (inner["type"] !== "plain_text_input") add(`${at}/element`, `unsupported element ${inner["type"]}`);
    between(inner["action_id"], `${at}/element/action_id`, 1, 255, add);
    if (Number(inner["max_length"] ?? 1) > 3_000) add(`${at}/element/max_length`, "is above 3000");
  },
};

/** Every string under a `text` key, however deep. */
export function charactersOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + charactersOf(one), 0);
  if (!isJson(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === "text" && typeof inner === "string" ? inner.length : charactersOf(inner)),
    0,
  );
}

/** Everything under one key, however deep. */
export function allOf(value: unknown, key: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => allOf(one, key));
  if (!isJson(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...allOf(inner, key)]);
}

function unique(values: readonly unknown[], what: string, add: Add): void {
  const strings = values.map(String);
  for (const one of new Set(strings.filter((value, i) => strings.indexOf(value) !== i)))
    add("/blocks", `${what} "${one}" is there twice`);
}

/** Empty when Slack would take the blocks. */
export function blockProblems(blocks: unknown, surface: keyof typeof blocksMax = "message"): readonly string[] {
  const problems: string[] = [];
  const add: Add = (pointer, what) => problems.push(`[ERROR] ${what} [json-pointer:${pointer}]`);
  if (!Array.isArray(blocks)) return ["[ERROR] blocks are no list [json-pointer:/blocks]"];
  between(blocks, "/blocks", 0, blocksMax[surface], add);
  each(
    blocks,
    "/blocks",
    (block, at) => {
      const check = kinds[String(block["type"])];
      if (check) check(block, at, add);
      else add(`${at}/type`, `unsupported type ${block["type"]}`);
      if (block["block_id"] !== undefined) between(block["block_id"], `${at}/block_id`, 1, 255, add);
    },
    add,
  );
  unique(allOf(blocks, "block_id"), "block_id", add);
  unique(allOf(blocks, "action_id"), "action_id", add);
  if (surface === "message" && charactersOf(blocks) > charactersMax)
    add("/blocks", `more than ${charactersMax} characters`);
  return problems;
}

/** Empty when Slack would take the form or the home page. */
export function viewProblems(view: unknown): readonly string[] {
  if (!isJson(view)) return ["[ERROR] view is no object [json-pointer:/view]"];
  const problems: string[] = [];
  const add: Add = (pointer, what) => problems.push(`[ERROR] ${what} [json-pointer:${pointer}]`);
  if (view["type"] === "modal") {
    for (const name of ["title", "submit", "close"]) field(view, name, "/view", plain(24), add);
    between(view["private_metadata"], "/view/private_metadata", 0, 3_000, add);
    between(view["callback_id"], "/view/callback_id", 1, 255, add);
  }
  return [...problems, ...blockProblems(view["blocks"], view["type"] === "home" ? "home" : "modal")];
}
