import type { RunStage } from './stage.ts';

/**
 * Models that look across shards are trained here, between extract and forecast, and written beside the shard files. Every
 * model we have so far learns from one series alone, so there is nothing to do.
 */
export const train: RunStage = { name: 'training', run: async () => {} };
