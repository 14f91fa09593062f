import { join } from 'node:path';
import { type Model, modelsNamed } from '@shelfcast/forecasting';
import { startAugurs } from '../../peers/augurs-peer.ts';
import type { Peer } from '../../peers/peer.ts';
import { startStatsforecast } from '../../peers/statsforecast-peer.ts';
import { bootstrapInterval } from '../../shared/bootstrap.ts';
import type { Experiment } from '../../shared/experiment.ts';
import { m5Data } from '../../shared/retail/m5-data.ts';
import { originsOf, type RetailData } from '../../shared/retail/retail-data.ts';
import { sampleByVolume } from '../../shared/retail/sample.ts';
import { writeSyntheticM5 } from '../../shared/synthetic-m5.ts';
import { contest, type SeriesContest } from './contest.ts';
import { type Pair, pairs } from './pairs.ts';

const ORIGINS = 3;
/** Some four years: the question is about long daily series. */
const LEAST_DAYS = 1500;

export const experiment: Experiment = {
  question: 'How much faster than statsforecast are the same models here, and are they as accurate?',
  async run(context) {
    const python = context.options.python;
    if (python === undefined)
      context.say('No interpreter with statsforecast was named (--python): ours are measured alone.');
    const data: RetailData = await m5Data(
      context.small ? writeSyntheticM5(join(context.workFolder, 'm5')) : context.dataFolder('m5'),
    );
    const libraries: Readonly<Record<Pair['library'], Peer | undefined>> = {
      statsforecast: python === undefined ? undefined : startStatsforecast(python),
      augurs: startAugurs(),
    };
    const rows: string[][] = [];
    for (const pair of pairs) {
      const { ours, library, theirs, season } = pair;
      if (context.options.models.length > 0 && !context.options.models.includes(ours)) continue;
      const count = context.small ? 3 : (context.options.series ?? pair.series);
      const sample = sampleByVolume(data, count, context.small ? 1 : LEAST_DAYS);
      const course = { season, horizon: data.horizon, origins: originsOf(data, ORIGINS) };
      const [model] = modelsNamed([ours]) as readonly [Model];
      const peer = libraries[library];
      const results = await contest(
        model,
        peer && { model: theirs, library: peer },
        sample,
        course,
        (done) => {
          if (done % 10 === 0) context.say(`${ours}: ${done} of ${sample.length} series`);
        },
      );
      rows.push(row(pair, results));
      context.say(rows.at(-1)!.join(' | '));
    }
    for (const library of Object.values(libraries)) await library?.stop();
    return {
      head: [
        'model',
        'against',
        'series',
        'ours, ms a fit',
        'theirs, ms a fit',
        'times faster (95 %)',
        'wanted',
        'mean RMSSE, ours',
        'theirs',
        'difference (95 %)',
      ],
      rows,
    };
  },
};

function row({ ours: name, library, season, target }: Pair, results: readonly SeriesContest[]): string[] {
  const all = Int32Array.from(results, (_, i) => i);
  const mean = (drawn: Int32Array, pick: (one: SeriesContest) => number): number =>
    drawn.reduce((sum, i) => sum + pick(results[i]), 0) / drawn.length;
  const ours = (drawn: Int32Array) => mean(drawn, (one) => one.ours.seconds);
  const error = (drawn: Int32Array) => mean(drawn, (one) => one.ours.rmsse);
  const milliseconds = (seconds: number) => ((seconds * 1000) / ORIGINS).toFixed(seconds < 0.01 ? 3 : 1);
  const left = [
    season === 1 ? `${name}, no season` : name,
    library,
    `${results.length} × ${ORIGINS}`,
    milliseconds(ours(all)),
  ];
  if (results[0].theirs === undefined) return [...left, '–', '–', '–', error(all).toFixed(4), '–', '–'];
  const theirs = (drawn: Int32Array) => mean(drawn, (one) => one.theirs!.seconds);
  const theirError = (drawn: Int32Array) => mean(drawn, (one) => one.theirs!.rmsse);
  const ratio = (drawn: Int32Array) => theirs(drawn) / ours(drawn);
  const difference = (drawn: Int32Array) => 100 * (error(drawn) / theirError(drawn) - 1);
  const [low, high] = bootstrapInterval(results.length, ratio);
  const [least, most] = bootstrapInterval(results.length, difference);
  return [
    ...left,
    milliseconds(theirs(all)),
    `${ratio(all).toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`,
    `≥ ${target}`,
    error(all).toFixed(4),
    theirError(all).toFixed(4),
    `${percent(difference(all))} (${percent(least)} to ${percent(most)})`,
  ];
}

function percent(value: number): string {
  return `${value > 0 ? '+' : ''}${value.toFixed(2)} %`;
}
