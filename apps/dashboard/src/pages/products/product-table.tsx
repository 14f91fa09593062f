import type { Series, SeriesSort } from '@shelfcast/contract';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { ProductRow } from './product-row.tsx';
import styles from './product-table.module.css';
import { SortHeader } from './sort-header.tsx';
import { useRowKeys } from './use-row-keys.ts';

interface Props {
  readonly rows: readonly Series[];
  readonly total: number | null;
  readonly sort: SeriesSort | undefined;
  readonly onSort: (sort: SeriesSort | undefined) => void;
  readonly more: boolean;
  readonly onMore: () => void;
  /** The rows shown are still those of the filter before. */
  readonly stale: boolean;
}

const ROW_PIXELS = 56;
/** Ask for the next page when this many rows are left below the screen. */
const AHEAD_ROWS = 40;

/** A real table of which only the rows near the screen exist: 50,000 rows cost as much as 30. */
export function ProductTable({ rows, total, sort, onSort, more, onMore, stale }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_PIXELS,
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last > rows.length - AHEAD_ROWS) onMore();
  }, [more, last, rows.length, onMore]);
  useRowKeys(body);

  const above = items.length ? items[0]!.start - virtual.options.scrollMargin : 0;
  const below = items.length
    ? virtual.getTotalSize() - (items.at(-1)!.end - virtual.options.scrollMargin)
    : 0;
  const header = { sort, onSort };
  return (
    <div className={styles.panel} data-stale={stale || undefined}>
      <table className={styles.table} aria-rowcount={total === null ? -1 : total + 1}>
        <caption className="unseen">Products with what is expected to sell</caption>
        <thead>
          <tr aria-rowindex={1}>
            <SortHeader {...header} by="product" label="Product" />
            <SortHeader {...header} by="location" label="Location" className={styles.wide} />
            <SortHeader {...header} by="total_mean" label="Units expected" number />
            <th scope="col" className={`number ${styles.wide}`}>
              8 of 10 times
            </th>
            <th scope="col" className="number">
              Change
            </th>
            <SortHeader {...header} by="wape" label="Off by" number className={styles.wide} />
            <th scope="col" className={styles.middle}>
              Needs a look
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {above > 0 && (
            <tr aria-hidden="true">
              <td colSpan={7} className={styles.spacer} style={{ height: above }} />
            </tr>
          )}
          {items.map((item) => (
            <ProductRow key={rows[item.index]!.series} series={rows[item.index]!} index={item.index} />
          ))}
          {below > 0 && (
            <tr aria-hidden="true">
              <td colSpan={7} className={styles.spacer} style={{ height: below }} />
            </tr>
          )}
        </tbody>
      </table>
      {more && <p className={styles.more}>Loading more products …</p>}
    </div>
  );
}
