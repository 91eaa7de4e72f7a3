/** A platform in memory, with verbs for what goes wrong: the next attempts can be refused, put off, or lost half-way. */
import type { Answer, Ears, Message, Platform, PostOutcome, Request } from "../../src/ports.ts";

export type FakePlatform = Platform & {
  /** Everything that people see, in order. */
  readonly shown: Message[];
  /** The next attempt ends like this; with `arrives` the message is shown all the same. */
  failNext(outcome: Exclude<PostOutcome, { kind: "sent" }>, arrives?: boolean): void;
  /** A person writes; resolves with the answer. */
  says(line: string, request?: Partial<Request>): Promise<Answer | null>;
  leave(): void;
};

export function platformInMemory(name = "memory"): FakePlatform {
  const shown: Message[] = [];
  const failures: { readonly outcome: PostOutcome; readonly arrives: boolean }[] = [];
  const ears = Promise.withResolvers<Ears>();
  const end = Promise.withResolvers<void>();
  let requests = 0;
  const idOf = (place: string, key: string) => `${name}:${place}:${key}`;
  const show = (message: Message, remoteId: string): PostOutcome => {
    const failure = failures.shift();
    if (!failure || failure.arrives) shown.push(message);
    return failure?.outcome ?? { kind: "sent", remoteId };
  };
  return {
    name,
    graceMs: 0,
    shown,
    failNext: (outcome, arrives = false) => void failures.push({ outcome, arrives }),
    fit: (document) => [document],
    post: async (message) => show(message, idOf(message.place, message.key)),
    find: async ({ place, key }) =>
      shown.some((message) => message.place === place && message.key === key)
        ? { kind: "found", remoteId: idOf(place, key) }
        : { kind: "absent" },
    edit: async (message, remoteId) => show(message, remoteId),
    listen: async (given) => {
      ears.resolve(given);
      await end.promise;
    },
    says: async (line, request = {}) => {
      requests += 1;
      const { answer } = await ears.promise;
      return answer({
        id: `q${requests}`,
        place: `${name}:`,
        person: "p1",
        input: { kind: "line", text: line },
        addressed: "directly",
        thread: null,
        manages: async () => false,
        ...request,
      });
    },
    leave: () => end.resolve(),
    close: async () => end.resolve(),
  };
}
