import type { Import } from '@shelfcast/contract';
import { Panel } from '../../components/panel.tsx';
import table from '../../components/table.module.css';
import { count } from '../../format/numbers.ts';
import { causeWords } from './words.ts';

/** Why rows were left out, by cause. */
export function ImportCauses({ one }: { one: Import }) {
  const rows = [
    ...Object.entries(one.rejected_by_cause).map(([cause, times]) => ({ what: 'Rejected', cause, times })),
    ...Object.entries(one.skipped_by_cause).map(([cause, times]) => ({ what: 'Skipped', cause, times })),
  ].sort((a, b) => b.times - a.times);
  if (rows.length === 0) return null;
  return (
    <Panel title="Why rows were left out" flush>
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Cause</th>
              <th scope="col">What was done</th>
              <th scope="col" className="number">
                Rows
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.what} ${row.cause}`}>
                <th scope="row">{causeWords(row.cause)}</th>
                <td>{row.what}</td>
                <td className="number">{count(row.times)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
