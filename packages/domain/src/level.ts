/**
 * What a forecast is of: a product at a location, all of a location, or all of the tenant. Upper levels are
 * forecast as series of their own, because quantiles cannot be summed. Key: series id, location id, 0.
 */
export type Level = 'series' | 'location' | 'total';
export const levels: readonly Level[] = ['series', 'location', 'total'];

/** The key of the one item of level `total`. */
export const TOTAL_KEY = 0;
