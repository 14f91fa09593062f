import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { overviewQuery } from '../../api/overview.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { rangeAnswer, totalAnswer } from '../../format/answers.ts';
import { dayRange, plainDay } from '../../format/dates.ts';
import { stepPeriods } from '../../format/periods.ts';
import { AttentionPanel } from './attention-panel.tsx';
import { BeforeFirstForecast } from './before-first-forecast.tsx';
import { HowAccurate } from './how-accurate.tsx';
import { Locations } from './locations.tsx';
import styles from './overview-page.module.css';
import { TotalChart } from './total-chart.tsx';
import { UnderWay } from './under-way.tsx';

/** What will sell, can it be trusted, what needs a look: in this order. */
export function OverviewPage() {
  const { data: overview } = useSuspenseQuery(overviewQuery);
  const { total } = overview;
  if (!total) return <BeforeFirstForecast overview={overview} />;
  const last = stepPeriods(stepPeriods(total.from, total.horizon, total.frequency), -1, 'D');
  const range = rangeAnswer(total);
  return (
    <div>
      <PageTitle
        tab="Overview"
        above={`${dayRange(total.from, last)} · all products, all locations`}
        below={
          <>
            {range && `${range}. `}
            From sales up to {plainDay(total.origin)}
            {overview.run && (
              <>
                , by{' '}
                <Link to="/runs/$run" params={{ run: overview.run.run }}>
                  run {overview.run.run}
                </Link>
              </>
            )}
            .
          </>
        }
      >
        {totalAnswer(total.total.mean, total.horizon, total.frequency, total.history)}
      </PageTitle>
      <UnderWay overview={overview} />
      <div className={styles.grid}>
        <div className={styles.whole}>
          <TotalChart total={total} />
        </div>
        <HowAccurate overview={overview} />
        <AttentionPanel attention={overview.attention} />
        {overview.locations.length > 0 && (
          <div className={styles.whole}>
            <Locations locations={overview.locations} all={overview.counts.locations} />
          </div>
        )}
      </div>
    </div>
  );
}
