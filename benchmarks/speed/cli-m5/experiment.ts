import { join } from 'node:path';
import type { Experiment } from '../../shared/experiment.ts';
import { writeLongM5 } from '../../shared/m5.ts';
import { measureForecast } from '../../shared/measured-forecast.ts';
import { writeSyntheticM5 } from '../../shared/synthetic-m5.ts';

export const experiment: Experiment = {
  question:
    'How long does the command line take for M5’s 1,000 sample series as one long CSV file, and in how much memory?',
  async run(context) {
    const folder = context.small
      ? writeSyntheticM5(join(context.workFolder, 'm5'))
      : context.dataFolder('m5');
    const file = join(context.workFolder, 'm5-long.csv');
    await writeLongM5(folder, file);
    const args = [
      '--id',
      'item,store',
      '--date',
      'date',
      '--value',
      'units',
      '--static',
      'dept,state',
      '--horizon',
      '28',
    ];
    return measureForecast(context, file, args, context.small ? 1 : 3);
  },
};
