import { cesModel } from './ces-model.ts';

/** Complex exponential smoothing with an additive season (Svetunkov et al. 2022, 4). */
export const partialSeasonalCes = cesModel('partial-seasonal-ces', ['partial']);
