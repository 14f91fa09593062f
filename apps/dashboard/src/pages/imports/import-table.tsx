import type { Import } from '@shelfcast/contract';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { Panel } from '../../components/panel.tsx';
import table from '../../components/table.module.css';
import { dayRange, moment } from '../../format/dates.ts';
import { bytes, count } from '../../format/numbers.ts';
import styles from './imports.module.css';
import { importState } from './words.ts';

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
    <Panel title="Files so far" flush>
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">State</th>
              <th scope="col" className={table.wideOnly}>
                Sales of
              </th>
              <th scope="col" className="number">
                Rows loaded
              </th>
              <th scope="col" className={`number ${table.wideOnly}`}>
                Skipped
              </th>
              <th scope="col" className={`number ${table.wideOnly}`}>
                Rejected
              </th>
            </tr>
          </thead>
          <tbody>
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
                  {one.first_sold_on && one.last_sold_on ? (
                    dayRange(one.first_sold_on, one.last_sold_on)
                  ) : (
                    <span className="quiet">–</span>
                  )}
                </td>
                <td className="number">{count(one.rows_loaded)}</td>
                <td className={`number ${table.wideOnly}`}>{count(one.rows_skipped)}</td>
                <td className={`number ${table.wideOnly}`}>{count(one.rows_rejected)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more && (
        <div className={styles.more}>
          <Button small onClick={onMore}>
            Show older files
          </Button>
        </div>
      )}
    </Panel>
  );
}
