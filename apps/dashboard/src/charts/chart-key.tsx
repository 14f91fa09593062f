import styles from './forecast-chart.module.css';

/** What each mark means, in the words the page uses. The interval is explained once, by how often it holds. */
export function ChartKey({ earlier, closures }: { earlier: number; closures: boolean }) {
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
      {earlier > 0 && (
        <li>
          <i className={styles.markPast} /> Forecast earlier
        </li>
      )}
    </ul>
  );
}
