import type { ImportSurvey } from '@shelfcast/contract';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Choice } from '../../../components/choice.tsx';
import { Panel } from '../../../components/panel.tsx';
import table from '../../../components/table.module.css';
import { plainDay } from '../../../format/dates.ts';
import { count, roundUnits } from '../../../format/numbers.ts';
import styles from '../imports.module.css';
import { type Total, totalsByMonth } from './totals.ts';

/** Rows shown at first: a month of days. */
const SHOWN = 31;

/** Totals by month and by day, to be held against the till's own reports. */
export function Totals({ report }: { report: NonNullable<ImportSurvey['report']> }) {
  const [by, setBy] = useState<'month' | 'day'>('month');
  const [all, setAll] = useState(false);
  const totals: readonly Total[] =
    by === 'month'
      ? totalsByMonth(report.days)
      : report.days.map((day) => ({ ...day, name: plainDay(day.day), key: day.day }));
  const shown = all ? totals : totals.slice(-SHOWN);
  const priced = report.days.some((day) => day.revenue !== null);
  return (
    <Panel
      title="Totals, to compare with your till"
      actions={
        <Choice
          label="Totals by"
          options={[
            { value: 'month', label: 'By month' },
            { value: 'day', label: 'By day' },
          ]}
          value={by}
          onChange={setBy}
        />
      }
      flush
    >
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{by === 'month' ? 'Month' : 'Day'}</th>
              <th scope="col" className="number">
                Lines
              </th>
              <th scope="col" className="number">
                Units
              </th>
              {priced && (
                <th scope="col" className="number">
                  Money
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.toReversed().map((total) => (
              <tr key={total.key}>
                <th scope="row">{total.name}</th>
                <td className="number">{count(total.lines)}</td>
                <td className="number">{roundUnits(total.units)}</td>
                {priced && <td className="number">{total.revenue ?? '–'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && totals.length > SHOWN && (
        <div className={styles.more}>
          <Button small onClick={() => setAll(true)}>
            Show all {count(totals.length)}
          </Button>
        </div>
      )}
    </Panel>
  );
}
