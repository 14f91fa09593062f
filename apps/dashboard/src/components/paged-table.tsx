import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './paged-table.module.css';
import { Panel } from './panel.tsx';
import table from './table.module.css';

interface Column {
  readonly name: string;
  readonly number?: boolean;
  /** Left out on a phone. */
  readonly wideOnly?: boolean;
}

interface Props {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  readonly columns: readonly Column[];
  /** The rows. */
  readonly children: ReactNode;
  /** What brings the next page; null on the last. */
  readonly more: { readonly label: string; readonly onMore: () => void } | null;
}

/** A panel that is a table of what there is so far, newest first, with more at the end. */
export function PagedTable({ title, lead, columns, children, more }: Props) {
  return (
    <Panel title={title} lead={lead} flush>
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              {columns.map(({ name, number, wideOnly }) => (
                <th
                  key={name}
                  scope="col"
                  className={
                    [number && 'number', wideOnly && table.wideOnly].filter(Boolean).join(' ') || undefined
                  }
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
      {more && (
        <div className={styles.more}>
          <Button small onClick={more.onMore}>
            {more.label}
          </Button>
        </div>
      )}
    </Panel>
  );
}
