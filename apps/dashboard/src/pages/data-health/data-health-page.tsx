import type { DataHealth } from '@shelfcast/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dataHealthQuery } from '../../api/data-health.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Panel } from '../../components/panel.tsx';
import { Progress } from '../../components/progress.tsx';
import { healthAnswer, isLate, worthDoing } from '../../format/data-health.ts';
import { ago, dayRange, plainDay } from '../../format/dates.ts';
import { counted } from '../../format/numbers.ts';
import styles from './data-health.module.css';
import { FindingCard } from './finding-card.tsx';
import { Freshness } from './freshness.tsx';

/** Can the forecasts be trusted from the side of what they are made of, and what would make them better? */
export function DataHealthPage() {
  const { data: health } = useSuspenseQuery(dataHealthQuery);
  const { report } = health;
  return (
    <div>
      <PageTitle tab="Data health" below={<Below health={health} />}>
        {healthAnswer(health)}
      </PageTitle>
      {report?.to ? (
        <div className={styles.stack}>
          {isLate(report.to, health.today) && (
            <Notice
              tone="warn"
              title={`The sales since ${plainDay(report.to)} are missing`}
              actions={<Link to="/imports">Import a file</Link>}
            >
              Forecasts begin where sales end. With the days since then they begin tomorrow, and know what
              sold last.
            </Notice>
          )}
          <Cards report={report} />
          <Freshness report={report} />
        </div>
      ) : (
        <Panel>
          {health.making ? (
            <div className={styles.making}>
              <Progress
                label="Looking through your sales"
                done={0}
                total={0}
                note="This takes a few seconds."
              />
            </div>
          ) : (
            <EmptyState
              icon="health"
              title="Nothing to look through yet"
              actions={<Link to="/imports">Import a file</Link>}
            >
              Once sales are in, this page says how fresh and how complete they are, and what to do about it.
            </EmptyState>
          )}
        </Panel>
      )}
    </div>
  );
}

function Below({ health }: { health: DataHealth }) {
  const { report, made_at, making } = health;
  if (!report?.from || !report.to) return null;
  return (
    <>
      {dayRange(report.from, report.to)}: {counted(report.products, 'product')} in{' '}
      {counted(report.location_count, 'location')}.{' '}
      {made_at && `Looked through ${ago(made_at, Date.now())}. `}
      {making && <strong role="status">Sales have changed since; a newer report is being made.</strong>}
    </>
  );
}

function Cards({ report }: { report: NonNullable<DataHealth['report']> }) {
  const first = worthDoing(report);
  const notes = report.findings.filter((finding) => finding.severity === 'note');
  return (
    <>
      {first.length === 0 && (
        <Panel title="Nothing to mend">
          <p>No gaps, no odd days, no stock-outs: forecasts are made from all that was sold.</p>
        </Panel>
      )}
      {first.map((finding) => (
        <FindingCard key={finding.kind} finding={finding} all={report.units} />
      ))}
      {notes.length > 0 && <h2 className={styles.group}>Good to know</h2>}
      {notes.map((finding) => (
        <FindingCard key={finding.kind} finding={finding} all={report.units} />
      ))}
    </>
  );
}
