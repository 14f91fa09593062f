import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ApiProblem } from '../../api/problem.ts';
import { forecastQuery, seriesQuery } from '../../api/series.ts';
import { Badge } from '../../components/badge.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { rangeAnswer, totalAnswer } from '../../format/answers.ts';
import { attentionWords } from '../../format/attention.ts';
import { dayRange, plainDay } from '../../format/dates.ts';
import { nameOf } from '../../format/names.ts';
import { stepPeriods } from '../../format/periods.ts';
import { NotForecast } from './not-forecast.tsx';
import { SeriesForecast } from './series-forecast.tsx';
import styles from './series-page.module.css';
import { StatedPanel } from './stated/stated-panel.tsx';

const route = getRouteApi('/inside/products/$series');

/** One product in one location: how much will sell, how sure we are, and why this number. */
export function SeriesPage() {
  const { series: id } = route.useParams();
  const { data: series } = useSuspenseQuery(seriesQuery(id));
  const forecast = useQuery(forecastQuery(id));
  const product = nameOf(series.product);
  const location = nameOf(series.location);
  const above = (
    <nav aria-label="Where this is" className={styles.crumbs}>
      <Link to="/products">Products</Link> <span aria-hidden="true">/</span>{' '}
      <Link to="/products" search={{ location: series.location.code }}>
        {location}
      </Link>{' '}
      <span aria-hidden="true">/</span> <strong>{product}</strong>
      {product !== series.product.code && <code>{series.product.code}</code>}
    </nav>
  );

  if (forecast.isPending) {
    return (
      <div>
        <PageTitle tab={product} above={above}>
          {product}
        </PageTitle>
        <p className="unseen" role="status">
          Loading the forecast
        </p>
        <Skeleton width="100%" height={420} />
      </div>
    );
  }
  if (forecast.error) {
    const none = forecast.error instanceof ApiProblem && forecast.error.problem.status === 404;
    return (
      <div>
        <PageTitle tab={product} above={above}>
          {none ? `No forecast for ${product} yet` : product}
        </PageTitle>
        {none ? (
          <div className={styles.stack}>
            <NotForecast series={series} />
            <StatedPanel series={id} lastSold={null} />
          </div>
        ) : (
          <ProblemNotice error={forecast.error} onRetry={() => void forecast.refetch()} />
        )}
      </div>
    );
  }

  const { data } = forecast;
  const last = stepPeriods(stepPeriods(data.from, data.horizon, data.frequency), -1, 'D');
  const range = rangeAnswer(data);
  return (
    <div>
      <PageTitle
        tab={`${product}, ${location}`}
        above={above}
        below={
          <>
            {range && `${range}, `}
            {range ? dayRange(data.from, last) : `For ${dayRange(data.from, last)}`}. From sales up to{' '}
            {plainDay(data.origin)}.
          </>
        }
      >
        {totalAnswer(data.total.mean, data.horizon, data.frequency, data.history)}
      </PageTitle>
      {series.attention.length > 0 && (
        <ul className={styles.attention} aria-label="Needs a look">
          {series.attention.map((kind) => (
            <li key={kind}>
              <Badge tone={attentionWords(kind).tone}>{attentionWords(kind).short}</Badge>{' '}
              {attentionWords(kind).meaning}
            </li>
          ))}
        </ul>
      )}
      <SeriesForecast series={series} forecast={data} />
    </div>
  );
}
