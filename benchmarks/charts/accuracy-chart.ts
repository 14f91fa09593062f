import type { Bar, Chart, Panel } from './bars.ts';
import { rowsOf, type SavedTable } from './saved-table.ts';

const NAMES: Readonly<Record<string, string>> = {
  m5: 'M5, daily units',
  carparts: 'Car parts, monthly demand',
  'walmart-weekly': 'Walmart, weekly sales',
  rossmann: 'Rossmann, daily sales',
  freshretail: 'Fresh goods, daily sales',
};

/** Best statsforecast models shown a data set; the table has them all. */
const SHOWN = 3;
const LIBRARY = 'statsforecast ';
const PAIR = 'statsforecast mean of AutoETS and DynamicOptimizedTheta';

type Row = (column: string) => string;

/** A row's value; where it is of a part of the series only, the value that has the same proportion to ours on all of them. */
function valueBeside(auto: Row): (row: Row) => number {
  return (row) => {
    if (row('series') === auto('series')) return Number(row('value'));
    const percent = Number.parseFloat(row('auto against it (95 %)').replace('−', '-'));
    return Number(auto('value')) / (1 + percent / 100);
  };
}

/** For each data set ours, the best of statsforecast, its mean of AutoETS and DOT, and seasonal naive; shorter is better. */
export function accuracyChart(table: SavedTable): Chart {
  const rows = rowsOf(table);
  const panels = [...new Set(rows.map((row) => row('data')))].map((data): Panel => {
    const own = rows.filter((row) => row('data') === data);
    const named = (name: string) => own.filter((row) => row('forecast') === name);
    const [auto] = named('auto');
    const value = valueBeside(auto);
    const peers = own
      .filter((row) => row('forecast').startsWith(LIBRARY) && row('forecast') !== PAIR)
      .sort((a, b) => value(a) - value(b))
      .slice(0, SHOWN);
    const bars = [
      auto,
      ...named('auto, without covariates'),
      ...peers,
      ...named(PAIR),
      ...named('seasonal-naive'),
    ];
    return {
      heading: NAMES[data] ?? data,
      note: `${auto('by')}, ${auto('series')} series`,
      bars: bars.map(
        (row): Bar => ({
          label: `${row('forecast').replace(PAIR, 'mean of AutoETS and DOT').replace(LIBRARY, '')}${row('series') === auto('series') ? '' : ' *'}`,
          value: value(row),
          text: value(row).toFixed(3),
          ours: row('forecast').startsWith('auto'),
        }),
      ),
    };
  });
  return {
    title: 'The default is as accurate as the best single model, or more so, on every data set',
    subtitle:
      'Error of forecasts, shorter is better. Green: Shelfcast; grey: statsforecast 2.1.1, its three best, and seasonal naive',
    panels,
    source: `* on a part of the series, in proportion to ours there. Measured ${table.circumstances.slice(0, 10)}; all figures: docs/accuracy.md`,
  };
}
