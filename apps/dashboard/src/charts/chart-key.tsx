import styles from './forecast-chart.module.css';
import type { StockOutDays } from './stock-outs.ts';

interface Props {
  readonly earlier: number;
  readonly closures: boolean;
  readonly stockOuts: StockOutDays;
}

/** What each mark means, in the words the page uses. The interval is explained once, by how often it holds. */
export function ChartKey({ earlier, closures, stockOuts }: Props) {
  return (
    <ul className={styles.key} aria-label="How to read the chart">
      <li>
        <i className={styles.markInk} /> Sold
      </li>
      <li>
        <i className={styles.markMedian} /> Expected, middle of the range
      </li>
      <li>
        <i className={styles.mark50} /> 5 of 10 times in here
      </li>
      <li>
        <i className={styles.mark80} /> 8 of 10 times in here
      </li>
      {closures && (
        <li>
          <i className={styles.markClosed} /> Closed
        </li>
      )}
      {stockOuts.stated > 0 && (
        <li>
          <i className={styles.markStated} /> Out of stock
        </li>
      )}
      {stockOuts.inferred > 0 && (
        <li>
          <i className={styles.markInferred} /> Probably out of stock
        </li>
      )}
      {earlier > 0 && (
        <li>
          <i className={styles.markPast} /> Forecast earlier
        </li>
      )}
    </ul>
  );
}
