import type { Forecast } from '@shelfcast/contract';
import { Link } from '@tanstack/react-router';
import { Sparkline } from '../../charts/sparkline.tsx';
import { Panel } from '../../components/panel.tsx';
import table from '../../components/table.module.css';
import { changeShare } from '../../format/answers.ts';
import { nameOf } from '../../format/names.ts';
import { changeOrFactor, counted, roundUnits } from '../../format/numbers.ts';
import { periodsName } from '../../format/periods.ts';

interface Props {
  readonly locations: readonly Forecast[];
  readonly all: number;
}

/** Small multiples, one location a row, each forecast as a series of its own. */
export function Locations({ locations, all }: Props) {
  const first = locations[0]!;
  const span = periodsName(first.horizon, first.frequency);
  const lastYear = locations.some((one) => one.history.total_same_days_last_year);
  return (
    <Panel
      title={`By location, next ${span}`}
      lead={
        all > locations.length
          ? `The ${locations.length} that will sell the most, of ${counted(all, 'location')}.`
          : undefined
      }
      flush
    >
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Location</th>
              <th scope="col" className={table.wideOnly}>
                Lately and next
              </th>
              <th scope="col" className="number">
                Units expected
              </th>
              <th scope="col" className={`number ${table.wideOnly}`}>
                8 of 10 times
              </th>
              <th scope="col" className="number">
                {lastYear ? 'Against last year' : 'Against before'}
              </th>
            </tr>
          </thead>
          <tbody>
            {locations.map((one) => (
              <Row key={one.location?.code} forecast={one} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Row({ forecast }: { forecast: Forecast }) {
  const share = changeShare(forecast.total.mean, forecast.history);
  const low = forecast.total.quantiles['0.1'];
  const high = forecast.total.quantiles['0.9'];
  return (
    <tr>
      <th scope="row">
        <Link to="/products" search={{ location: forecast.location?.code }} className={table.link}>
          {nameOf(forecast.location)}
        </Link>
      </th>
      <td className={table.wideOnly}>
        <Sparkline forecast={forecast} width={220} />
      </td>
      <td className="number">{roundUnits(forecast.total.mean)}</td>
      <td className={`number quiet ${table.wideOnly}`}>
        {low !== undefined && high !== undefined ? `${roundUnits(low)} – ${roundUnits(high)}` : ''}
      </td>
      <td className="number">
        {share === null ? <span className="quiet">none before</span> : changeOrFactor(share)}
      </td>
    </tr>
  );
}
