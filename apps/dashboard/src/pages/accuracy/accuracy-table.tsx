import type { ReactNode } from 'react';
import { Panel } from '../../components/panel.tsx';
import table from '../../components/table.module.css';
import { skill } from '../../format/accuracy.ts';
import { change, count, percent } from '../../format/numbers.ts';

interface Row {
  readonly key: string;
  readonly name: ReactNode;
  readonly note?: string;
  readonly series: number;
  readonly naive_won: number;
  readonly median_wape: number | null;
  readonly median_naive_wape: number | null;
  readonly median_bias: number | null;
}

/** Accuracy in parts: the middle product of each, beside naive. */
export function AccuracyTable({
  title,
  lead,
  first,
  rows,
}: {
  title: string;
  lead?: string;
  first: string;
  rows: readonly Row[];
}) {
  return (
    <Panel title={title} lead={lead} flush>
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col" className={`number ${table.wideOnly}`}>
                Products
              </th>
              <th scope="col" className="number">
                Off by, middle product
              </th>
              <th scope="col" className={`number ${table.wideOnly}`}>
                Naive off by
              </th>
              <th scope="col" className="number">
                Against naive
              </th>
              <th scope="col" className={`number ${table.wideOnly}`}>
                Leans
              </th>
              <th scope="col" className={`number ${table.wideOnly}`}>
                Naive used for
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.name}
                  {row.note && <span className={table.sub}>{row.note}</span>}
                </th>
                <td className={`number ${table.wideOnly}`}>{count(row.series)}</td>
                <td className="number">{row.median_wape === null ? '–' : percent(row.median_wape)}</td>
                <td className={`number ${table.wideOnly}`}>
                  {row.median_naive_wape === null ? '–' : percent(row.median_naive_wape)}
                </td>
                <td className="number">{against(row)}</td>
                <td className={`number ${table.wideOnly}`}>
                  {row.median_bias === null ? '–' : change(row.median_bias)}
                </td>
                <td className={`number ${table.wideOnly}`}>{count(row.naive_won)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function against(row: Row): string {
  const gain = skill(row.median_wape, row.median_naive_wape);
  if (gain === null) return '–';
  if (Math.abs(gain) < 0.005) return 'the same';
  return gain > 0 ? `${percent(gain)} less error` : `${percent(-gain)} more error`;
}
