import type { HealthReport } from '@shelfcast/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Panel } from '../../components/panel.tsx';
import table from '../../components/table.module.css';
import { plainDay } from '../../format/dates.ts';
import { nameOf } from '../../format/names.ts';
import { count, counted, percent } from '../../format/numbers.ts';
import styles from './data-health.module.css';
import { DayStrip, StripKey } from './day-strip.tsx';

type Location = HealthReport['locations'][number];

/** As many as a screen shows. */
const SHOWN = 12;

/** Every location's last eight weeks, one below the other; or the same in numbers. */
export function Freshness({ report }: { report: HealthReport }) {
  const [all, setAll] = useState(false);
  const [asTable, setAsTable] = useState(false);
  const { locations, location_count, to } = report;
  const shown = all ? locations : locations.slice(0, SHOWN);
  return (
    <Panel
      title={freshnessAnswer(report)}
      lead="The last eight weeks of each location, day by day."
      actions={
        <Button small look="quiet" icon="table" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          In numbers
        </Button>
      }
      flush
    >
      {!asTable && <StripKey />}
      <div className={table.scroll}>
        <table className={`${table.table} ${styles.freshness}`}>
          <thead>
            <tr>
              <th scope="col">Location</th>
              {asTable ? <NumbersHead /> : <th scope="col">Eight weeks up to {plainDay(to!)}</th>}
              <th scope="col" className={`number ${table.wideOnly}`}>
                Last sales
              </th>
              <th scope="col" className={`number ${table.wideOnly}`}>
                Open days with sales
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.location}>
                <th scope="row">
                  <Link to="/products" search={{ location: one.code }} className={table.link}>
                    {nameOf(one)}
                  </Link>
                  <span className={`${table.sub} ${styles.narrowOnly}`}>{late(one)}</span>
                </th>
                {asTable ? (
                  <Numbers strip={one.strip} />
                ) : (
                  <td className={styles.stripCell}>
                    <DayStrip strip={one.strip} to={to!} name={nameOf(one)} quiet={sellsSeldom(one)} />
                  </td>
                )}
                <td className={`number ${table.wideOnly}`}>
                  {plainDay(one.last)}
                  <span className={table.sub}>{late(one)}</span>
                </td>
                <td className={`number ${table.wideOnly}`}>{percent(one.coverage)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {locations.length > SHOWN && (
        <div className={styles.more}>
          <Button small onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show ${counted(locations.length - SHOWN, 'more location')}`}
          </Button>
        </div>
      )}
      {all && locations.length < location_count && (
        <p className={styles.rest}>
          {counted(location_count - locations.length, 'more location')} sell less and are up to date or long
          gone.
        </p>
      )}
    </Panel>
  );
}

function freshnessAnswer({ locations, location_count, to }: HealthReport): string {
  const behind = locations.filter((one) => one.behind > 0).length;
  const day = plainDay(to!);
  if (location_count === 1) return `Sales are in up to ${day}`;
  if (behind === 0) return `All ${location_count} locations are up to date with ${day}`;
  return `${count(location_count - behind)} of ${location_count} locations are up to date with ${day}`;
}

/** Where days without sales are nothing to worry about. */
const sellsSeldom = ({ behind, coverage }: Location) => behind === 0 && coverage < 0.8;

const late = ({ behind }: Location) => (behind === 0 ? 'up to date' : `${counted(behind, 'open day')} since`);

function NumbersHead() {
  return (
    <>
      {['Days sold', 'Closed', 'Nothing sold'].map((name) => (
        <th key={name} scope="col" className="number">
          {name}
        </th>
      ))}
    </>
  );
}

function Numbers({ strip }: { strip: string }) {
  return (
    <>
      {['s', 'c', 'n'].map((mark) => (
        <td key={mark} className="number">
          {count(strip.split(mark).length - 1)}
        </td>
      ))}
    </>
  );
}
