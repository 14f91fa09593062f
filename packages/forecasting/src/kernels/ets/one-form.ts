import { type EtsFit, type EtsPoint, fitEts } from './fit.ts';
import type { EtsForm } from './form.ts';
import { dampedSeeds, levelSeeds, multiplied, otherLevels, seasonSeeds, trendSeeds } from './seeds.ts';
import type { EtsWorkspace } from './workspace.ts';

/**
 * Fits one form, from simpler ones: the level alone, with a season, with errors or a season that multiply, with a trend.
 * `earlier`, the same form's fit to a shorter part of the same history, is a start that replaces all this. Undefined
 * where no point is allowed: proportional errors of values that are not positive.
 */
export function fitForm(
  form: EtsForm,
  season: number,
  space: EtsWorkspace,
  earlier?: EtsPoint,
): EtsFit | undefined {
  if (earlier !== undefined) {
    const fit = fitEts(form, season, space, [earlier]);
    if (fit !== undefined) return fit;
  }
  const base = withoutTrend(form, season, space);
  if (base === undefined || form.trend === 'N') return base;
  const undamped = fitFrom({ ...form, trend: 'A' }, season, space, trendSeeds(base));
  return form.trend === 'A' ? undamped : fitFrom(form, season, space, dampedSeeds(base, undamped));
}

/** From two groups of points, the likelier end. */
function fitFrom(
  form: EtsForm,
  season: number,
  space: EtsWorkspace,
  [some, others]: [EtsPoint[], EtsPoint[]],
): EtsFit | undefined {
  return likelier(fitEts(form, season, space, some), fitEts(form, season, space, others));
}

function withoutTrend(
  { error, season: kind }: EtsForm,
  season: number,
  space: EtsWorkspace,
): EtsFit | undefined {
  let base = fitEts({ error: 'A', trend: 'N', season: 'N' }, season, space, levelSeeds(space.values));
  if (base === undefined) return undefined;
  if (kind !== 'N') {
    const form: EtsForm = { error: 'A', trend: 'N', season: 'A' };
    base = fitFrom(form, season, space, seasonSeeds(space.values, season));
    if (base === undefined) return undefined;
  }
  if (kind === 'M')
    return fitEts({ error, trend: 'N', season: 'M' }, season, space, otherLevels(multiplied(base)));
  return error === 'M' ? fitEts({ error, trend: 'N', season: kind }, season, space, otherLevels(base)) : base;
}

function likelier(a: EtsFit | undefined, b: EtsFit | undefined): EtsFit | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.deviance <= b.deviance ? a : b;
}
