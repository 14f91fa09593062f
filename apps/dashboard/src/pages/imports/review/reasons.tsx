import type { ImportSurvey } from '@shelfcast/contract';
import { Panel } from '../../../components/panel.tsx';
import table from '../../../components/table.module.css';
import { count } from '../../../format/numbers.ts';
import { causeWords } from '../words.ts';

type Report = NonNullable<ImportSurvey['report']>;
type Reason = Report['rejected'][number];

/** Why rows would be left out, with rows to look up. */
export function Reasons({ report }: { report: Report }) {
  const reasons = [
    ...report.rejected.map((reason) => ({ reason, what: 'Can’t be used' })),
    ...report.skipped.map((reason) => ({ reason, what: report.facts ? 'States nothing' : 'Holds no sale' })),
  ];
  if (reasons.length === 0) return null;
  return (
    <Panel
      title="Rows that would be left out"
      lead="Rows are counted from the first one below the header. After loading, those that can’t be used can be downloaded, corrected in Excel and sent again; nothing is counted twice."
      flush
    >
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Why</th>
              <th scope="col" className="number">
                Rows
              </th>
              <th scope="col">For example</th>
              <th scope="col" className={table.wideOnly}>
                What to do
              </th>
            </tr>
          </thead>
          <tbody>
            {reasons.map(({ reason, what }) => (
              <tr key={`${what} ${reason.cause}`}>
                <th scope="row">
                  {causeWords(reason.cause)}
                  <span className={table.sub}>{what}</span>
                </th>
                <td className="number">{count(reason.rows)}</td>
                <td>{examplesOf(reason)}</td>
                <td className={table.wideOnly}>{reason.remedy ?? 'Nothing is to be done.'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function examplesOf({ examples }: Reason): string {
  return examples
    .slice(0, 3)
    .map(({ row, field, value }) => (field ? `${rowWords(row)}: ${field} “${value ?? ''}”` : rowWords(row)))
    .join(', ');
}

/** Rows of a correction have the numbers of the file they correct; one that names none is counted from the top of its own. */
const rowWords = (row: number) => (row < 0 ? `row ${count(-row)} of this file` : `row ${count(row)}`);
