import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ForecastPlan } from '@shelfcast/forecasting';
import { forecastPanelOnThreads } from '@shelfcast/forecasting/threads';
import type { Experiment } from '../../shared/experiment.ts';
import { watchMemory } from '../../shared/memory-watch.ts';
import { megabytes, seconds } from '../../shared/result-table.ts';
import { m5Data } from '../../shared/retail/m5-data.ts';
import { windowAt } from '../../shared/retail/retail-data.ts';
import { writeSyntheticM5 } from '../../shared/synthetic-m5.ts';

export const experiment: Experiment = {
  question: 'What does the default choice cost on 1,000 long daily series, with quantiles and a backtest?',
  async run(context) {
    const data = await m5Data(
      context.small ? writeSyntheticM5(join(context.workFolder, 'm5')) : context.dataFolder('m5'),
    );
    const { values, offsets } = windowAt(data, data.lastOrigin);
    const plan: ForecastPlan = {
      horizon: data.horizon,
      season: data.season,
      quantiles: [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95],
      models: 'auto',
      origins: 3,
    };
    const memory = watchMemory(process.pid);
    const began = performance.now();
    const before = process.cpuUsage();
    await forecastPanelOnThreads({ values, offsets }, plan);
    const { user, system } = process.cpuUsage(before);
    const wall = (performance.now() - began) / 1000;
    const peak = memory.stop();
    const count = offsets.length - 1;
    return {
      head: ['data', 'threads', 'wall-clock time', 'processor time', 'a series', 'peak memory (PSS)'],
      rows: [
        [
          `${count.toLocaleString('en-US')} series, ${values.length.toLocaleString('en-US')} values`,
          `${availableParallelism()}`,
          seconds(wall),
          seconds((user + system) / 1e6),
          `${((user + system) / 1e3 / count).toFixed(1)} ms`,
          megabytes(peak.pssBytes),
        ],
      ],
    };
  },
};
