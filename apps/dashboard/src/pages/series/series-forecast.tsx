import type { Forecast, Series } from '@shelfcast/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { historyQuery, pastForecastsQuery } from '../../api/series.ts';
import { buildFan, type Past, sumIntoPeriods } from '../../charts/fan.ts';
import { FanPanel } from '../../charts/fan-panel.tsx';
import { stockOutsOf } from '../../charts/stock-outs.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { busiestAnswer, totalAnswer } from '../../format/answers.ts';
import { nameOf } from '../../format/names.ts';
import { periodName } from '../../format/periods.ts';
import { PastForecasts } from './past-forecasts.tsx';
import { PeriodTotals } from './period-totals.tsx';
import styles from './series-page.module.css';
import { StatedPanel } from './stated/stated-panel.tsx';
import { Why } from './why.tsx';

/** The chart, the totals by week, what files say beside, and why. */
export function SeriesForecast({ series, forecast }: { series: Series; forecast: Forecast }) {
  const history = useQuery(historyQuery(series.series));
  const [showEarlier, setShowEarlier] = useState(false);
  const earlier = useQuery({ ...pastForecastsQuery(series.series), enabled: showEarlier });
  // The current run is among the published ones; it is the forecast itself, not a past one.
  const before = useMemo(
    () => (earlier.data?.items ?? []).filter((one) => one.run !== forecast.run),
    [earlier.data, forecast.run],
  );
  const past = useMemo<Past>(() => {
    const days: Past = history.data
      ? {
          from: history.data.from,
          values: history.data.units,
          stockOuts: stockOutsOf(history.data),
        }
      : { from: forecast.from, values: [] };
    return sumIntoPeriods(days, forecast.frequency, forecast.from);
  }, [history.data, forecast]);
  const fan = useMemo(
    () => buildFan(past, forecast, showEarlier ? before : []),
    [past, forecast, showEarlier, before],
  );
  const name = `${nameOf(series.product)}, ${nameOf(series.location)}`;
  return (
    <div className={styles.stack}>
      {history.error && <ProblemNotice error={history.error} onRetry={() => void history.refetch()} />}
      <FanPanel
        key={past.values.length > 0 ? 'full' : 'bare'}
        fan={fan}
        title={busiestAnswer(forecast) ?? 'What will sell'}
        lead={`Units a ${periodName(forecast.frequency)}`}
        finding={`${name}: ${totalAnswer(forecast.total.mean, forecast.horizon, forecast.frequency, forecast.history)}`}
        file={[nameOf(series.product), nameOf(series.location)]}
        height={340}
        tools={
          <Button
            small
            look="quiet"
            icon="past"
            aria-pressed={showEarlier}
            onClick={() => setShowEarlier(!showEarlier)}
          >
            Past forecasts
          </Button>
        }
      />
      {showEarlier && <PastForecasts page={earlier} items={before} />}
      <PeriodTotals forecast={forecast} past={past} />
      <StatedPanel series={series.series} lastSold={forecast.origin} />
      <Why forecast={forecast} />
    </div>
  );
}
