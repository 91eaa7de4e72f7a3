/** A log that keeps what was said. */
import type { Log } from "../../src/ports.ts";

export type FakeLog = Log & {
  /** `level message {fields}` in order. */
  readonly said: string[];
};

export function logInMemory(): FakeLog {
  const said: string[] = [];
  const say = (level: string) => (message: string, fields?: object) =>
    void said.push(`${level} ${message}${fields ? ` ${JSON.stringify(fields)}` : ""}`);
  return { said, info: say("info"), warn: say("warn"), error: say("error") };
}
