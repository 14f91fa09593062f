import styles from './imports.module.css';
import type { FileHead } from './read-file-head.ts';

/** The first rows as they stand in the file: enough to recognise which column is which. */
export function Preview({ head }: { head: FileHead }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.preview} tabIndex={0} aria-label="First rows of the file">
      <table>
        <thead>
          <tr>
            {head.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {head.rows.map((row) => (
            <tr key={row.join('\u0000')}>
              {head.columns.map((column, index) => (
                <td key={column}>{row[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
