import type { SeriesDetails } from '@shelfcast/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { detailsQuery } from '../../../api/series.ts';
import { useSession } from '../../../api/session.ts';
import { Panel } from '../../../components/panel.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { dayAt } from '../../../format/dates.ts';
import { nameOf } from '../../../format/names.ts';
import { stepPeriods } from '../../../format/periods.ts';
import { Attributes } from './attributes.tsx';
import { OtherStock } from './other-stock.tsx';
import { PlanTable } from './plan-table.tsx';
import { nowAndNext, plansOf } from './plans.ts';
import { PriceFact } from './price-fact.tsx';
import styles from './stated.module.css';
import { StockFact } from './stock-fact.tsx';

interface Props {
  readonly series: number;
  /** The last day of sales, where a forecast tells it. */
  readonly lastSold: string | null;
}

/** What files say beside sales: stock, prices and promotions, attributes. What they leave open is left out. */
export function StatedPanel({ series, lastSold }: Props) {
  const details = useQuery(detailsQuery(series));
  if (details.error) return <ProblemNotice error={details.error} onRetry={() => void details.refetch()} />;
  if (!details.data) return <Skeleton width="100%" height={160} />;
  return (
    <Panel title="What your files say">
      {saysNothing(details.data) ? <NothingSaid /> : <Stated details={details.data} lastSold={lastSold} />}
    </Panel>
  );
}

const saysNothing = ({ product, location, stock, ahead }: SeriesDetails) =>
  stock.length + ahead.length === 0 &&
  Object.keys(product.attributes).length + Object.keys(location.attributes).length === 0;

function NothingSaid() {
  return (
    <p className={styles.none}>
      Beside its sales, nothing yet: a file of products, of stock, or of prices and promotions would say more.{' '}
      <Link to="/imports">Import a file</Link>
    </p>
  );
}

function Stated({ details, lastSold }: { details: SeriesDetails; lastSold: string | null }) {
  const { tenant } = useSession();
  const { product, location, stock, ahead } = details;
  const today = dayAt(Date.now(), tenant.time_zone);
  const here = stock.find((one) => one.location.location === location.location);
  const elsewhere = stock.filter((one) => one !== here);
  const plans = ahead[0] ? plansOf(ahead, lastSold ?? stepPeriods(ahead[0].from, -1, 'D')) : [];
  const { first, isToday, next } = nowAndNext(plans, today);
  const priced = first !== null && (first.price !== null || first.promotion !== null);
  const planned = first === null || priced ? next : [first, ...next];
  return (
    <div className={styles.stated}>
      {(here || priced) && (
        <dl className={styles.facts}>
          {here && <StockFact stock={here} series={details.series} today={today} />}
          {priced && <PriceFact plan={first} isToday={isToday} currency={tenant.currency} />}
        </dl>
      )}
      {planned.length > 0 && <PlanTable plans={planned} currency={tenant.currency} />}
      <Attributes title="The product" attributes={product.attributes} findable />
      <Attributes title={nameOf(location)} attributes={location.attributes} />
      {elsewhere.length > 0 && <OtherStock stock={elsewhere} today={today} />}
    </div>
  );
}
