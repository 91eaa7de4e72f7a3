/** Columns to write in: those of the window, or what reads well in a file. */
const pipedColumns = 100;
const columnsMin = 20;
const columnsMax = 160;

export const widthOf = (): number => Math.min(columnsMax, Math.max(columnsMin, process.stdout.columns ?? pipedColumns));
