import { join } from 'node:path';
import type { Experiment } from '../../shared/experiment.ts';
import { measurePlatform } from '../../shared/measured-platform.ts';
import { writeSyntheticFreshretail } from '../../shared/synthetic-freshretail.ts';

export const experiment: Experiment = {
  question:
    'How long does the whole platform take for the 50,000 series of FreshRetailNet, and does it stay below 2 GB?',
  async run(context) {
    const file = context.small
      ? await writeSyntheticFreshretail(context.workFolder)
      : join(context.dataFolder('freshretail'), 'daily.parquet');
    const columns = [
      '--product',
      'product_id',
      '--location',
      'store_id',
      '--date',
      'date',
      '--units',
      'sales',
    ];
    return measurePlatform(context, file, columns);
  },
};
