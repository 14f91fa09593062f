import type { Forecast } from '@shelfcast/contract';
import type { Past } from '../../charts/fan.ts';
import { Stat, Stats } from '../../components/stat.tsx';
import { roundUnits, units } from '../../format/numbers.ts';
import { periodName, periodsName } from '../../format/periods.ts';

/** The numbers people order by. Expected values may be summed; bands may not, so only the whole horizon has one. */
export function PeriodTotals({ forecast, past }: { forecast: Forecast; past: Past }) {
  const { frequency, horizon, total, history } = forecast;
  const near = frequency === 'D' ? 7 : frequency === 'W' ? 4 : 3;
  const nearSum = forecast.mean.slice(0, near).reduce((sum, value) => sum + value, 0);
  const sold = past.values.slice(-horizon).filter((value) => value !== null);
  const busiest = Math.max(...forecast.mean);
  const low = total.quantiles['0.1'];
  const high = total.quantiles['0.9'];
  return (
    <Stats>
      <Stat
        label={`Next ${periodsName(horizon, frequency)}`}
        value={roundUnits(total.mean)}
        unit="units"
        note={
          low !== undefined && high !== undefined
            ? `${roundUnits(low)} – ${roundUnits(high)}, 8 of 10 times`
            : undefined
        }
      />
      {horizon > near && (
        <Stat
          label={`Next ${periodsName(near, frequency)}`}
          value={roundUnits(nearSum)}
          unit="units"
          note="on average"
        />
      )}
      <Stat
        label={`Busiest ${periodName(frequency)}`}
        value={units(busiest)}
        unit="units"
        note={`in the next ${periodsName(horizon, frequency)}`}
      />
      {history.total_last_horizon !== null && (
        <Stat
          label={`Last ${periodsName(horizon, frequency)}`}
          value={roundUnits(history.total_last_horizon)}
          unit="sold"
          note={sold.length < horizon ? `open on ${sold.length} ${periodName(frequency)}s` : undefined}
        />
      )}
      {history.total_same_days_last_year !== null && (
        <Stat label="Same days last year" value={roundUnits(history.total_same_days_last_year)} unit="sold" />
      )}
    </Stats>
  );
}
