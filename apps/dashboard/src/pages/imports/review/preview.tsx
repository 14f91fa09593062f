import type { ImportSurvey } from '@shelfcast/contract';
import styles from '../imports.module.css';

/** Columns beside each other that a person still looks through. */
const SHOWN_COLUMNS = 40;

/** The first rows as they stand in the file: enough to recognise which column is which. Those about people are blank. */
export function Preview({ sample }: { sample: NonNullable<ImportSurvey['sample']> }) {
  const columns = sample.columns.slice(0, SHOWN_COLUMNS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.preview} tabIndex={0} aria-label="First rows of the file">
      <table>
        <thead>
          <tr>
            {columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a header may name two columns alike
              <th key={at} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.rows.slice(0, 8).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file may be equal
            <tr key={at}>
              {columns.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={index}>{row[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
