import { useState } from 'react';
import { useStopRun } from '../../api/runs.ts';
import { useWhyReadOnly } from '../../api/session.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';

/** Stops a run that is under way; the forecasts in use stay. */
export function StopRun({ run }: { run: number }) {
  const readOnly = useWhyReadOnly();
  const [asking, setAsking] = useState(false);
  const [intention] = useState(() => crypto.randomUUID());
  const stop = useStopRun(run);
  const onStop = () =>
    stop.mutate(intention, {
      onSuccess: () => {
        setAsking(false);
        announce(`Run ${run} was stopped`);
      },
    });
  return (
    <>
      <Button why={readOnly} onClick={() => setAsking(true)}>
        Stop this run
      </Button>
      {asking && (
        <Dialog
          title={`Stop run ${run}?`}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>Let it go on</Button>
              <Button look="danger" why={stop.isPending ? 'Stopping …' : null} onClick={onStop}>
                Stop it
              </Button>
            </>
          }
        >
          {stop.error && <ProblemNotice error={stop.error} />}
          <p>What it has done so far is dropped. The forecasts in use stay as they are.</p>
        </Dialog>
      )}
    </>
  );
}
