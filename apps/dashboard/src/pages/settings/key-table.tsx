import type { Key } from '@shelfcast/contract';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import table from '../../components/table.module.css';
import { ago, plainDay } from '../../format/dates.ts';

export function KeyTable({ keys, onRevoke }: { keys: readonly Key[]; onRevoke: (key: Key) => void }) {
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className={table.wideOnly}>
              Begins with
            </th>
            <th scope="col">May</th>
            <th scope="col" className={table.wideOnly}>
              Made
            </th>
            <th scope="col" className={table.wideOnly}>
              Last used
            </th>
            <th scope="col">
              <span className="unseen">Revoke</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.key}>
              <th scope="row">{key.name}</th>
              <td className={table.wideOnly}>
                <code>{key.prefix}…</code>
              </td>
              <td>{key.scopes.join(', ')}</td>
              <td className={table.wideOnly}>{plainDay(key.created_at)}</td>
              <td className={table.wideOnly}>
                {key.last_used_at ? ago(key.last_used_at, Date.now()) : 'never'}
              </td>
              <td className="number">
                {key.revoked_at ? (
                  <Badge>revoked</Badge>
                ) : (
                  <Button small look="danger" aria-label={`Revoke ${key.name}`} onClick={() => onRevoke(key)}>
                    Revoke
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
