import type { PastForecast, PastForecastPage } from '@shelfcast/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import table from '../../components/table.module.css';
import { plainDay } from '../../format/dates.ts';
import { percent, roundUnits } from '../../format/numbers.ts';
import { periodsName } from '../../format/periods.ts';

interface Props {
  readonly page: UseQueryResult<PastForecastPage>;
  /** Those of earlier runs. */
  readonly items: readonly PastForecast[];
}

/** What was published earlier, beside what then sold: the test that can't be cheated. */
export function PastForecasts({ page, items }: Props) {
  if (page.error) return <ProblemNotice error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <Skeleton width="100%" height={96} />;
  if (items.length === 0) {
    return (
      <Panel title="No earlier forecasts yet">
        <p>Each run keeps what it published. After the next one, you will see here how this one did.</p>
      </Panel>
    );
  }
  return (
    <Panel title="Past forecasts, held against what then sold" flush>
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Made with sales up to</th>
              <th scope="col" className="number">
                Expected
              </th>
              <th scope="col" className="number">
                Sold
              </th>
              <th scope="col" className="number">
                Off by
              </th>
              <th scope="col" className={table.wideOnly}>
                Known so far
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => {
              // Only periods that have an actual: a month's forecast is not held against a week's sales.
              const known = item.actual.flatMap((value, i) =>
                value === null ? [] : [{ value, expected: item.mean[i] ?? 0 }],
              );
              return (
                <tr key={item.run}>
                  <th scope="row">{plainDay(item.origin)}</th>
                  <td className="number">
                    {known.length ? roundUnits(known.reduce((sum, one) => sum + one.expected, 0)) : '–'}
                  </td>
                  <td className="number">
                    {known.length ? roundUnits(known.reduce((sum, one) => sum + one.value, 0)) : '–'}
                  </td>
                  <td className="number">{item.wape === null ? '–' : percent(item.wape)}</td>
                  <td className={table.wideOnly}>
                    {known.length === 0
                      ? 'nothing yet'
                      : `${known.length} of ${periodsName(item.horizon, item.frequency)}`}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
