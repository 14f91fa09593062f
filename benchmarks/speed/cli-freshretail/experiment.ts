import { join } from 'node:path';
import type { Experiment } from '../../shared/experiment.ts';
import { measureForecast } from '../../shared/measured-forecast.ts';
import { writeSyntheticFreshretail } from '../../shared/synthetic-freshretail.ts';

export const experiment: Experiment = {
  question:
    'How long does the command line take for the 50,000 series of FreshRetailNet (Parquet), and in how much memory?',
  async run(context) {
    const file = context.small
      ? await writeSyntheticFreshretail(context.workFolder)
      : join(context.dataFolder('freshretail'), 'daily.parquet');
    const columns = ['--id', 'store_id,product_id', '--date', 'date', '--value', 'sales'];
    const args = [...columns, '--known', 'discount,holiday,activity', '--horizon', '7'];
    return measureForecast(context, file, args, 1);
  },
};
