import type { Run } from '@shelfcast/contract';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../components/badge.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import table from '../../components/table.module.css';
import { moment, plainDay } from '../../format/dates.ts';
import { duration } from '../../format/durations.ts';
import { count, percent } from '../../format/numbers.ts';
import { periodsName } from '../../format/periods.ts';
import { failureCount, runTone, runWord } from './words.ts';

const columns = [
  { name: 'Run' },
  { name: 'State' },
  { name: 'Ahead', wideOnly: true },
  { name: 'Forecasts', number: true, wideOnly: true },
  { name: 'Off by', number: true },
  { name: 'Failed models', number: true, wideOnly: true },
  { name: 'Took', number: true, wideOnly: true },
];

export function RunTable({
  runs,
  more,
  onMore,
}: {
  runs: readonly Run[];
  more: boolean;
  onMore: () => void;
}) {
  return (
    <PagedTable title="All runs" columns={columns} more={more ? { label: 'Show older runs', onMore } : null}>
      {runs.map((run) => (
        <tr key={run.run}>
          <th scope="row">
            <Link to="/runs/$run" params={{ run: run.run }} className={table.link}>
              Run {run.run}
            </Link>
            <span className={table.sub}>{moment(run.created_at)}</span>
          </th>
          <td>
            <Badge tone={runTone(run)}>{runWord(run)}</Badge>
          </td>
          <td className={table.wideOnly}>
            {periodsName(run.horizon, run.frequency)}
            {run.origin && <span className={table.sub}>from {plainDay(run.origin)}</span>}
          </td>
          <td className={`number ${table.wideOnly}`}>{count(run.series_done)}</td>
          <td className="number">
            {run.accuracy?.wape == null ? '–' : percent(run.accuracy.wape)}
            {run.accuracy?.naive_wape != null && (
              <span className={table.sub}>naive {percent(run.accuracy.naive_wape)}</span>
            )}
          </td>
          <td className={`number ${table.wideOnly}`}>{count(failureCount(run))}</td>
          <td className={`number ${table.wideOnly}`}>{took(run)}</td>
        </tr>
      ))}
    </PagedTable>
  );
}

function took(run: Run): string {
  if (!run.started_at || !run.finished_at) return '–';
  return duration((Date.parse(run.finished_at) - Date.parse(run.started_at)) / 1000);
}
