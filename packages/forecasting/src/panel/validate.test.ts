import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ForecastPlan, Panel } from '../contract.ts';
import { ForecastingError, type ForecastingErrorCode } from '../errors.ts';
import { weekly } from '../testing/panel-forecast.ts';
import { panelOf } from '../testing/series.ts';
import { forecastPanel } from './forecast-panel.ts';

const panel = panelOf([1, 2, 3], [4, 5]);

function refuses(
  code: ForecastingErrorCode,
  message: RegExp,
  change: { panel?: Partial<Panel>; plan?: Partial<ForecastPlan> },
) {
  assert.throws(
    () => forecastPanel({ ...panel, ...change.panel }, { ...weekly, ...change.plan }),
    (error) => error instanceof ForecastingError && error.code === code && message.test(error.message),
  );
}

test('a plan without a whole horizon, season or number of origins is refused', () => {
  refuses('invalid_plan', /horizon is 0/, { plan: { horizon: 0 } });
  refuses('invalid_plan', /season is 1.5/, { plan: { season: 1.5 } });
  refuses('invalid_plan', /origins is NaN/, { plan: { origins: Number.NaN } });
});

test('a number of paths that is none, or a method of intervals that does not exist, is refused', () => {
  refuses('invalid_plan', /paths is 0/, { plan: { paths: 0 } });
  refuses('invalid_plan', /intervals is "wide"; there are auto, conformal/, {
    plan: { intervals: 'wide' as 'auto' },
  });
});

test('a criterion that does not exist, or pinball loss without a quantile, is refused', () => {
  refuses('invalid_plan', /criterion is "mse"; it must be one of rmsse/, {
    plan: { criterion: 'mse' as 'mase' },
  });
  refuses('invalid_plan', /pinball needs quantiles/, { plan: { criterion: 'pinball', quantiles: [] } });
});

test('a longer season that is not longer than the season is refused', () => {
  refuses('invalid_plan', /seasons has 7; each must be longer than season, 7/, { plan: { seasons: [7] } });
  refuses('invalid_plan', /seasons has NaN/, { plan: { seasons: [365.25, Number.NaN] } });
});

test('quantiles outside of 0 to 1, or out of order, are refused', () => {
  refuses('invalid_plan', /Quantile 1 /, { plan: { quantiles: [0.5, 1] } });
  refuses('invalid_plan', /Quantile NaN/, { plan: { quantiles: [Number.NaN] } });
  refuses('invalid_plan', /0.1 follows 0.9/, { plan: { quantiles: [0.9, 0.1] } });
});

test('models that do not exist, or none at all, are refused', () => {
  refuses('unknown_model', /"arima"/, { plan: { models: ['arima'] } });
  refuses('unknown_model', /no model/, { plan: { models: [] } });
});

test('an infinite value is refused with its place, because NaN is what says not observed', () => {
  const values = Float64Array.of(1, 2, 3, 4, Number.POSITIVE_INFINITY);
  refuses('invalid_panel', /Value 4, of series 1, is infinite/, { panel: { values } });
});

test('offsets that do not fit the values are refused', () => {
  refuses('invalid_panel', /first offset is 1/, { panel: { offsets: Uint32Array.of(1, 3, 5) } });
  refuses('invalid_panel', /Offset 2 is smaller/, { panel: { offsets: Uint32Array.of(0, 3, 2, 5) } });
  refuses('invalid_panel', /last offset is 3, but there are 5 values/, {
    panel: { offsets: Uint32Array.of(0, 3) },
  });
  refuses('invalid_panel', /offsets is empty/, { panel: { offsets: new Uint32Array(0) } });
});

test('known columns cover history and horizon of every series, statics one code each, closed every period', () => {
  const known = { names: ['price'], columns: [new Float64Array(5)] };
  refuses('invalid_panel', /"price" has 5 entries; it needs 33/, { panel: { known } });
  refuses('invalid_panel', /known has 2 names for 1/, { panel: { known: { ...known, names: ['a', 'b'] } } });
  const statics = { names: ['store'], codes: [Int32Array.of(1)] };
  refuses('invalid_panel', /"store" has 1 entries; it needs 2/, { panel: { statics } });
  refuses('invalid_panel', /closed has 3 entries/, { panel: { closed: new Uint8Array(3) } });
});

test('common columns reach to the end of the horizon of every series', () => {
  const common = { names: ['feast'], columns: [new Float64Array(17)], starts: Uint32Array.of(0, 1) };
  assert.equal(forecastPanel({ ...panel, common }, weekly).count, 2);
  refuses('invalid_panel', /"feast" ends before the horizon of series 1/, {
    panel: { common: { ...common, starts: Uint32Array.of(0, 2) } },
  });
  refuses('invalid_panel', /column of starts has 1 entries; it needs 2/, {
    panel: { common: { ...common, starts: Uint32Array.of(0) } },
  });
});

test('a panel with covariates and attributes is forecast', () => {
  const known = { names: ['price'], columns: [new Float64Array(33).fill(2)] };
  const statics = { names: ['store'], codes: [Int32Array.of(1, -1)] };
  assert.equal(forecastPanel({ ...panel, known, statics }, weekly).count, 2);
});
