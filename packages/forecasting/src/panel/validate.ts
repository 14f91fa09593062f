import type { ForecastPlan, IntervalMethod, Panel } from '../contract.ts';
import { ForecastingError } from '../errors.ts';
import { criteria } from '../evaluation/criterion.ts';
import { modelsNamed } from '../models/registry.ts';

const INTERVAL_METHODS: readonly IntervalMethod[] = [
  'auto',
  'conformal',
  'adaptive',
  'analytic',
  'simulated',
  'counts',
];

/** Throws a ForecastingError that names the place, where a plan asks for what can't be. */
export function validatePlan(plan: ForecastPlan): void {
  wholeNumber('horizon', plan.horizon);
  wholeNumber('season', plan.season);
  wholeNumber('origins', plan.origins);
  if (plan.paths !== undefined) wholeNumber('paths', plan.paths);
  if (plan.intervals !== undefined && !INTERVAL_METHODS.includes(plan.intervals))
    throw invalidPlan(`intervals is "${plan.intervals}"; there are ${INTERVAL_METHODS.join(', ')}.`);
  for (const season of plan.seasons ?? [])
    if (!(season > plan.season && season < Number.POSITIVE_INFINITY))
      throw invalidPlan(`seasons has ${season}; each must be longer than season, ${plan.season}.`);
  for (let j = 0; j < plan.quantiles.length; j++) {
    const level = plan.quantiles[j];
    if (!(level > 0 && level < 1))
      throw invalidPlan(`Quantile ${level} is not between 0 and 1, both excluded.`);
    if (j > 0 && level <= plan.quantiles[j - 1])
      throw invalidPlan(`Quantiles must increase; ${level} follows ${plan.quantiles[j - 1]}.`);
  }
  if (plan.criterion !== undefined && !criteria.includes(plan.criterion))
    throw invalidPlan(`criterion is "${plan.criterion}"; it must be one of ${criteria.join(', ')}.`);
  if (plan.criterion === 'pinball' && plan.quantiles.length === 0)
    throw invalidPlan('The criterion pinball needs quantiles.');
  modelsNamed(plan.models);
}

/** Throws a ForecastingError where a panel's parts don't fit each other or hold an infinity. Returns the series count. */
export function validatePanel(panel: Panel, horizon: number): number {
  const { values, offsets, known, common, statics, closed } = panel;
  const count = offsets.length - 1;
  if (count < 0) throw invalidPanel('offsets is empty; a panel without series has one offset, 0.');
  if (offsets[0] !== 0) throw invalidPanel(`The first offset is ${offsets[0]}, not 0.`);
  for (let i = 0; i < count; i++)
    if (offsets[i + 1] < offsets[i]) throw invalidPanel(`Offset ${i + 1} is smaller than the one before it.`);
  if (offsets[count] !== values.length)
    throw invalidPanel(`The last offset is ${offsets[count]}, but there are ${values.length} values.`);
  refuseInfinity(values, (at) => `Value ${at}, of series ${seriesAt(offsets, at)},`);
  if (closed && closed.length !== count * horizon)
    throw invalidPanel(
      `closed has ${closed.length} entries; ${count} series × ${horizon} periods need others.`,
    );
  if (known) {
    sameCount('known', known.names.length, known.columns.length);
    for (let c = 0; c < known.columns.length; c++) {
      columnLength(
        `known column "${known.names[c]}"`,
        known.columns[c].length,
        values.length + count * horizon,
      );
      refuseInfinity(known.columns[c], (at) => `Entry ${at} of known column "${known.names[c]}"`);
    }
  }
  if (common) validateCommon(common, offsets, horizon);
  if (statics) {
    sameCount('statics', statics.names.length, statics.codes.length);
    for (let c = 0; c < statics.codes.length; c++)
      columnLength(`static column "${statics.names[c]}"`, statics.codes[c].length, count);
  }
  return count;
}

function validateCommon(
  { names, columns, starts }: NonNullable<Panel['common']>,
  offsets: Uint32Array,
  horizon: number,
): void {
  const count = offsets.length - 1;
  sameCount('common', names.length, columns.length);
  columnLength('column of starts', starts.length, count);
  for (let c = 0; c < columns.length; c++) {
    for (let i = 0; i < count; i++)
      if (starts[i] + offsets[i + 1] - offsets[i] + horizon > columns[c].length)
        throw invalidPanel(`Common column "${names[c]}" ends before the horizon of series ${i}.`);
    refuseInfinity(columns[c], (at) => `Entry ${at} of common column "${names[c]}"`);
  }
}

function wholeNumber(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) throw invalidPlan(`${name} is ${value}; it must be 1, 2, 3, …`);
}

function refuseInfinity(values: Float64Array, place: (at: number) => string): void {
  for (let at = 0; at < values.length; at++)
    if (values[at] === Number.POSITIVE_INFINITY || values[at] === Number.NEGATIVE_INFINITY)
      throw invalidPanel(`${place(at)} is infinite; NaN stands for a value that was not observed.`);
}

function sameCount(part: string, names: number, columns: number): void {
  if (names !== columns) throw invalidPanel(`${part} has ${names} names for ${columns} columns.`);
}

function columnLength(column: string, length: number, expected: number): void {
  if (length !== expected) throw invalidPanel(`The ${column} has ${length} entries; it needs ${expected}.`);
}

function seriesAt(offsets: Uint32Array, at: number): number {
  let i = 0;
  while (offsets[i + 1] <= at) i++;
  return i;
}

function invalidPlan(message: string): ForecastingError {
  return new ForecastingError('invalid_plan', message);
}

function invalidPanel(message: string): ForecastingError {
  return new ForecastingError('invalid_panel', message);
}
