import type { Import } from '@shelfcast/contract';
import { Icon } from '../../components/icon.tsx';
import { Panel } from '../../components/panel.tsx';
import { count } from '../../format/numbers.ts';
import styles from './imports.module.css';
import { shareOf } from './words.ts';

/** Rows in = loaded + skipped + rejected: the sum is shown, so that nobody has to trust it. */
export function ImportResult({ one }: { one: Import }) {
  return (
    <Panel title="Every row accounted for">
      <dl className={styles.equation}>
        <Term label="Rows in the file" value={one.rows_in} />
        <span className={styles.sign} aria-hidden="true">
          =
        </span>
        <Term label="Loaded" value={one.rows_loaded} note={shareOf(one.rows_loaded, one.rows_in)} />
        <span className={styles.sign} aria-hidden="true">
          +
        </span>
        <Term
          label="Skipped, no sale"
          value={one.rows_skipped}
          note={shareOf(one.rows_skipped, one.rows_in)}
        />
        <span className={styles.sign} aria-hidden="true">
          +
        </span>
        <Term label="Rejected" value={one.rows_rejected} note={shareOf(one.rows_rejected, one.rows_in)} />
      </dl>
      {one.rows_superseded > 0 && (
        <p className="quiet">{count(one.rows_superseded)} earlier rows were replaced by this file.</p>
      )}
      {one.rows_rejected > 0 && (
        <p className={styles.below}>
          <a className={styles.download} href={`/v1/imports/${one.import}/rejects`} download>
            <Icon name="download" size={16} />
            Download the rejected rows
          </a>{' '}
          with what is wrong and what to do about each.
        </p>
      )}
    </Panel>
  );
}

function Term({ label, value, note }: { label: string; value: number; note?: string }) {
  return (
    <div className={styles.term}>
      <dt>{label}</dt>
      <dd>
        {count(value)}
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}
