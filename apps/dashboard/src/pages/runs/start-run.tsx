import type { Frequency, Run } from '@shelfcast/contract';
import { type FormEvent, useState } from 'react';
import { useStartRun } from '../../api/runs.ts';
import { Button } from '../../components/button.tsx';
import { Choice } from '../../components/choice.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { periodsName } from '../../format/periods.ts';
import styles from './runs.module.css';

interface Props {
  readonly last: Run | undefined;
  readonly onClose: () => void;
  readonly onStarted: (run: number) => void;
}

const usual: Record<Frequency, number> = { D: 28, W: 13, M: 12 };
const MOST_PERIODS = 730; // the API's limit

/** How far ahead, and by what; filled in with what the last run used. */
export function StartRun({ last, onClose, onStarted }: Props) {
  const start = useStartRun();
  const [frequency, setFrequency] = useState<Frequency>(last?.frequency ?? 'D');
  const [horizon, setHorizon] = useState(String(last?.horizon ?? usual.D));
  const [intention] = useState(() => crypto.randomUUID());
  const number = Number(horizon);
  const wrong =
    Number.isInteger(number) && number >= 1 && number <= MOST_PERIODS
      ? null
      : `Enter a whole number from 1 to ${MOST_PERIODS}.`;

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong) return;
    start.mutate(
      { body: { frequency, horizon: number }, intention },
      { onSuccess: (run) => onStarted(run.run) },
    );
  };

  return (
    <Dialog title="Start a run" onClose={onClose}>
      <form className={styles.form} onSubmit={onSubmit}>
        {start.error && <ProblemNotice error={start.error} onDismiss={() => start.reset()} />}
        <div className={styles.group}>
          <span className={styles.label}>Forecast by</span>
          <Choice
            label="Forecast by"
            value={frequency}
            onChange={(value) => {
              setFrequency(value);
              setHorizon(String(usual[value]));
            }}
            options={[
              { value: 'D', label: 'Day' },
              { value: 'W', label: 'Week' },
              { value: 'M', label: 'Month' },
            ]}
          />
        </div>
        <Field
          label={`How many ${{ D: 'days', W: 'weeks', M: 'months' }[frequency]} ahead`}
          hint={
            wrong
              ? undefined
              : `The next ${periodsName(number, frequency)} after the last sale that is known.`
          }
          error={wrong}
        >
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              value={horizon}
              onChange={(event) => setHorizon(event.target.value)}
            />
          )}
        </Field>
        <div className={styles.buttons}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" why={start.isPending ? 'Starting …' : wrong}>
            Start
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
