import type { Import } from '@shelfcast/contract';
import { useRef } from 'react';
import type { Connection } from '../../api/events.ts';
import { Progress } from '../../components/progress.tsx';
import { secondsLeft, timeLeft } from '../../format/durations.ts';
import { bytes, count, counted } from '../../format/numbers.ts';

const LABELS: Partial<Record<Import['state'], string>> = {
  queued: 'Waiting to start',
  surveying: 'Checking every row',
};

/** Rows, rate and time left, as the server reports them. */
export function ImportProgress({ one, connection }: { one: Import; connection: Connection }) {
  const began = useRef(Date.now());
  const since = one.started_at ? Math.max(Date.parse(one.started_at), 0) : began.current;
  const elapsed = (Date.now() - since) / 1000;
  const left = secondsLeft(one.bytes_read, one.file_bytes, elapsed);
  const note = [
    one.state !== 'surveying' && `${counted(one.rows_in, 'row')} read`,
    elapsed > 1 && one.rows_in > 0 && `${count(one.rows_in / elapsed)} a second`,
    `${bytes(one.bytes_read)} of ${bytes(one.file_bytes)}`,
    left !== null && timeLeft(left),
    connection === 'reconnecting' && 'connection lost, trying again',
  ].filter(Boolean);
  return (
    <Progress
      label={LABELS[one.state] ?? 'Loading'}
      done={one.bytes_read}
      total={one.file_bytes}
      note={note.join(' · ')}
    />
  );
}
