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
  const againstYear = rows.some((row) => row.total_last_year !== null);
  return (
    <div className={styles.panel} data-stale={stale || undefined}>
      <table className={styles.table} aria-rowcount={total === null ? -1 : total + 1}>
        <caption className="unseen">Products with what is expected to sell</caption>
        <thead>
          <tr aria-rowindex={1}>
            <SortHeader {...header} by="product" label="Product" className={styles.product} />
            <SortHeader
              {...header}
              by="location"
              label="Location"
              className={`${styles.wide} ${styles.place}`}
            />
            <SortHeader
              {...header}
              by="total_mean"
              label="Units expected"
              number
              className={styles.expected}
            />
            <th scope="col" className={`number ${styles.wide} ${styles.range}`}>
              8 of 10 times
            </th>
            <th scope="col" className={`number ${styles.change}`}>
              {againstYear ? 'Against last year' : 'Against before'}
            </th>
            <SortHeader {...header} by="wape" label="Off by" number className={styles.wide} />
            <th scope="col" className={`${styles.middle} ${styles.look}`}>
              Needs a look
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {above > 0 && <Spacer height={above} />}
          {items.map((item) => (
            <ProductRow
              key={rows[item.index]!.series}
              series={rows[item.index]!}
              index={item.index}
              againstYear={againstYear}
            />
          ))}
          {below > 0 && <Spacer height={below} />}
        </tbody>
      </table>
      {more && <p className={styles.more}>Loading more products …</p>}
    </div>
  );
}

/** Stands for the rows that are not there. */
function Spacer({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus, and there is nothing in it to read
    <tr aria-hidden="true">
      <td className={styles.spacer} style={{ height }} />
    </tr>
  );
}
