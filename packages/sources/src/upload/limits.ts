/** Bounds that keep one file from taking the machine. Generous: real till exports stay far below each. */

/** Squarespace and Shopify export about 80 columns, an M5-style wide file 1,969. */
export const MAX_COLUMNS = 5_000;
/** Characters of one row, all fields together. A Shopify product with its HTML body is below 100,000. */
export const MAX_ROW_CHARACTERS = 1_048_576;
/** Characters of a code or a name; longer ones are text that slipped into the wrong column. */
export const MAX_CODE_CHARACTERS = 200;
/** Units or money in one row. A billion pieces in a line is a number from another column. */
export const MAX_AMOUNT = 1_000_000_000;
/** Bytes read at a time: large enough that the cost of a read vanishes, small enough to hold several. */
export const READ_BYTES = 262_144;
/** Rows looked at to tell day from month. */
export const SAMPLE_ROWS = 10_000;
/** No till exported sales before 1990; what looks older is Excel's day zero or a default. */
export const FIRST_PLAUSIBLE_YEAR = 1990;
/** How far ahead a promotion or price can be planned. */
export const MAX_PLANNED_DAYS = 3 * 366;
/** The largest chains on earth have some twenty thousand shops. */
export const MAX_LOCATIONS = 100_000;
