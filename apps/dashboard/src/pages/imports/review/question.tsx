import type { ImportSurvey, Mapping } from '@shelfcast/contract';
import type { useDecideImport } from '../../../api/imports.ts';
import { useWhyReadOnly } from '../../../api/session.ts';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import { plainDay } from '../../../format/dates.ts';
import styles from '../imports.module.css';
import { readBothWays } from './ambiguous-dates.ts';
import { MappingForm } from './mapping-form.tsx';
import { Preview } from './preview.tsx';

interface Props {
  readonly problem: NonNullable<ImportSurvey['problem']>;
  /** What was said already; an answer adds to it. */
  readonly said: Mapping;
  readonly sample: ImportSurvey['sample'];
  readonly decide: ReturnType<typeof useDecideImport>;
}

/** What the file leaves open, asked so that a person who knows the shop can answer it. */
export function Question({ problem, said, sample, decide }: Props) {
  const readOnly = useWhyReadOnly();
  const busy = decide.remap.isPending ? 'Checking with that …' : null;
  const column = problem.where?.field;
  if (problem.code === 'upload.ambiguous_dates' && sample && column) {
    const example = readBothWays(sample, column);
    return (
      <Panel
        title="Is the day or the month written first?"
        lead={`Every date in “${column}” can be read both ways, and what it says would land on other days.`}
      >
        <div className={styles.form}>
          <Preview sample={sample} />
          <div className={styles.buttons}>
            {(['dmy', 'mdy'] as const).map((order) => (
              <Button
                key={order}
                look="primary"
                why={readOnly ?? busy}
                onClick={() => decide.remap.mutate({ ...said, date_order: order })}
              >
                {order === 'dmy' ? 'Day first' : 'Month first'}
                {example && `: ${example.text} is ${plainDay(example[order])}`}
              </Button>
            ))}
          </div>
        </div>
      </Panel>
    );
  }
  if (problem.code === 'upload.no_such_sheet' && sample)
    return (
      <Panel title="Which sheet is it about?" lead={problem.detail}>
        <div className={styles.buttons}>
          {sample.sheets.map((sheet) => (
            <Button
              key={sheet}
              why={readOnly ?? busy}
              onClick={() => decide.remap.mutate({ ...said, sheet })}
            >
              {sheet}
            </Button>
          ))}
        </div>
      </Panel>
    );
  return (
    <>
      <Notice tone="warn" title={problem.title}>
        {problem.detail} Say below what it holds and which column is which; it is remembered for files with
        the same header.
      </Notice>
      <MappingForm
        sample={sample}
        mapping={said}
        // Where a column of a sales table is missing, it is one as a rule; what may be several things is not guessed.
        kind={said.kind ?? (problem.code === 'upload.unknown_layout' ? null : 'sales')}
        onSend={(mapping) => decide.remap.mutate(mapping)}
      />
    </>
  );
}
