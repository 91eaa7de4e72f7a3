/** Caps of tokens and money a day, for each workspace and for reading: what would go beyond is not asked. */
import type { Day, Instant } from "../../core/article/article.ts";
import type { ModelCall } from "../../core/model/spending.ts";
import { dayOf } from "../../core/text/day.ts";
import type { Store } from "../../ports.ts";

export type Caps = {
  readonly tokensPerDay: number;
  /** In whatever the prices are in; null caps tokens alone. */
  readonly moneyPerDay: number | null;
  /** Money for a million tokens. */
  readonly priceIn: number;
  readonly priceOut: number;
};

export type Spent = { readonly calls: number; readonly tokens: number; readonly micros: number };
export type Cost = { readonly tokensIn: number; readonly tokensOut: number };

/** A call that may be made; it must be settled, by what it cost or by nothing. */
export type Reserved = {
  settle(cost: Cost | null, kept: ModelCall["kept"], now: Instant): Promise<void>;
};

export type Budget = {
  /** Null when the cap would be passed. */
  reserve(account: string, most: Cost, now: Instant): Promise<Reserved | null>;
  spent(account: string, now: Instant): Promise<Spent>;
};

const nothing: Spent = { calls: 0, tokens: 0, micros: 0 };

export function openBudget(store: Pick<Store, "modelSpending" | "saveModelCall">, caps: Caps): Budget {
  const micros = ({ tokensIn, tokensOut }: Cost) => Math.ceil(tokensIn * caps.priceIn + tokensOut * caps.priceOut);
  /** Reserved and not yet settled, by account. */
  const open = new Map<string, { tokens: number; micros: number }>();
  const spentOn = async (day: Day, account: string): Promise<Spent> =>
    (await store.modelSpending(day)).find((one) => one.account === account) ?? nothing;
  return {
    spent: (account, now) => spentOn(dayOf(now), account),
    async reserve(account, most, now) {
      const day = dayOf(now);
      const spent = await spentOn(day, account);
      const held = open.get(account) ?? { tokens: 0, micros: 0 };
      const [tokens, money] = [most.tokensIn + most.tokensOut, micros(most)];
      if (spent.tokens + held.tokens + tokens > caps.tokensPerDay) return null;
      if (caps.moneyPerDay !== null && spent.micros + held.micros + money > caps.moneyPerDay * 1e6) return null;
      open.set(account, { tokens: held.tokens + tokens, micros: held.micros + money });
      return {
        async settle(cost, kept, at) {
          try {
            if (cost === null) return;
            const call = { day, account, tokens: cost.tokensIn + cost.tokensOut, micros: micros(cost), at, kept };
            await store.saveModelCall(call);
          } finally {
            const now = open.get(account)!;
            open.set(account, { tokens: now.tokens - tokens, micros: now.micros - money });
          }
        },
      };
    },
  };
}
