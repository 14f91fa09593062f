import { dayAge, plainDay } from '../../../format/dates.ts';
import { nameOf } from '../../../format/names.ts';
import { counted } from '../../../format/numbers.ts';
import styles from './stated.module.css';
import { onHandWords, type Stock } from './stock.ts';

/** The same product elsewhere, on demand: where it could come from. */
export function OtherStock({ stock, today }: { stock: readonly Stock[]; today: string }) {
  return (
    <details className={styles.others}>
      <summary>Stock in {counted(stock.length, 'other location')}</summary>
      <table className={styles.table}>
        <caption className="unseen">Stock in other locations</caption>
        <thead>
          <tr>
            <th scope="col">Location</th>
            <th scope="col" className="number">
              On hand
            </th>
            <th scope="col">Stated on</th>
          </tr>
        </thead>
        <tbody>
          {stock.map((one) => (
            <tr key={one.location.location}>
              <th scope="row">{nameOf(one.location)}</th>
              <td className="number">{onHandWords(one)}</td>
              <td>
                {plainDay(one.day)} <span className={`quiet ${styles.age}`}>{dayAge(one.day, today)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
