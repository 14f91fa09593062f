import { join } from 'node:path';
import type { Experiment } from '../../shared/experiment.ts';
import { writeLongM5 } from '../../shared/m5.ts';
import { measurePlatform } from '../../shared/measured-platform.ts';
import { writeSyntheticM5 } from '../../shared/synthetic-m5.ts';

export const experiment: Experiment = {
  question:
    'How long does the whole platform take for M5’s 1,000 sample series, import to export, and in how much memory?',
  async run(context) {
    const folder = context.small
      ? writeSyntheticM5(join(context.workFolder, 'm5'))
      : context.dataFolder('m5');
    const file = join(context.workFolder, 'm5-long.csv');
    await writeLongM5(folder, file);
    const columns = ['--product', 'item', '--location', 'store', '--date', 'date', '--units', 'units'];
    return measurePlatform(context, file, columns);
  },
};
