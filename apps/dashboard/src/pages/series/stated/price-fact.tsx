import { plainDay } from '../../../format/dates.ts';
import { money } from '../../../format/numbers.ts';
import type { Plan } from './plans.ts';
import styles from './stated.module.css';

interface Props {
  readonly plan: Plan;
  /** Whether it holds today, or comes first after the sales that are known. */
  readonly isToday: boolean;
  readonly currency: string | null;
}

/** The price that holds, with its promotion and its end, as far as they are known. */
export function PriceFact({ plan, isToday, currency }: Props) {
  const { from, to, price, promotion, also } = plan;
  const what = price === null ? 'Promotion' : 'Price';
  const until = to === null ? null : `until ${plainDay(to)}`;
  const notes = [price === null ? null : promotion, also, until].filter((words) => words !== null);
  return (
    <div>
      <dt>{isToday ? `${what} now` : `${what} from ${plainDay(from)}`}</dt>
      <dd>
        <strong>{price === null ? promotion : money(price, currency)}</strong>
        {notes.length > 0 && <span className={styles.note}>{notes.join(', ')}</span>}
      </dd>
    </div>
  );
}
