/** Rate limits as Discord keeps them: a bucket for a route and its channel, told in headers before it is full. */
export type Buckets = {
  /** Counts a request; null when it is one too many. */
  take(
    method: string,
    route: string,
    path: string,
  ): { readonly headers: Headers; readonly isOver: boolean; readonly resetMs: number };
};
type Headers = Readonly<Record<string, string>>;

export function openBuckets(limit: number, windowMs: number): Buckets {
  const buckets = new Map<string, { used: number; resetAt: number }>();
  return {
    take: (method, route, path) => {
      const major = /^\/(?:channels|guilds|webhooks)\/(\d+)/.exec(path)?.[1] ?? "";
      const key = `${method} ${route} ${major}`;
      const now = Date.now();
      const known = buckets.get(key);
      const bucket = known && known.resetAt > now ? known : { used: 0, resetAt: now + windowMs };
      bucket.used += 1;
      buckets.set(key, bucket);
      const resetMs = bucket.resetAt - now;
      return {
        resetMs,
        // Answers to interactions are not limited.
        isOver: bucket.used > limit && !route.startsWith("/interactions"),
        headers: {
          "x-ratelimit-limit": String(limit),
          "x-ratelimit-remaining": String(Math.max(0, limit - bucket.used)),
          "x-ratelimit-reset": (bucket.resetAt / 1000).toFixed(3),
          "x-ratelimit-reset-after": (resetMs / 1000).toFixed(3),
          "x-ratelimit-bucket": Buffer.from(`${method}${route}`).toString("hex").slice(0, 24),
        },
      };
    },
  };
}
