import { cesModel } from './ces-model.ts';

/** Complex exponential smoothing with a season that is complex, too, and may follow the level (Svetunkov et al. 2022, 4). */
export const fullSeasonalCes = cesModel('full-seasonal-ces', ['full']);
