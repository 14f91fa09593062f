import type { Import } from '@shelfcast/contract';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../components/badge.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import table from '../../components/table.module.css';
import { dayRange, moment } from '../../format/dates.ts';
import { bytes, count } from '../../format/numbers.ts';
import styles from './imports.module.css';
import { KINDS } from './review/kinds.ts';
import { importState } from './words.ts';

const columns = [
  { name: 'File' },
  { name: 'State' },
  { name: 'Holds', wideOnly: true },
  { name: 'Rows loaded', number: true },
  { name: 'Skipped', number: true, wideOnly: true },
  { name: 'Rejected', number: true, wideOnly: true },
];

export function ImportTable({
  imports,
  more,
  onMore,
}: {
  imports: readonly Import[];
  more: boolean;
  onMore: () => void;
}) {
  return (
    <PagedTable
      title="Files so far"
      columns={columns}
      more={more ? { label: 'Show older files', onMore } : null}
    >
      {imports.map((one) => (
        <tr key={one.import}>
          <th scope="row" className={styles.file}>
            <Link to="/imports/$import" params={{ import: one.import }} className={table.link}>
              {one.file_name}
            </Link>
            <span className={table.sub}>
              {moment(one.created_at)} · {bytes(one.file_bytes)}
            </span>
          </th>
          <td>
            <Badge tone={importState(one).tone}>{importState(one).word}</Badge>
          </td>
          <td className={table.wideOnly}>
            {one.kind !== 'sales' ? (
              KINDS[one.kind].label
            ) : one.first_sold_on && one.last_sold_on ? (
              `Sales of ${dayRange(one.first_sold_on, one.last_sold_on)}`
            ) : (
              <span className="quiet">–</span>
            )}
          </td>
          <td className="number">{count(one.rows_loaded)}</td>
          <td className={`number ${table.wideOnly}`}>{count(one.rows_skipped)}</td>
          <td className={`number ${table.wideOnly}`}>{count(one.rows_rejected)}</td>
        </tr>
      ))}
    </PagedTable>
  );
}
