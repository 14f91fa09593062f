import { cesModel } from './ces-model.ts';

/** Complex exponential smoothing of each phase of the season by itself, with the same constants (Svetunkov et al. 2022, 4). */
export const simpleSeasonalCes = cesModel('simple-seasonal-ces', ['simple']);
