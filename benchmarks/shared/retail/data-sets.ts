import { join } from 'node:path';
import type { Context } from '../experiment.ts';
import { writeSyntheticM5 } from '../synthetic-m5.ts';
import { carpartsData } from './carparts-data.ts';
import { freshretailData } from './freshretail-data.ts';
import { m5Data } from './m5-data.ts';
import type { RetailData } from './retail-data.ts';
import { rossmannData } from './rossmann-data.ts';
import { walmartData } from './walmart-data.ts';

/** Every fifth of FreshRetail's 50,000 series: what statsforecast forecasts in minutes, not in hours. */
const FRESHRETAIL_STRIDE = 5;

/** A data set to be loaded when its turn comes, and the origins that are reported on it. */
export interface DataSet {
  readonly load: () => Promise<RetailData>;
  readonly origins: number;
}

/** The five data sets; one of made-up series in a small run. */
export function dataSets(context: Context): DataSet[] {
  if (context.small)
    return [{ load: () => m5Data(writeSyntheticM5(join(context.workFolder, 'm5'))), origins: 2 }];
  return [
    { load: () => m5Data(context.dataFolder('m5')), origins: 3 },
    { load: () => carpartsData(context.dataFolder('carparts')), origins: 1 },
    { load: () => walmartData(context.dataFolder('walmart-weekly')), origins: 1 },
    { load: () => rossmannData(context.dataFolder('rossmann')), origins: 1 },
    { load: () => freshretailData(context.dataFolder('freshretail'), FRESHRETAIL_STRIDE), origins: 1 },
  ];
}
