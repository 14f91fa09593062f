import { cesModel } from './ces-model.ts';

/** Complex exponential smoothing without a season (Svetunkov, Kourentzes & Ord 2022, Naval Research Logistics 69, 3). */
export const ces = cesModel('ces', ['none']);
