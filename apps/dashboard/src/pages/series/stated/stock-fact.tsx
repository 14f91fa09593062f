import { useQuery } from '@tanstack/react-query';
import { historyQuery } from '../../../api/series.ts';
import styles from './stated.module.css';
import { onHandWords, outSince, type Stock, stockNote } from './stock.ts';

interface Props {
  readonly stock: Stock;
  readonly series: number;
  readonly today: string;
}

/** Stock in this location as it was last stated; where there is none, since when. */
export function StockFact({ stock, series, today }: Props) {
  const history = useQuery({ ...historyQuery(series), enabled: stock.out });
  const since = stock.out && history.data ? outSince(history.data, stock.day) : null;
  return (
    <div>
      <dt>Stock on hand</dt>
      <dd>
        <strong className={stock.out ? styles.out : undefined}>{onHandWords(stock)}</strong>
        <span className={styles.note}>{stockNote(stock, since, today)}</span>
      </dd>
    </div>
  );
}
