/**
 * The shape of a model's reply: a JSON schema in the narrow dialect that strict servers take (every key required, none
 * besides, what may be missing is a union with null), and the same read against what really came. It never throws.
 */
export type Schema = Plain | List | Shape;
type Plain = {
  readonly type: "string" | "boolean" | "integer" | readonly ["string", "null"];
  readonly enum?: readonly string[];
};
type List = { readonly type: "array"; readonly items: Schema };
type Shape = {
  readonly type: "object";
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
};

export const text: Schema = { type: "string" };
export const choice = (...words: readonly string[]): Schema => ({ type: "string", enum: words });
export const flag: Schema = { type: "boolean" };
export const list = (items: Schema): Schema => ({ type: "array", items });
export const object = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** Longer lists and texts are no reply to anything we ask. */
const itemsMax = 400;
const textMax = 4000;

/** Whether a value has this shape to the letter. */
export function fits(value: unknown, schema: Schema): boolean {
  if (schema.type === "object") return fitsObject(value, schema);
  if (schema.type === "array")
    return Array.isArray(value) && value.length <= itemsMax && value.every((one) => fits(one, schema.items));
  if (schema.type === "boolean") return typeof value === "boolean";
  if (schema.type === "integer") return Number.isSafeInteger(value);
  if (value === null) return typeof schema.type !== "string";
  return typeof value === "string" && value.length <= textMax && (!schema.enum || schema.enum.includes(value));
}

function fitsObject(value: unknown, schema: Shape): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  if (keys.length !== schema.required.length || !keys.every((key) => schema.required.includes(key))) return false;
  return keys.every((key) => fits((value as Readonly<Record<string, unknown>>)[key], schema.properties[key]!));
}

/** A reply as a value of a shape; null when it is none. Some servers put it into a fence, or think aloud before it. */
export function readReply<T>(reply: string, schema: Schema): T | null {
  const bare = reply
    .replace(/<think>[\s\S]*?<\/think>/gi, "")
    .replace(/^\s*```(?:json)?\s*|\s*```\s*$/gi, "")
    .trim();
  try {
    const value: unknown = JSON.parse(bare);
    return fits(value, schema) ? (value as T) : null;
  } catch {
    return null;
  }
}
