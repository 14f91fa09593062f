import type { Experiment } from './experiment.ts';

/** Every experiment by name, loaded when it runs. A test runs each of them small. */
export const experiments: Readonly<Record<string, () => Promise<{ experiment: Experiment }>>> = {
  'default-cost': () => import('../speed/default-cost/experiment.ts'),
  'cli-m5': () => import('../speed/cli-m5/experiment.ts'),
  'cli-freshretail': () => import('../speed/cli-freshretail/experiment.ts'),
  'platform-m5': () => import('../speed/platform-m5/experiment.ts'),
  'platform-freshretail': () => import('../speed/platform-freshretail/experiment.ts'),
  'import-uci': () => import('../speed/import-uci/experiment.ts'),
  'big-file': () => import('../speed/big-file/experiment.ts'),
  'models-statsforecast': () => import('../speed/models-statsforecast/experiment.ts'),
  'statistical-models': () => import('../accuracy/statistical-models/experiment.ts'),
  'stock-outs': () => import('../accuracy/stock-outs/experiment.ts'),
  'bias-by-window': () => import('../accuracy/bias-by-window/experiment.ts'),
  calibration: () => import('../accuracy/calibration/experiment.ts'),
};
