/**
 * The JSON-Server dialect of every list: `_sort`, `_order`, `_start`, `_end`, plain filters, and `id` repeated to fetch
 * several by id. The total travels in `X-Total-Count`, exact up to `countedTo` and one more than that above.
 */
export interface ListWindow {
  /** A field of the list's `sorts`. */
  sort?: string;
  order: 'ASC' | 'DESC';
  /** First row, from 0. */
  start: number;
  /** One past the last row. */
  end: number;
}

/** Totals are exact up to this many; above, the API says one more, which is shown as "10 000+". */
export const countedTo = 10_000;

/** The largest page that is answered. */
export const largestPage = 100;

/** The deepest row that a list reaches; beyond it, filters find better than paging. */
export const deepestRow = 100_000;

/**
 * So many rows of lists about people somebody turns to in so many seconds, on pages that they have not read in that time: thirty
 * of the largest pages, or two of the staff UI's pages a second, which is more than anybody reads. The same page again is free.
 */
export const mostTurnedTo = { rows: 30 * largestPage, seconds: 60 };
