import type { SeriesSort } from '@shelfcast/contract';
import { Icon } from '../../components/icon.tsx';
import styles from './product-table.module.css';
import { defaultSort } from './search.ts';

interface Props {
  readonly by: 'product' | 'location' | 'total_mean' | 'wape';
  readonly label: string;
  readonly sort: SeriesSort | undefined;
  readonly onSort: (sort: SeriesSort | undefined) => void;
  readonly number?: boolean;
  readonly className?: string;
}

/** A column that sorts: numbers start with the largest, names with A; again turns it around. */
export function SortHeader({ by, label, sort = defaultSort, onSort, number, className }: Props) {
  const direction = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined;
  const first: SeriesSort = number ? `-${by}` : by;
  const second: SeriesSort = number ? by : `-${by}`;
  const next = sort === first ? second : first;
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={[number && `number ${styles.number}`, className].filter(Boolean).join(' ')}
    >
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort(next === defaultSort ? undefined : next)}
      >
        {label}
        <span className={styles.arrow}>
          {direction && <Icon name={direction === 'ascending' ? 'up' : 'down'} size={14} />}
        </span>
      </button>
    </th>
  );
}
