import type { Run } from '@shelfcast/contract';
import { useEffect, useRef, useState } from 'react';
import type { Connection } from '../../api/events.ts';
import { announce } from '../../components/announcer.tsx';
import { Progress } from '../../components/progress.tsx';
import { secondsLeft, timeLeft } from '../../format/durations.ts';
import { count, counted } from '../../format/numbers.ts';
import { stageNow } from './words.ts';

/** How far a run is, how fast, how long still; a lost connection is said, not hidden behind a frozen bar. */
export function RunProgress({ run, connection }: { run: Run; connection: Connection }) {
  const rate = useRate(run);
  const total = run.series_total ?? 0;
  const said = useRef('');
  useEffect(() => {
    if (said.current === run.state) return;
    said.current = run.state;
    announce(stageNow(run.state));
  }, [run.state]);

  const left = rate ? timeLeft((total - run.series_done) / rate) : null;
  const note = [
    total > 0 && `${count(run.series_done)} of ${counted(total, 'forecast')}`,
    run.state === 'forecasting' && rate && `${count(rate)} a second`,
    run.state === 'forecasting' && run.series_done < total && left,
    connection === 'reconnecting' && 'connection lost, trying again',
  ].filter(Boolean);
  return (
    <Progress label={stageNow(run.state)} done={run.series_done} total={total} note={note.join(' · ')} />
  );
}

/** Series a second since this page began to look; null until it can be told. */
function useRate(run: Run): number | null {
  const [start, setStart] = useState<{ at: number; done: number } | null>(null);
  useEffect(() => {
    if (run.state !== 'forecasting') setStart(null);
    else setStart((before) => before ?? { at: Date.now(), done: run.series_done });
  }, [run.state, run.series_done]);
  if (!start) return null;
  const elapsed = (Date.now() - start.at) / 1000;
  const done = run.series_done - start.done;
  const left = secondsLeft(done, (run.series_total ?? 0) - start.done, elapsed);
  return left === null ? null : done / elapsed;
}
