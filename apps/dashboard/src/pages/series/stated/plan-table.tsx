import { money } from '../../../format/numbers.ts';
import { type Plan, planDays } from './plans.ts';
import styles from './stated.module.css';
import { useFirst } from './use-first.tsx';

/** More than this is on demand: a year of weekly prices has 52 rows. */
const ROWS = 6;

/** Prices and promotions that are planned, in order; a column that has nothing is left out. */
export function PlanTable({ plans, currency }: { plans: readonly Plan[]; currency: string | null }) {
  const [shown, more] = useFirst(plans, ROWS);
  const priced = plans.some(({ price }) => price !== null);
  const also = plans.some((plan) => plan.also !== null);
  const promoted = also || plans.some(({ promotion }) => promotion !== null);
  return (
    <div>
      <h3 className="over">Planned</h3>
      <table className={styles.table}>
        <caption className="unseen">Planned prices and promotions</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            {priced && (
              <th scope="col" className="number">
                Price
              </th>
            )}
            {promoted && <th scope="col">{also ? 'Promotion and other plans' : 'Promotion'}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((plan) => (
            <tr key={plan.from}>
              <th scope="row">{planDays(plan)}</th>
              {priced && <td className="number">{plan.price === null ? '' : money(plan.price, currency)}</td>}
              {promoted && (
                <td>{[plan.promotion, plan.also].filter((words) => words !== null).join(', ')}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </div>
  );
}
