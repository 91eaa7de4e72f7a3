/** Long results are read a page at a time, so that one query never holds the process for long. */
import { setImmediate } from "node:timers/promises";

/** Rows of one query; at 1.5 KB a row a page takes some milliseconds. */
export const rowsPerPage = 500;

/**
 * All rows of a query that gives the rows after `last`, at most `limit` of them. Between pages other work may run, so
 * the order must be one in which later rows come last.
 */
export async function allPages<Row>(
  page: (last: Row | null, limit: number) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (;;) {
    const rows = await page(all.at(-1) ?? null, rowsPerPage);
    all.push(...rows);
    if (rows.length < rowsPerPage) return all;
    await setImmediate();
  }
}
