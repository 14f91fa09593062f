import type { Run } from '@shelfcast/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { runFailuresQuery } from '../../api/runs.ts';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import table from '../../components/table.module.css';
import { failureWords, modelName } from '../../format/models.ts';
import { nameOf } from '../../format/names.ts';
import { count, counted } from '../../format/numbers.ts';
import { failureCount } from './words.ts';

/** A failed model is a result: which product, why, and what stands in. */
export function RunFailures({ run }: { run: Run }) {
  const causes = Object.entries(run.failures).sort((a, b) => b[1] - a[1]);
  const failures = useQuery({ ...runFailuresQuery(run.run), enabled: causes.length > 0 });
  if (causes.length === 0) return null;
  return (
    <Panel
      title={`${counted(failureCount(run), 'model')} failed, by cause`}
      lead="Where a model fails on a product, another stands in under its own name. Nothing is left out silently."
      flush
    >
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Cause</th>
              <th scope="col" className="number">
                How often
              </th>
            </tr>
          </thead>
          <tbody>
            {causes.map(([cause, times]) => (
              <tr key={cause}>
                <th scope="row">{failureWords(cause)}</th>
                <td className="number">{count(times)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {failures.error && <ProblemNotice error={failures.error} onRetry={() => void failures.refetch()} />}
        {failures.data && failures.data.items.length > 0 && (
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Product</th>
                <th scope="col">What failed</th>
                <th scope="col">Stands in</th>
              </tr>
            </thead>
            <tbody>
              {failures.data.items.map((item) => (
                <tr key={item.series}>
                  <th scope="row">
                    <Link to="/products/$series" params={{ series: item.series }} className={table.link}>
                      {nameOf(item.product)}
                    </Link>
                    <span className={table.sub}>{nameOf(item.location)}</span>
                  </th>
                  <td>
                    {item.failures
                      .map((failure) => `${modelName(failure.model)}: ${failureWords(failure.cause)}`)
                      .join('; ')}
                  </td>
                  <td>{item.model ? modelName(item.model) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Panel>
  );
}
