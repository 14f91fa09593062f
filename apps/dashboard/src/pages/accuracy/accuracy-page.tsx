import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { accuracyQuery } from '../../api/overview.ts';
import { AccuracyBars } from '../../charts/accuracy-bars.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Panel } from '../../components/panel.tsx';
import { biasWords, coverageWords, shareAnswer, skillWords } from '../../format/accuracy.ts';
import { modelName, modelWords } from '../../format/models.ts';
import { nameOf } from '../../format/names.ts';
import { count, counted, percent } from '../../format/numbers.ts';
import styles from './accuracy-page.module.css';
import { AccuracyTable } from './accuracy-table.tsx';
import { Coverage } from './coverage.tsx';
import { RunsOverTime } from './runs-over-time.tsx';

/** Can I trust it? Everything here is measured on a past that the forecasts were not shown. */
export function AccuracyPage() {
  const { data } = useSuspenseQuery(accuracyQuery);
  const { overall, run } = data;
  if (!overall || overall.wape === null || !run) {
    return (
      <div>
        <PageTitle tab="Accuracy">Nothing to measure yet</PageTitle>
        <Panel>
          <EmptyState
            icon="accuracy"
            title="Accuracy needs a run and some weeks of sales"
            actions={<Link to="/runs">Go to runs</Link>}
          >
            Each run tests its forecasts on the latest part of your own history, beside the naive forecast.
          </EmptyState>
        </Panel>
      </div>
    );
  }
  return (
    <div>
      <PageTitle
        tab="Accuracy"
        below={`Tested on ${counted(overall.observations, 'value')} that had already happened and that the forecasts were not shown. The naive forecast repeats what sold one season before.`}
      >
        {shareAnswer(overall.wape, overall.naive_wape)}
      </PageTitle>
      <div className={styles.grid}>
        <Panel title={skillWords(overall.wape, overall.naive_wape)}>
          <AccuracyBars wape={overall.wape} naive={overall.naive_wape} />
          <ul className="facts">
            <li>{biasWords(overall.bias)}</li>
            <li>Each product in each location counts by what it sells</li>
            {overall.naive_won > 0 && (
              <li>
                For {counted(overall.naive_won, 'product')} nothing beat the naive forecast, so it is used
                there
              </li>
            )}
          </ul>
        </Panel>
        <Panel
          title={coverageWords(overall.coverage['0.8'] ?? null, run.frequency)}
          lead="How often a band held what then sold, beside how often it should."
        >
          <Coverage coverage={overall.coverage} />
        </Panel>
        {data.runs.length > 1 && (
          <div className={styles.whole}>
            <RunsOverTime runs={data.runs} />
          </div>
        )}
        <div className={styles.whole}>
          <AccuracyTable
            title="By location"
            first="Location"
            rows={data.by_location.map((row) => ({
              ...row,
              key: row.location.code,
              name: (
                <Link to="/products" search={{ location: row.location.code, sort: '-wape' }}>
                  {nameOf(row.location)}
                </Link>
              ),
            }))}
          />
        </div>
        <details className={styles.whole}>
          <summary>By model, for those who want to know</summary>
          <AccuracyTable
            title="By model"
            lead="A model is used only where it was closest; so these rows are about different products, and no race between models."
            first="Model"
            rows={data.by_model.map((row) => ({
              ...row,
              key: row.model,
              name: (
                <Link to="/products" search={{ model: row.model }}>
                  {modelName(row.model)}
                </Link>
              ),
              note: modelWords(row.model) ?? undefined,
            }))}
          />
        </details>
        {Object.keys(overall.levels).length > 0 && (
          <p className={`quiet ${styles.whole}`}>
            Sums are easier to forecast than products:{' '}
            {Object.entries(overall.levels)
              .filter(([name, level]) => name !== 'series' && level.wape !== null)
              .map(
                ([name, level]) =>
                  `${name === 'total' ? 'the total' : `${count(level.series)} locations`} ${percent(level.wape!)} off${level.naive_wape === null ? '' : ` (naive ${percent(level.naive_wape)})`}`,
              )
              .join(', ')}
            .
          </p>
        )}
      </div>
    </div>
  );
}
