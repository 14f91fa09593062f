import { cesKinds } from './ces-kinds.ts';
import { cesModel } from './ces-model.ts';

/**
 * Complex exponential smoothing without a season, with a simple, a partial or a full one, the best by AICc
 * (Svetunkov, Kourentzes & Ord 2022, Naval Research Logistics 69).
 */
export const autoCes = cesModel('auto-ces', cesKinds);
