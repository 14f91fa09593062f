import type { Import } from '@shelfcast/contract';
import { Link } from '@tanstack/react-router';
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
          label={one.kind === 'sales' ? 'Skipped, no sale' : 'Skipped, states nothing'}
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
      <Rejects one={one} />
    </Panel>
  );
}

/** Rejects beyond this many are counted and not kept: nobody corrects more by hand. */
const MOST_KEPT = 100_000;

/** What to do about rejected rows, in three words and a link. */
function Rejects({ one }: { one: Import }) {
  if (one.rows_rejected === 0) return null;
  return (
    <div className={styles.below}>
      <p>
        <a className={styles.download} href={`/v1/imports/${one.import}/rejects`} download>
          <Icon name="download" size={16} />
          Download the rejected rows
        </a>
        , correct them in Excel, and <Link to="/imports">drop the file here again</Link>.
      </p>
      <p className="quiet">
        The columns at its right say what is wrong and what to do; leave those as they are. Corrected rows
        take their place in this file, nothing is counted twice, and whatever is still wrong is listed again.
        {one.rows_rejected > MOST_KEPT && ` The first ${count(MOST_KEPT)} rows are kept.`}
      </p>
    </div>
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
