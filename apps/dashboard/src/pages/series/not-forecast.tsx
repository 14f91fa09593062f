import type { Series } from '@shelfcast/contract';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { plainDay } from '../../format/dates.ts';

/** Sales, but no forecast: it came after the last run. */
export function NotForecast({ series }: { series: Series }) {
  return (
    <Panel>
      <EmptyState
        icon="runs"
        title="It is not part of the current run"
        actions={<Link to="/runs">Start a run</Link>}
      >
        {series.first_sold_on && `First sold on ${plainDay(series.first_sold_on)}. `}
        The next run will forecast it.
      </EmptyState>
    </Panel>
  );
}
