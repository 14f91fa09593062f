import { period } from '../format/dates.ts';
import { units } from '../format/numbers.ts';
import styles from './chart-table.module.css';
import type { Fan } from './fan.ts';
import { readAt } from './reading.ts';
import { stockOutsBetween } from './stock-outs.ts';

/** The chart's numbers as a table: what comes first, then what was, newest on top. */
export function ChartTable({ fan, first, label }: { fan: Fan; first: number; label: string }) {
  const ahead = Array.from({ length: fan.dates.length - fan.firstForecast }, (_, i) => fan.firstForecast + i);
  const stock = stockOutsBetween(fan.stockOuts, first, fan.firstForecast) !== undefined;
  const behind = Array.from({ length: fan.firstForecast - first }, (_, i) => fan.firstForecast - 1 - i);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={label}>
      <table className={styles.table}>
        <caption className="unseen">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col" className="number">
              Sold
            </th>
            <th scope="col" className="number">
              Expected
            </th>
            <th scope="col" className="number">
              5 of 10 times
            </th>
            <th scope="col" className="number">
              8 of 10 times
            </th>
            {stock && <th scope="col">Stock</th>}
          </tr>
        </thead>
        <tbody>
          {[...ahead, ...behind].map((index) => {
            const reading = readAt(fan, index);
            return (
              <tr key={index} className={index === fan.firstForecast - 1 ? styles.rule : undefined}>
                <th scope="row">{period(fan.dates[index]!, fan.frequency)}</th>
                <td className="number">{reading.kind === 'sold' ? value(reading.value) : ''}</td>
                <td className="number">{reading.kind === 'forecast' ? value(reading.value) : ''}</td>
                <td className="number">{span(reading.half)}</td>
                <td className="number">{span(reading.wide)}</td>
                {stock && <td>{reading.stockOut}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const value = (number: number | null) =>
  number === null ? <span className="quiet">closed</span> : units(number);
const span = (range: readonly [number, number] | null) =>
  range ? `${units(range[0])} – ${units(range[1])}` : '';
