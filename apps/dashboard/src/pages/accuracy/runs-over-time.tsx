import type { Accuracy } from '@shelfcast/contract';
import { Link } from '@tanstack/react-router';
import { Panel } from '../../components/panel.tsx';
import table from '../../components/table.module.css';
import { plainDay } from '../../format/dates.ts';
import { change, percent } from '../../format/numbers.ts';

/** Does it get better? Run by run, newest on top. */
export function RunsOverTime({ runs }: { runs: Accuracy['runs'] }) {
  return (
    <Panel title="Run by run" flush>
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Run</th>
              <th scope="col" className={table.wideOnly}>
                Sales up to
              </th>
              <th scope="col" className="number">
                Off by
              </th>
              <th scope="col" className="number">
                Naive off by
              </th>
              <th scope="col" className={`number ${table.wideOnly}`}>
                Leans
              </th>
              <th scope="col" className={`number ${table.wideOnly}`}>
                In the {percent(0.8)} band
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.toReversed().map((run) => (
              <tr key={run.run}>
                <th scope="row">
                  <Link to="/runs/$run" params={{ run: run.run }} className={table.link}>
                    Run {run.run}
                  </Link>
                </th>
                <td className={table.wideOnly}>{run.origin ? plainDay(run.origin) : '–'}</td>
                <td className="number">{run.wape === null ? '–' : percent(run.wape)}</td>
                <td className="number">{run.naive_wape === null ? '–' : percent(run.naive_wape)}</td>
                <td className={`number ${table.wideOnly}`}>{run.bias === null ? '–' : change(run.bias)}</td>
                <td className={`number ${table.wideOnly}`}>
                  {run.coverage80 === null ? '–' : percent(run.coverage80)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
