import type { Overview } from '@shelfcast/contract';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Panel } from '../../components/panel.tsx';
import { counted } from '../../format/numbers.ts';
import { UnderWay } from './under-way.tsx';

/** The first minutes: no sales yet, or sales and no forecast. Either way it says what comes next. */
export function BeforeFirstForecast({ overview }: { overview: Overview }) {
  const hasSales = overview.counts.series > 0;
  const busy = overview.data.active_run !== null || overview.data.active_import !== null;
  return (
    <div>
      <PageTitle tab="Overview">
        {hasSales ? 'Your sales are in; the first forecast is next' : 'Start with a file of your sales'}
      </PageTitle>
      <UnderWay overview={overview} />
      {!busy && (
        <Panel>
          {hasSales ? (
            <EmptyState icon="runs" title="No forecast yet" actions={<Link to="/runs">Start a run</Link>}>
              {counted(overview.counts.products, 'product')} in{' '}
              {counted(overview.counts.locations, 'location')} are ready to be forecast.
            </EmptyState>
          ) : (
            <EmptyState
              icon="imports"
              title="No sales yet"
              actions={<Link to="/imports">Import a file</Link>}
            >
              Any till's export will do: a CSV or Parquet file with a date, a product and how many were sold.
            </EmptyState>
          )}
        </Panel>
      )}
    </div>
  );
}
