/** The model every other is held against. */
export const NAIVE = 'seasonal-naive';
